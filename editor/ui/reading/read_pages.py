"""The pages that are read: set for the view, with the places of the notes on them, and what changed since last time."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.desk.fonts import look_fonts
from editor.desk.pictures import picture_bytes
from editor.desk.reading.marks import is_same
from editor.model.language import tr
from editor.model.note_edits import notes_of, without_notes
from editor.model.page_facts import PageFacts
from editor.model.reading import ReadMark
from editor.model.workspace import Workspace
from editor.pages.reports import Area, AreasFound, Compared, PagesSet, WantedAreas, WordsAt
from editor.ui.commands.context import WindowContext
from editor.ui.kit.times import when
from editor.ui.pages.bridge import PagesClient
from editor.ui.reading.rows import NoteRow, note_rows

if TYPE_CHECKING:
    from editor.ui.reading.view import ReadingView


class ReadPages(QObject):
    """Of one window. facts, edition: of the pages that are shown, None and 0 before the first.

    shown: others are, or it is known where the notes lie on them; compared: it is shown what changed.
    """

    shown = Signal()
    compared = Signal()

    def __init__(self, context: WindowContext, guest: PagesClient) -> None:
        """Act in one window. guest: where the worker's answers go while pages are read."""
        super().__init__(context.window)
        self._context, self._bridge = context, context.bridge
        self._view: ReadingView | None = None
        self._last: ReadMark | None = None
        self.facts: PageFacts | None = None
        self.edition = 0
        self._areas: Mapping[str, tuple[Area, ...]] = {}
        self._asked: tuple[str, ...] = ()
        guest.pages_set.connect(self._on_pages_set)
        guest.areas_found.connect(self._on_areas_found)
        guest.compared.connect(self._on_compared)
        context.session.changed.connect(self._on_changed)

    def begin(self, view: "ReadingView", last: ReadMark | None) -> None:
        """Set the pages of the open issue for a view. last: its last reading."""
        self._view, self._last = view, last
        self._bridge.set_for_guest(self._context.opened.printable)

    def end(self) -> None:
        """Show nothing any more."""
        self._view = None

    def rows(self) -> tuple[NoteRow, ...]:
        """Return the notes of the open issue with their places on the pages."""
        return tuple(note_rows(self._context.opened.issue, self.facts, self._areas))

    def _on_changed(self, before: Workspace, after: Workspace) -> None:
        if self._view and without_notes(before).issue != without_notes(after).issue:
            self._bridge.set_for_guest(self._context.opened.printable)
        self._ask_areas()

    def _on_pages_set(self, report: PagesSet) -> None:
        if self._view is None:
            return
        self.facts, self.edition, self._asked = report.facts, report.edition, ()
        self._view.show_pages(report)
        self._ask_areas()
        self.shown.emit()
        self._ask_changes()

    def _ask_changes(self) -> None:
        if self._last is None:
            return
        opened, was = self._context.opened, self._last.issue
        if is_same(self._last, opened.issue):
            self._on_compared(Compared(edition=self.edition, changes=()))
            return
        pictures, fonts = picture_bytes(was, opened.library), look_fonts(was, opened.library)
        self._bridge.compare(self.edition, replace(opened.printable, issue=was, pictures=pictures, fonts=fonts))

    def _ask_areas(self) -> None:
        if self._view is None or not self.edition:
            return
        issue = self._context.opened.issue
        noted = [one for one in notes_of(issue) if one.article and not one.note.anchor.gone and one.note.anchor.words]
        self._asked = tuple(one.note.uid for one in noted)
        words = tuple(
            WordsAt(
                article=one.article, block=one.note.anchor.block, start=one.note.anchor.start, end=one.note.anchor.end
            )
            for one in noted
        )
        self._bridge.find_areas(WantedAreas(edition=self.edition, words=words))

    def _on_areas_found(self, found: AreasFound) -> None:
        if self._view and len(found.areas) == len(self._asked):
            self._areas = dict(zip(self._asked, found.areas, strict=True))
            self.shown.emit()

    def _on_compared(self, found: Compared) -> None:
        if self._view and found.edition == self.edition:
            self._view.show_compared(found, since_words(self._last))
            self.compared.emit()


def since_words(last: ReadMark | None) -> str:
    """Say when an issue was read last."""
    return tr("上次审读：{reader}，{when}", reader=last.reader, when=when(last.at)) if last else tr("第一次审读")
