"""Connections with the pragmas of the library."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

_BUSY_MS = 5000
_PRAGMAS = (
    f"busy_timeout = {_BUSY_MS}",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "synchronous = FULL",
)


def library_engine(path: Path, *, read_only: bool) -> Engine:
    """Return an engine on the file. The driver begins no transaction of its own: every one is said."""

    def connect() -> sqlite3.Connection:
        mode = "ro" if read_only else "rwc"
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
    connection.exec_driver_sql("BEGIN")
