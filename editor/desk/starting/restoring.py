"""Getting a library back from a backup: an act of its own, which the restored library's log tells of."""

from dataclasses import dataclass
from pathlib import Path

from editor.desk.ports import Backup, Shelf
from editor.desk.review.introductions import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class Restorer:
    """Who restores, and at which machine. author: empty where nobody has said it."""

    shelf: Shelf
    trust: Trust
    author: str

    def beside(self, backup: Backup, target: Path) -> None:
        """Put a checked copy of a backup where nothing is yet. Raises UserError; nothing is replaced."""
        self.shelf.restore_copy(backup, target)
        self._log(backup, target)

    def in_place(self, backup: Backup, library: Path) -> Path | None:
        """Put a checked copy of a backup in a library's place; return where the file of before lies, None for none.

        Raises UserError, also while a program has the library open; then everything is as it was.
        """
        aside = self.shelf.restore_library(backup, library)
        self._log(backup, library)
        return aside

    def _log(self, backup: Backup, place: Path) -> None:
        """Tell of it in the restored library's log."""
