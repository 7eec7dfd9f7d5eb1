"""Connections with the pragmas of the library."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

# one second: no other program writes here for long, and some writes are waited for in the window
_BUSY_MS = 1000
WRITING = "writing"
_PRAGMAS = (
    f"busy_timeout = {_BUSY_MS}",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "synchronous = FULL",
)


Opened = Callable[[], AbstractContextManager[Session]]
"""Begins a transaction of an open library."""


def library_engine(path: Path, *, read_only: bool, still: bool = False) -> Engine:
    """Return an engine on the file. The driver begins no transaction of its own: every one is said.

    Connections with the execution option WRITING lock the library at their beginning: a lock that is taken later, after
    reading, is refused at once where another program has it, without waiting. still: nobody writes the file, which is
    read without a lock and without -wal and -shm beside it. Raises OSError.
    """
    if not read_only:
        # made once here: a connection of later must never put an empty library where the file has gone
        path.open("ab").close()

    def connect() -> sqlite3.Connection:
        mode = "ro&immutable=1" if still else "ro" if read_only else "rw"
        connection = sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
        )
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITING) else "BEGIN")
