"""A library that another program holds, watched from beside: whether it has written there, and whether it is gone."""

import sqlite3
from pathlib import Path

from db.connecting import connect
from db.library_lock import LibraryLock


class FileWatch:
    """Of one library. For one thread at a time; what cannot be told now counts as unchanged."""

    def __init__(self, place: Path) -> None:
        """Look at nothing yet."""
        self._place, self._holder = place, LibraryLock(place)
        self._connection: sqlite3.Connection | None = None
        self._seen = 0

    def changes(self) -> int:
        """Return a number that is another one once something was written: SQLite's own, of one connection."""
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
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
