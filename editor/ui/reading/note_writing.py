"""A note is written while pages are read: words are pointed at, then what is to be said of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.model.notes import Anchor
from editor.model.page_facts import Spot
from editor.ui.commands.context import WindowContext
from editor.ui.pages.bridge import PagesClient
from editor.ui.reading.note_commands import NoteCommands
from editor.ui.reading.read_pages import ReadPages
from editor.ui.reading.word_pointing import WordPointing

if TYPE_CHECKING:
    from editor.ui.reading.view import ReadingView


class NoteWriting(QObject):
    """Of one window, for one view at a time."""

    def __init__(self, context: WindowContext, guest: PagesClient, pages: ReadPages, notes: NoteCommands) -> None:
        """Act in one window. pages: that are read; notes: adds what was written."""
        super().__init__(context.window)
        self._context, self._pages, self._notes = context, pages, notes
        self._view: ReadingView | None = None
        self._target: tuple[str, Anchor] | None = None
        self._pointing = WordPointing(context.bridge, guest)
        self._pointing.pointed.connect(self._on_pointed)

    def begin(self, view: "ReadingView") -> None:
        """Take notes on what a view shows."""
        self._view = view
        view.note_wanted.connect(self._begin_in_middle)
        view.pages.words_pointed.connect(self._on_words_pointed)
        view.notes.written.connect(self._on_written)
        view.notes.given_up.connect(self._give_up)

    def end(self) -> None:
        """Take no notes any more."""
        self._view = None
        self._give_up()

    def _begin_in_middle(self) -> None:
        place = self._view.pages.middle() if self._view else None
        if place:
            self._on_words_pointed(*place, *place)

    def _on_words_pointed(self, spot: Spot, x: int, end: Spot, far: int) -> None:
        opened, pages = self._context.opened, self._pages
        if self._view is None:
            return
        if opened.library.read_only:
            self._view.foot.show_place(opened.library.why_read_only)
        elif pages.facts:
            self._target = None
            self._pointing.point(opened.value, pages.facts, pages.edition, (spot, x), (end, far))

    def _on_pointed(self, article: str, anchor: Anchor) -> None:
        if self._view:
            # what was typed before the words were found stays
            typed = self._view.notes.field.toPlainText() if self._target and article else ""
            self._target = (article, anchor)
            self._view.notes.begin(anchor.words, typed)

    def _give_up(self) -> None:
        """Begin no note when words are found late."""
        self._target = None
        self._pointing.forget()

    def _on_written(self, words: str) -> None:
        if self._target is None or self._view is None:
            return
        article, anchor = self._target
        self._give_up()
        self._view.notes.choose(self._notes.add(article, anchor, words).uid)
        self._view.pages.setFocus()
