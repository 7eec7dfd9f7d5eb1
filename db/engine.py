"""Connections with the pragmas of the library."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Protocol, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from db.connecting import STILL, connect
from db.queries import Rows
from db.values import TEXT

# one second: no other program writes here for long, and some writes are waited for in the window
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
    """Is told of every new connection."""

    def connecting(self) -> None:
        """Look before the file is opened; what it raises stops that."""

    def connected(self) -> None:
        """Look at what the connection has opened."""


def library_engine(path: Path, *, read_only: bool, still: bool = False, watch: ConnectionWatch | None = None) -> Engine:
    """Return an engine on the file. The driver begins no transaction of its own: every one is said.

    Connections with the execution option WRITING lock the library at their beginning: a lock that is taken later, after
    reading, is refused at once where another program has it, without waiting. still: nobody writes the file, which is
    read without a lock and without -wal and -shm beside it. Raises OSError.
    """
    if not read_only:
        # made once here: a connection of later must never put an empty library where the file has gone
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
    """Move the log into the file and empty it; return whether all of it could. Waits for no reader."""
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
    """Return what runs statements in a session's transaction past its mapping, for a third of the cost.

    What the session has added by now is written first. A cursor is read before the next statement is run.
    """
    session.flush()
    cursor = driver(session.connection()).cursor()
    cursor.row_factory = sqlite3.Row
    return lambda query, *values: cursor.execute(query, values)


def rows_of(session: Session) -> Rows:
    """Return what `queries` asks in a session's transaction."""
    statement = plain(session)
    return lambda query, *values: statement(query, *values).fetchall()


@contextmanager
def idle_driver(engine: Engine) -> Iterator[sqlite3.Connection]:
    """Lend one of SQLite's own connections, in no transaction."""
    with closing(engine.raw_connection()) as pooled:
        yield cast("sqlite3.Connection", pooled.driver_connection)


def make_private(path: Path) -> None:
    """Make an empty file that nobody else reads, unless there is one. Raises OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _keep_a_log(raw: sqlite3.Connection) -> None:
    """Have changes written into a log; no journal is left beside a file that is only turned to it (one page)."""
    if _mode(raw, "") == "wal":
        return
    _mode(raw, "= MEMORY")
    if _mode(raw, "= WAL") != "wal":
        _mode(raw, "= DELETE")


def _mode(raw: sqlite3.Connection, wanted: str) -> str:
    return str(raw.execute(f"PRAGMA journal_mode {wanted}").fetchone()[0])


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITING) else "BEGIN")
