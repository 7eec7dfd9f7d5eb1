"""The title: its text with the line breaks an editor chose, each shown by a handle that can be dragged."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QToolTip, QWidget

from editor.model.issue import Title
from editor.model.language import tr
from editor.text.quotes import curly
from editor.text.sanitise import sanitise
from editor.ui.kit.text_marks import TextMarks
from editor.ui.kit.tints import Layer, TextMark
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.utf16 import units
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.icons import icon

_HANDLE = QSize(24, 20)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleEditor(QTextEdit):
    """Every line of the text is a line of the title: Enter or Ctrl+Enter breaks at the caret, Backspace joins."""

    edited = Signal(object)
    left = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("标题"))
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self._measure, self._height, self._busy = 0, 0, False
        self._title = Title(text="")
        self._dragged = -1
        leave_undo_to_window(self)
        set_style(self, kind="bare")
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.document().contentsChanged.connect(self._on_contents_changed)
        self._marks = TextMarks(self, self.cursors_of)

    @property
    def title(self) -> Title:
        """The title as it stands."""
        return self._title

    def show_title(self, title: Title, *, measure: int, pixels: int, other: bool) -> None:
        """Show a title. measure: width in px; pixels: size of its type; other: another article's."""
        face = font("title")
        face.setPixelSize(pixels)
        self._measure = measure
        self.setFont(face)
        self.document().setDefaultFont(face)
        self.document().setTextWidth(measure)
        if title != self._title or other:
            self._write(title)
        self._space_lines(pixels)

    def show_marks(self, layer: Layer, marks: Sequence[TextMark]) -> None:
        """Show these marks in place of the layer's others."""
        self._marks.show(layer, marks)

    def cursors_of(self, marks: Sequence[TextMark]) -> list[QTextCursor | None]:
        """Return where marks stand, None for one that is not there."""
        return [self._cursor(set_style.start, set_style.end) for set_style in marks]

    @property
    def caret(self) -> int:
        """The caret's place, or the selection's beginning, in the title's text, in code points."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        return self._offset(cursor)

    def sizeHint(self) -> QSize:
        return QSize(self._measure + _HANDLE.width() + 8, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        tip = event.type() == QEvent.Type.ToolTip
        return (tip and self._marks.show_tip(event)) or super().viewportEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        breaks = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and not breaks:
            self.finished.emit()
        elif event.key() in _ENTER:
            self._toggle_break()
        elif event.text() in ("'", '"') and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            before = self._title.text[: self._offset(self.textCursor())]
            self.textCursor().insertText(curly(before, event.text()))
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: object) -> None:
        text = getattr(source, "text", str)()
        self.textCursor().insertText(" ".join(sanitise(text).split()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged = self._handle_at(event.position().toPoint())
        if self._dragged < 0:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._dragged < 0:
            over = not self.isReadOnly() and self._handle_at(point) >= 0
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.IBeamCursor)
            super().mouseMoveEvent(event)
            return
        lines = self._moved(self._place(point)).lines
        QToolTip.showText(event.globalPosition().toPoint(), tr("松开后：{lines}", lines=" / ".join(lines)), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged < 0:
            super().mouseReleaseEvent(event)
            return
        moved = self._moved(self._place(event.position().toPoint()))
        self._dragged = -1
        QToolTip.hideText()
        self._take(moved)

    def paintEvent(self, event: QPaintEvent) -> None:
        below = QPainter(self.viewport())
        try:
            self._marks.paint(below, event.rect())
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
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent.soft"))
            for rect in self._handles():
                painter.drawRoundedRect(rect, 4, 4)
                icon("linebreak", theme, token="accent").paint(painter, rect.adjusted(4, 2, -4, -2))
        finally:
            painter.end()

    # inside

    def _toggle_break(self) -> None:
        place = self._offset(self.textCursor())
        breaks = set(self._title.breaks) ^ {place}
        if 0 < place < len(self._title.text):
            self._take(Title(text=self._title.text, breaks=tuple(sorted(breaks))))

    def _take(self, title: Title) -> None:
        """Show a title that this editor made, with the caret where it was in the text, and tell of it."""
        if title == self._title or self.isReadOnly():
            return
        place = self._offset(self.textCursor())
        self._write(title)
        cursor = self.textCursor()
        cursor.setPosition(place + sum(brk <= place for brk in title.breaks))
        self.setTextCursor(cursor)
        self.edited.emit(title)

    def _write(self, title: Title) -> None:
        self._busy = True
        edges = (0, *title.breaks, len(title.text))
        self.setPlainText("\n".join(title.text[a:b] for a, b in pairwise(edges)))
        self._busy, self._title = False, title
        self._space_lines(self.font().pixelSize())

    def _space_lines(self, pixels: int) -> None:
        shape = QTextBlockFormat()
        shape.setLineHeight(round(pixels * 1.42), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        self._busy = True
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        self._busy = False

    def _on_contents_changed(self) -> None:
        if self._busy:
            return
        lines = self.toPlainText().split("\n")
        text = "".join(lines)
        places = accumulate(map(len, lines[:-1]))
        title = Title(text=text, breaks=tuple(sorted({place for place in places if 0 < place < len(text)})))
        if title != self._title:
            self._title = title
            self.edited.emit(title)

    def _on_size_changed(self, size: QSizeF) -> None:
        self._height = round(size.height()) + 2
        self.updateGeometry()

    def _offset(self, cursor: QTextCursor) -> int:
        """Return the caret's place in the title's text, in code points."""
        return len(
            self.toPlainText().encode("utf-16-le")[: 2 * cursor.position()].decode("utf-16-le").replace("\n", "")
        )

    def _cursor(self, start: int, end: int) -> QTextCursor | None:
        text, breaks = self._title.text, self._title.breaks
        if end > len(text):
            return None
        cursor = QTextCursor(self.document())
        # a break is a character of the document: before what begins there, behind what ends there
        cursor.setPosition(units(text[:start]) + sum(brk <= start for brk in breaks))
        cursor.setPosition(units(text[:end]) + sum(brk < end for brk in breaks), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _place(self, point: QPoint) -> int:
        return self._offset(self.cursorForPosition(point))

    def _moved(self, place: int) -> Title:
        others = [brk for number, brk in enumerate(self._title.breaks) if number != self._dragged]
        wanted = {*others, place} if 0 < place < len(self._title.text) else set(others)
        return Title(text=self._title.text, breaks=tuple(sorted(wanted)))

    def _handles(self) -> list[QRect]:
        found = []
        block = self.document().begin()
        while block.isValid() and block.next().isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            rect = self.cursorRect(cursor)
            found.append(QRect(QPoint(rect.right() + 8, rect.center().y() - _HANDLE.height() // 2), _HANDLE))
            block = block.next()
        return found

    def _handle_at(self, point: QPoint) -> int:
        return next((number for number, rect in enumerate(self._handles()) if rect.contains(point)), -1)
