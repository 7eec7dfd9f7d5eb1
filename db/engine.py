"""The engine of a library, with its pragmas, and functions on its connections."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Protocol, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from db.connecting import STILL, TEXT, connect
from db.entries import Rows

# one second: other programs never write for long, and the window waits for some writes
_BUSY_MS = 1000
WRITING = "writing"
_PRAGMAS = (
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "synchronous = FULL",
)


Opened = Callable[[], AbstractContextManager[Session]]
"""Begins a transaction of an open library."""
Statement = Callable[..., sqlite3.Cursor]
"""Runs SQL with the values of its question marks; rows are read by their columns' names."""


class ConnectionWatch(Protocol):
    """Called for every new connection."""

    def connecting(self) -> None:
        """Act before the file is opened; an exception prevents that."""

    def connected(self) -> None:
        """Act after the connection has opened the file."""


def library_engine(path: Path, *, read_only: bool, still: bool = False, watch: ConnectionWatch | None = None) -> Engine:
    """Return an engine on the file. The driver begins no transactions by itself.

    Connections with the execution option WRITING take the write lock when they begin: a lock taken later, after a read,
    fails at once where another program has it, without waiting. still: nobody writes the file; it is read without a
    lock and without -wal and -shm beside it. Raises OSError.
    """
    if not read_only:
        # created only here: a later connection must not create an empty library where the file was removed
        make_private(path)

    def connection() -> sqlite3.Connection:
        if watch:
            watch.connecting()
        how = STILL if still else "mode=ro" if read_only else "mode=rw"
        raw = connect(path, how, busy_ms=_BUSY_MS, shared=True)
        raw.text_factory = TEXT
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        if not read_only:
            _keep_a_log(raw)
        if watch:
            watch.connected()
        return raw

    engine = create_engine("sqlite://", creator=connection, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def checkpoint(engine: Engine) -> bool:
    """Move the log into the file and empty it; return whether that was possible as a whole. Waits for no reader."""
    with idle_driver(engine) as raw:
        patience = raw.execute("PRAGMA busy_timeout").fetchone()[0]
        raw.execute("PRAGMA busy_timeout = 0")
        try:
            busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error:
            return False
        finally:
            raw.execute(f"PRAGMA busy_timeout = {patience}")
        return not busy


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


def make_private(path: Path) -> None:
    """Make an empty file that only this user can read, unless it exists. Raises OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _keep_a_log(raw: sqlite3.Connection) -> None:
    """Switch to WAL; through journal mode MEMORY, so that the switch itself (one page) leaves no journal file."""
    if _mode(raw, "") == "wal":
        return
    _mode(raw, "= MEMORY")
    if _mode(raw, "= WAL") != "wal":
        _mode(raw, "= DELETE")


def _mode(raw: sqlite3.Connection, wanted: str) -> str:
    return str(raw.execute(f"PRAGMA journal_mode {wanted}").fetchone()[0])


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITING) else "BEGIN")
