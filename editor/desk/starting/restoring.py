"""Restores a library from a backup and records that in the restored library's log."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from editor.desk.ports import Backup, LibraryShelf
from editor.desk.review.introductions import Trust

_NOBODY = "未署名"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """aside: new path of the replaced file, None for none; message: for the user, empty for none."""

    aside: Path | None = None
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restorer:
    """Restores backups for a person at this machine. author: empty where unknown."""

    shelf: LibraryShelf
    trust: Trust
    author: str

    def beside(self, backup: Backup, target: Path) -> Restored:
        """Write a checked copy of a backup to a new file. Raises UserError; nothing is replaced."""
        self.shelf.restore_copy(backup, target)
        return Restored(message=self._log(backup, target))

    def in_place(self, backup: Backup, library: Path) -> Restored:
        """Replace a library by a checked copy of a backup.

        Raises UserError, also while a program has the library open; then nothing is changed.
        """
        aside = self.shelf.restore_library(backup, library)
        return Restored(aside=aside, message=self._log(backup, library))

    def _log(self, backup: Backup, place: Path) -> str:
        """Record it in the restored library's log; return a message about that, empty for none."""
        # imported only for restoring
        from editor.desk.review.acceptance import note_restored
        from editor.desk.review.office import Office
        from editor.desk.review.steps import By

        by = By(name=self.author or _NOBODY, at=dt.datetime.now(tz=dt.UTC))
        with self.shelf.open_library(place) as library:
            return note_restored(Office(library=library, trust=self.trust), backup.path.name, by)
