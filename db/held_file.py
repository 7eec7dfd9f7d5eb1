"""A library's file, held open: whether its name still leads to it, and the generation that stands in it."""

import os
import sqlite3
from pathlib import Path

from db.generation import mark_of_page, root_page
from db.main_file import HEADER, page_size_of, read_at
from db.refusals import identity
from editor.model.errors import UserError

BINARY = getattr(os, "O_BINARY", 0)


class HeldFile:
    """The file that has a name now. Closed after the last connection: closing drops SQLite's locks on it (POSIX)."""

    def __init__(self, place: Path) -> None:
        """Hold the file. Raises UserError where there is none."""
        self._place = place
        self._identity = identity(place)
        self._descriptor = os.open(place, os.O_RDONLY | BINARY)
        self._page, self._page_size = 0, 0

    def watch(self, raw: sqlite3.Connection) -> None:
        """Take note of where its generation stands."""
        self._page = root_page(raw) or 0
        self._page_size = page_size_of(read_at(self._descriptor, 0, HEADER))

    def generation(self) -> bytes | None:
        """Return the generation in the file itself, None where there is none."""
        if not self._page:
            return None
        mark = mark_of_page(read_at(self._descriptor, (self._page - 1) * self._page_size, self._page_size))
        return mark.value if mark else None

    def moved(self) -> bool:
        """Return whether the name leads to another file, or to none."""
        try:
            return identity(self._place) != self._identity
        except UserError:
            return True

    def has_name(self) -> bool:
        """Return whether it has any name left."""
        return bool(os.fstat(self._descriptor).st_nlink)

    def close(self) -> None:
        """Let go of it."""
        os.close(self._descriptor)
