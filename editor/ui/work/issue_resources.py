"""What setting and exporting the open issue needs besides its text: pictures, fonts, registers, its publication."""

import functools
import logging
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from editor.desk.fonts import look_fonts
from editor.desk.ports import Library
from editor.desk.printable_issue import PrintableIssue, printable_workspace
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.house_words import NO_HOUSE_WORDS, HouseWords
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.model.used_pictures import stored_article_pictures
from editor.model.workspace import Workspace

_LOG = logging.getLogger(__name__)


class IssueResources(QObject):
    """Of one open issue. They are no part of its history: undo takes no picture and no registered name back."""

    pictures_changed = Signal()
    registers_changed = Signal()

    def __init__(self, library: Library, space: Workspace, parent: QObject) -> None:
        """Read them. space: as the library holds it. Raises UserError where that cannot be."""
        super().__init__(parent)
        self._library, self._words = library, NO_HOUSE_WORDS
        self._printable = self._with_words(printable_workspace(library, space))

    def read(self, space: Workspace) -> None:
        """Read them again. space: as the library holds it. Raises UserError where that cannot be."""
        self._printable = self._with_words(printable_workspace(self._library, space))

    def printable(self, issue: Issue) -> PrintableIssue:
        """Return them with the issue as it stands now; the same value for the same issue."""
        before = self._printable.issue
        if before is not issue:
            fonts = self._printable.fonts if before.look == issue.look else look_fonts(issue, self._library)
            self._printable = replace(self._printable, issue=issue, fonts=fonts)
        return self._printable

    def add_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """Have pictures at hand. pictures: bytes by sha256."""
        self.keep_pictures(pictures)
        self.pictures_changed.emit()

    def keep_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """Have pictures at hand that nothing shows yet: nobody is told. pictures: bytes by sha256."""
        self._printable = replace(self._printable, pictures={**self._printable.pictures, **pictures})

    def fetch_pictures(self, article: Article) -> None:
        """Have the pictures of an article at hand that comes back from elsewhere in the library."""
        used = (picture.sha256 for picture in stored_article_pictures((article,)))
        missing = [digest for digest in used if digest not in self._printable.pictures]
        if missing:
            self.add_pictures(self._library.files.pictures(missing))

    def take_registers(self) -> None:
        """Take the library's registers and house words as they are now: for the checks."""
        self._printable = self._with_words(replace(self._printable, registers=self._library.registers.stored()))
        self.registers_changed.emit()

    def take_fonts(self) -> None:
        """Take the library's fonts as they are now."""
        self._printable = replace(self._printable, fonts=look_fonts(self._printable.issue, self._library))

    def take_publication(self, publication: Publication) -> None:
        """Take a publication as it is now, where it is the issue's."""
        if self._printable.publication.uid == publication.uid:
            self._printable = replace(self._printable, publication=publication)

    def _with_words(self, printable: PrintableIssue) -> PrintableIssue:
        """Return what reads the house words when the checks first ask."""
        return replace(printable, house_words=functools.cache(self._house_words))

    def _house_words(self) -> HouseWords:
        """Return them, or those known last where the library cannot be read: saving says so, the checks need not."""
        try:
            self._words = self._library.house_words.stored()
        except UserError:
            _LOG.warning("house words were not read", exc_info=True)
        return self._words
