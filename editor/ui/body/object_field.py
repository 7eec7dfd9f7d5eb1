"""The field in which a text of a figure or table is written, at its place in the body."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.model.body import Run, Text, plain
from editor.text.quotes import curly
from editor.ui.body import cursor_edits
from editor.ui.body.drawings import wrap_anywhere
from editor.ui.body.footnote_signs import FootnoteSigns
from editor.ui.body.keyboard import step_of
from editor.ui.body.places import word_cursor
from editor.ui.body.reader import line_runs
from editor.ui.body.shapes import FOOTNOTE_TYPE, block_format, char_format
from editor.ui.body.text_places import TextPlace
from editor.ui.body.writer import write_runs
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.utf16 import code_points, units
from editor.ui.theme.apply import set_style
from editor.ui.theme.tokens import Theme

_CARET = 2


class Surroundings(Protocol):
    """What a field leaves to the object around its text. Places: px of the field's parent."""

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key that leads out of the text. Returns False for one that is the field's own."""

    def type_over(self) -> None:
        """Know that something is about to be written."""

    def drag(self, point: QPointF) -> bool:
        """Take a pointer that is dragged there from the text. Returns False while it is still in the text."""

    def copy(self) -> QMimeData | None:
        """Return what is copied, None for the field's own selection."""

    def paste(self, data: QMimeData) -> None:
        """Put in what a clipboard brings."""


class ObjectField(QTextEdit):
    """One line of runs, broken as its drawing is. The value around it is written at every change.

    edited: other runs than before, with the name under which steps are joined; composed: letters that are no text yet;
    left: the keyboard went elsewhere.
    """

    edited = Signal(str)
    composed = Signal(str)
    left = Signal()

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._step = around, ""
        self._busy, self._composing = False, False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTabChangesFocus(False)
        # what is dropped is the body's
        self.setAcceptDrops(False)
        set_style(self, kind="bare")
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        wrap_anywhere(self.document())
        self.document().documentLayout().registerHandler(FOOTNOTE_TYPE, FootnoteSigns(self))
        self.menu = leave_undo_to_window(self)
        self.document().contentsChanged.connect(self._on_contents_changed)

    @property
    def runs(self) -> Text:
        """The runs as they stand."""
        return line_runs(self.document().firstBlock())

    def show_runs(self, runs: Text, place: TextPlace, theme: Theme, *, keep_caret: bool = False) -> None:
        """Show a text in the looks of its place, the caret at its end or where it was."""
        self._busy, at = True, self.textCursor().position()
        self.clear()
        shape, characters = block_format(place.kind, ""), char_format(Run(text=""), place.kind, theme)
        shape.setBottomMargin(0)
        shape.setAlignment(place.align)
        self.document().setDefaultFont(characters.font())
        cursor = self.textCursor()
        cursor.setBlockFormat(shape)
        cursor.setBlockCharFormat(characters)
        cursor.setCharFormat(characters)
        write_runs(cursor, runs, place.kind, theme)
        if keep_caret:
            cursor.setPosition(min(at, cursor.position()))
        self.setTextCursor(cursor)
        self._busy = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def edit_text(self, act: Callable[[QTextCursor], object], step: str = "") -> None:
        """Do something to the text at the caret, as one edit. step: name under which edits are joined."""
        cursor = self.textCursor()
        self._step = step
        cursor.beginEditBlock()
        act(cursor)
        cursor.endEditBlock()
        self._step = ""
        self.setTextCursor(cursor)

    def set_caret(self, point: QPointF, *, keep: bool = False) -> None:
        """Put the caret where a point of the parent is. keep: select to there."""
        there = self.cursorForPosition(point.toPoint() - self.pos())
        cursor = self.textCursor()
        cursor.setPosition(there.position(), QTextCursor.MoveMode(int(keep)))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._around.key(event):
            return
        self._step = step_of(event)
        if not _type_quote(self, event.text(), self._step):
            super().keyPressEvent(event)
        self._step = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.preeditString() or event.commitString():
            self._around.type_over()
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        # what is composed over goes with what comes in its place
        self._on_contents_changed()
        self.composed.emit(event.preeditString())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            # chosen words would be dragged out of the cell: a drag chooses cells
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = QPointF(self.mapToParent(event.position().toPoint()))
        if not event.buttons() & Qt.MouseButton.LeftButton or not self._around.drag(point):
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        cursor = self.cursorForPosition(point)
        self.setTextCursor(word_cursor(cursor, after=point.x() >= self.cursorRect(cursor).x()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        return self._around.copy() or super().createMimeDataFromSelection()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._around.paste(source)

    def _on_contents_changed(self) -> None:
        if not self._busy and not self._composing:
            self.edited.emit(self._step)


def put_field(field: ObjectField, rect: QRect) -> None:
    """Let a field stand at a place of its parent, with room for the caret behind a full line."""
    field.setLineWrapColumnOrWidth(rect.width())
    field.setGeometry(rect.adjusted(0, 0, _CARET, 0))


def select_words(field: ObjectField, start: int, end: int) -> None:
    """Select a part of a field's text. start, end: code points."""
    text, cursor = plain(field.runs), field.textCursor()
    cursor.setPosition(units(text[:start]))
    cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def _type_quote(field: ObjectField, typed: str, step: str) -> bool:
    """Type a straight quote as the Chinese one that fits, which undo takes back. Returns whether it was one."""
    cursor = field.textCursor()
    text = cursor.block().text()
    fitting = curly(text[: code_points(text, cursor.selectionStart())], typed)
    if fitting == typed:
        return False
    field.edit_text(lambda at: at.insertText(typed), step)
    field.edit_text(lambda at: cursor_edits.retype(at, fitting))
    return True
