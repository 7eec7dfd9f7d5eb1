"""A library's file read while nobody writes it: neither a lock nor -wal or -shm beside it."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

STILL = "mode=ro&immutable=1"


def connect(path: Path, how: str) -> sqlite3.Connection:
    """Return a connection that begins no transaction by itself. how: parameters of SQLite's address of a file."""
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?{how}", uri=True, isolation_level=None)


def log_waits(path: Path) -> bool:
    """Return whether something may stand in the -wal that is not in the file yet. Raises OSError."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0
