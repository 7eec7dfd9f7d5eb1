"""SQLAlchemy's engine on a library, and functions on its connections: for what writes. Reading does without it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from db.connecting import move_log
from db.connections import Connections
from db.entries import Rows

WRITING = "writing"


Opened = Callable[[], AbstractContextManager[Session]]
"""Begins a transaction of an open library."""
Statement = Callable[..., sqlite3.Cursor]
"""Runs SQL with the values of its question marks; rows are read by their columns' names."""


def library_engine(path: Path, *, read_only: bool) -> Engine:
    """Return an engine on a file that nothing else of this program has open. Raises OSError."""
    return engine_on(Connections(path, read_only=read_only))


def engine_on(connections: Connections) -> Engine:
    """Return an engine that makes its connections there and is disposed of with them.

    Connections with the execution option WRITING take the write lock when they begin: a lock taken later, after a read,
    fails at once where another program has it, without waiting.
    """
    engine = create_engine("sqlite://", creator=connections.made, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    connections.follow(engine.dispose)
    return engine


def checkpoint(engine: Engine) -> bool:
    """Move the log into the file and empty it; return whether that was possible as a whole. Waits for no reader."""
    with idle_driver(engine) as raw:
        return move_log(raw)


def driver(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection under a connection."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def plain(session: Session) -> Statement:
    """Return a function that runs SQL in a session's transaction without the mapping, for a third of the cost.

    Pending objects of the session are written first. A cursor must be read before the next statement is run.
    """
    session.flush()
    cursor = driver(session.connection()).cursor()
    cursor.row_factory = sqlite3.Row
    return lambda query, *values: cursor.execute(query, values)


def rows_of(session: Session) -> Rows:
    """Return a function that runs the queries of `queries` in a session's transaction."""
    statement = plain(session)
    return lambda query, *values: statement(query, *values).fetchall()


@contextmanager
def idle_driver(engine: Engine) -> Iterator[sqlite3.Connection]:
    """Yield one of SQLite's own connections, in no transaction."""
    with closing(engine.raw_connection()) as pooled:
        yield cast("sqlite3.Connection", pooled.driver_connection)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITING) else "BEGIN")
