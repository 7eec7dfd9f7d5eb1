"""Connections to a library's file, all with the same guards."""

import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

STILL = "mode=ro&immutable=1"
"""How to open a file nobody writes: neither a lock nor -wal or -shm beside it."""
# a list of 214 issues takes milliseconds
_STEPS, _MOST_SECONDS = 10_000, 5.0


def connect(path: Path, how: str, *, busy_ms: int = 1000, shared: bool = False) -> sqlite3.Connection:
    """Return a connection that begins no transaction of its own. how: parameters of SQLite's URI; shared: by threads.

    What a file's own views and triggers say may call no function with effects, and nothing is moved from the log into
    the file by itself. Raises sqlite3.Error.
    """
    place = f"file:{quote(str(path.absolute()))}?{how}"
    connection = sqlite3.connect(place, uri=True, isolation_level=None, check_same_thread=not shared)
    for pragma in (f"busy_timeout = {busy_ms}", "trusted_schema = OFF", "wal_autocheckpoint = 0"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def bound_work(connection: sqlite3.Connection) -> None:
    """Have what this thread reads next end with an error after seconds of work: a hostile file has pages without end.

    Counted in the thread's own work: a slow disk or a busy machine is no reason to refuse.
    """
    until = time.thread_time() + _MOST_SECONDS
    connection.set_progress_handler(lambda: time.thread_time() > until, _STEPS)
