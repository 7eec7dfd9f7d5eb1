"""Getting a library back from a backup: an act of its own, which the restored library's log tells of."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from editor.desk.ports import Backup, LibraryShelf
from editor.desk.review.introductions import Trust

_NOBODY = "未署名"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """aside: where the file of before lies, None for none; message: what else is to be said, empty for nothing."""

    aside: Path | None = None
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restorer:
    """Who restores, and at which machine. author: empty where nobody has said it."""

    shelf: LibraryShelf
    trust: Trust
    author: str

    def beside(self, backup: Backup, target: Path) -> Restored:
        """Put a checked copy of a backup where nothing is yet. Raises UserError; nothing is replaced."""
        self.shelf.restore_copy(backup, target)
        return Restored(message=self._log(backup, target))

    def in_place(self, backup: Backup, library: Path) -> Restored:
        """Put a checked copy of a backup in a library's place.

        Raises UserError, also while a program has the library open; then everything is as it was.
        """
        aside = self.shelf.restore_library(backup, library)
        return Restored(aside=aside, message=self._log(backup, library))

    def _log(self, backup: Backup, place: Path) -> str:
        """Tell of it in the restored library's log; return what is to be said of that, empty for nothing."""
        # loaded for what is restored
        from editor.desk.review.acceptance import note_restored
        from editor.desk.review.office import Office
        from editor.desk.review.steps import By

        by = By(name=self.author or _NOBODY, at=dt.datetime.now(tz=dt.UTC))
        with self.shelf.open_library(place) as library:
            return note_restored(Office(library=library, trust=self.trust), backup.path.name, by)
