"""The title: its text with the line breaks an editor chose, each shown by a handle that can be dragged."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from editor.model.article import Title
from editor.model.language import tr
from editor.text.quotes import curly
from editor.text.sanitise import sanitise
from editor.ui.kit import title_breaks
from editor.ui.kit.growing_edit import GrowingEdit
from editor.ui.kit.title_drag import BreakDrag
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font

# px beside the text for the handles of its breaks
TITLE_ROOM = title_breaks.HANDLE.width() + 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleEditor(GrowingEdit):
    """Every line of the text is a line of the title: Ctrl+Enter breaks at the caret or joins there, Backspace joins.

    A break behind the last character is a line to type in. No title holds it: left empty, it goes with the focus.
    """

    edited = Signal(object)
    finished = Signal()

    def __init__(self, *, enter_breaks: bool = False, parent: QWidget | None = None) -> None:
        """Make it empty. enter_breaks: Enter breaks too; else it tells that the title is finished."""
        super().__init__(
            lambda marks: [title_breaks.cursor_of(self.document(), self._title, one.start, one.end) for one in marks],
            room=QSize(TITLE_ROOM, 2),
            parent=parent,
        )
        self.setAccessibleName(tr("标题"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._enter_breaks = enter_breaks
        self._busy = False
        self._face: QFont | None = None
        self._title = Title(text="")
        leave_undo_to_window(self)
        BreakDrag(self, lambda: self._title, self._take)
        self.document().contentsChanged.connect(self._on_contents_changed)

    @property
    def title(self) -> Title:
        """The title as it stands."""
        return self._title

    def show_title(self, title: Title, *, measure: int, pixels: int, other: bool) -> None:
        """Show a title. measure: width in px; pixels: size of its type; other: another article's."""
        self._face = face = font("title")
        face.setPixelSize(pixels)
        self.measure = measure
        self.setFont(face)
        self.document().setDefaultFont(face)
        self.document().setTextWidth(measure)
        if title != self._title or other:
            self._write(title)
        self._space_lines(pixels)

    @property
    def caret(self) -> int:
        """The caret's place, or the selection's beginning, in the title's text, in code points."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        return title_breaks.offset(cursor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._face:
            # a style sheet takes the face away until the title is shown again: the text below would jump
            self.document().setDefaultFont(self._face)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        breaks = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and not breaks and not self._enter_breaks:
            self.finished.emit()
        elif event.key() in _ENTER:
            self._break_line(joins=bool(breaks))
        elif event.text() in ("'", '"') and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            before = self._title.text[: title_breaks.offset(self.textCursor())]
            self.textCursor().insertText(curly(before, event.text()))
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: object) -> None:
        text = getattr(source, "text", str)()
        self.textCursor().insertText(" ".join(sanitise(text).split()))

    def paintEvent(self, event: QPaintEvent) -> None:
        below = QPainter(self.viewport())
        try:
            self.marks.paint(below, event.rect())
        finally:
            below.end()
        super().paintEvent(event)
        theme = current_theme(application())
        painter = QPainter(self.viewport())
        try:
            if not self._title.text and not self.document().firstBlock().layout().preeditAreaText():
                # Qt's own placeholder takes the style sheet's size
                painter.setFont(self.document().defaultFont())
                painter.setPen(theme.colour("text3"))
                painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignVCenter, tr("标题"))
            title_breaks.paint_handles(painter, self, theme)
        finally:
            painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.toPlainText() != title_breaks.lines_of(self._title):
            self._write(self._title)

    def _break_line(self, *, joins: bool) -> None:
        """Break at the caret. joins: where a break is, take it out; else the caret goes on to the next line."""
        title, place = self._title, title_breaks.offset(self.textCursor())
        if self.isReadOnly():
            return
        if 0 < place < len(title.text) and (joins or place not in title.breaks):
            self._take(title_breaks.toggled(title, place))
        elif place == len(title.text) > 0 and self.toPlainText() == title_breaks.lines_of(title):
            # a selection stays
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock()
            self.setTextCursor(cursor)
        elif joins and place == len(title.text):
            self._write(title)
            self.moveCursor(QTextCursor.MoveOperation.End)
        elif place in title.breaks and self.textCursor().atBlockEnd():
            self.moveCursor(QTextCursor.MoveOperation.NextBlock)

    def _take(self, title: Title) -> None:
        """Show a title that this editor made, with the caret where it was in the text, and tell of it."""
        if title == self._title or self.isReadOnly():
            return
        place = title_breaks.offset(self.textCursor())
        self._write(title)
        cursor = self.textCursor()
        cursor.setPosition(place + sum(brk <= place for brk in title.breaks))
        self.setTextCursor(cursor)
        self.edited.emit(title)

    def _write(self, title: Title) -> None:
        self._busy = True
        self.setPlainText(title_breaks.lines_of(title))
        self._busy, self._title = False, title
        self._space_lines(self.font().pixelSize())

    def _space_lines(self, pixels: int) -> None:
        self._busy = True
        title_breaks.space_lines(self.document(), pixels)
        self._busy = False

    def _on_contents_changed(self) -> None:
        if self._busy:
            return
        title = title_breaks.title_of(self.toPlainText())
        if title != self._title:
            self._title = title
            self.edited.emit(title)
