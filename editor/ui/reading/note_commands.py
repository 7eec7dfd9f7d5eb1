"""批注: made, answered and settled, beside the text and in the 审读 view; each is a step that can be undone."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.model.language import tr
from editor.model.note_edits import add_note, change_note, drop_note, notes_of, reopened, replied, resolved
from editor.model.notes import Anchor, Note, NoteField
from editor.model.workspace import Workspace
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import NOTES
from editor.ui.commands.places import CommandGroup
from editor.ui.kit.later import LaterPage
from editor.ui.kit.tints import Layer, MarkKind, TextMark
from editor.ui.kit.widgets import application
from editor.ui.reading.rows import NoteRow, note_rows, rows_text

if TYPE_CHECKING:
    from editor.ui.reading.notes_view import NotesView


_HINT = tr("还没有批注。到“审读”里在版面上点一个词，就写下一条。")


class NoteCommands(QObject):
    """Acts on the notes of one window. copied: the notes were, with what to say."""

    copied = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        super().__init__(context.window)
        self._context, self._session = context, context.session
        self._page = LaterPage(self._make_list, self._fill)
        context.lists.add(self._page)
        self._session.issue_opened.connect(self.show_notes)
        self._session.changed.connect(lambda _before, _after: self.show_notes())
        self._session.author_changed.connect(self._page.refresh)

    @property
    def list(self) -> "NotesView":
        """The notes beside the text."""
        return self._page.view

    def show_list(self) -> None:
        """Show the notes in the left column."""
        self._context.lists.show(NOTES)

    def wire(self, notes: "NotesView", rows: Callable[[], Sequence[NoteRow]]) -> None:
        """Do what is wanted in a list. rows: what it shows."""
        notes.replied.connect(self._on_replied)
        notes.rewritten.connect(
            lambda uid, words: self._change(tr("改批注"), uid, lambda one: replace(one, text=words))
        )
        notes.resolve_wanted.connect(
            lambda uid: self._change(tr("解决批注"), uid, partial(resolved, by=self._session.author, at=now()))
        )
        notes.reopen_wanted.connect(lambda uid: self._change(tr("重新打开批注"), uid, reopened))
        notes.drop_wanted.connect(lambda uid: self._apply(tr("删除批注"), lambda space: drop_note(space, uid)))
        notes.paper_wanted.connect(self._context.actions["notes.paper"].trigger)
        notes.copy_wanted.connect(lambda: self._copy(rows()))

    def add(self, article: str, anchor: Anchor, words: str) -> Note:
        """Add a note of the session's author. article: its uid, empty for the issue's own pages."""
        note = Note(author=self._session.author, at=now(), text=words, anchor=anchor)
        self._apply(tr("加批注"), lambda space: add_note(space, article, note))
        return note

    def show_notes(self) -> None:
        """Show the notes as they stand, in the list and in the text."""
        rows = self._rows()
        self._context.lists.show_count(NOTES, sum(row.noted.note.open for row in rows))
        self._page.refresh()
        self.mark_article()

    def mark_article(self) -> None:
        """Mark in the open article the words that open notes speak of."""
        article = self._context.article
        notes = article.article.archive.notes if article.article else ()
        standing = [one.anchor for one in notes if one.open and not one.anchor.gone]
        for field, target in ((NoteField.BODY, article.body), (NoteField.TITLE, article.title)):
            marks = [
                TextMark(block=one.block, start=one.start, end=one.end, kind=MarkKind.NOTE)
                for one in standing
                if one.field is field
            ]
            target.marks.show(Layer.NOTES, marks)

    # inside

    def _make_list(self, parent: QWidget) -> "NotesView":
        from editor.ui.reading.notes_view import NotesView

        made = NotesView(self._session.author, _HINT, parent)
        self.wire(made, self._rows)
        made.chosen.connect(self._show_in_text)
        return made

    def _fill(self, notes: "NotesView") -> None:
        writable = not self._session.library.read_only
        notes.show_notes(self._rows(), writable=writable, reader=self._session.author)

    def _rows(self) -> tuple[NoteRow, ...]:
        opened = self._session.opened_issue
        return tuple(note_rows(opened.issue, self._context.pages.facts, {})) if opened else ()

    def _apply(self, label: str, change: Callable[[Workspace], Workspace]) -> None:
        if self._context.opened.annotate(label, change):
            self._context.show_message(tr("已{label}，Ctrl+Z 撤销", label=label))

    def _change(self, label: str, uid: str, change: Callable[[Note], Note]) -> None:
        self._apply(label, lambda space: change_note(space, uid, change))

    def _on_replied(self, uid: str, words: str) -> None:
        author, at = self._session.author, now()
        self._change(tr("回复批注"), uid, lambda one: replied(one, author=author, at=at, text=words))

    def _copy(self, rows: Sequence[NoteRow]) -> None:
        application().clipboard().setText(rows_text(rows))
        self._context.show_message(tr("批注清单已复制"))
        self.copied.emit(tr("批注清单已复制"))

    def _show_in_text(self, uid: str) -> None:
        """Lead from the list beside the text to a note's words."""
        found = next((one for one in notes_of(self._context.opened.issue) if one.note.uid == uid), None)
        if found is None:
            return
        anchor = found.note.anchor
        if not found.article:
            self._context.outline.part_chosen.emit(anchor.field.value)
            return
        self._context.show_article(found.article)
        if anchor.block and not anchor.gone:
            self._context.article.body.caret.show_span(anchor.block, (anchor.start, anchor.end))
            self._context.article.scrolling.show_caret()


def now() -> dt.datetime:
    """Return the time at which something is noted."""
    return dt.datetime.now(tz=dt.UTC)


COMMANDS = CommandSet(
    NoteCommands,
    (
        Command(
            name="review.notes",
            text=tr("批注列表"),
            english="Notes, comments",
            icon="review.notes",
            places=(CommandGroup.VIEW.at(20),),
            run=NoteCommands.show_list,
        ),
    ),
)
