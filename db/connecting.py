"""Connections to a library's file, all with the same protective settings."""

import functools
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

STILL = "mode=ro&immutable=1"
"""URI parameters for a file that nobody writes: SQLite takes no lock and creates no -wal or -shm."""
TEXT = functools.partial(str, encoding="utf-8", errors="replace")
"""Decodes text: invalid UTF-8 then fails the row's checksum instead of the whole read."""
# far above the need of honest files: a list of 214 issues takes milliseconds
_STEPS, _MOST_SECONDS = 10_000, 5.0


def connect(path: Path, how: str, *, busy_ms: int = 1000, shared: bool = False) -> sqlite3.Connection:
    """Return a connection that begins no transaction of its own. how: parameters of SQLite's URI; shared: by threads.

    Views and triggers of the file cannot call functions with side effects, and SQLite does not move the log into the
    file by itself. Raises sqlite3.Error.
    """
    place = f"file:{quote(str(path.absolute()))}?{how}"
    connection = sqlite3.connect(place, uri=True, isolation_level=None, check_same_thread=not shared)
    for pragma in (f"busy_timeout = {busy_ms}", "trusted_schema = OFF", "wal_autocheckpoint = 0"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def bound_work(connection: sqlite3.Connection) -> None:
    """Limit this thread's next reads to seconds of work, against hostile files with endless pages.

    Counts CPU time of the thread, so that a slow disk or a busy machine does not end in an error.
    """
    until = time.thread_time() + _MOST_SECONDS
    connection.set_progress_handler(lambda: time.thread_time() > until, _STEPS)


def move_log(raw: sqlite3.Connection) -> bool:
    """Move the log into the file and empty it; return whether that was possible as a whole. Waits for no reader."""
    patience = raw.execute("PRAGMA busy_timeout").fetchone()[0]
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        return False
    finally:
        raw.execute(f"PRAGMA busy_timeout = {patience}")
    return not busy
