"""Watches a library that another program has for writing: whether it has written, and whether it has ended."""

import sqlite3
from pathlib import Path

from db.connecting import connect
from db.library_lock import LibraryLock


class FileWatch:
    """Watch of one library. For one thread at a time; where reading fails, it counts as unchanged."""

    def __init__(self, place: Path) -> None:
        """Open nothing yet."""
        self._place, self._holder = place, LibraryLock(place)
        self._connection: sqlite3.Connection | None = None
        self._seen = 0

    def changes(self) -> int:
        """Return SQLite's data_version of one connection, which changes after every write by others."""
        try:
            if self._connection is None:
                self._connection = connect(self._place, "mode=ro", shared=True)
            self._seen = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error:
            self.close()
        return self._seen

    def holder(self) -> str:
        """Return who has the library for writing, empty once nobody has."""
        return self._holder.who() if self._holder.taken() else ""

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
