"""A fact of an article as a field: it tells of what the user writes, never of what it is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QStylePainter, QWidget

from editor.text.sanitise import sanitise
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.theme.apply import set_style

# what Qt leaves inside the frame on both sides
_QTS_OWN = 2
# px between a mark and the field's right side
_BESIDE = 4


class FactField(QLineEdit):
    """One line, a field to the eye only under the pointer or with the focus; without it what is cut says so."""

    written = Signal(str)
    left = Signal()

    def __init__(self, name: str, placeholder: str = "—", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("small", "true")
        self._aside, self._note = 0, ""
        self._mark_beside: QWidget | None = None
        leave_undo_to_window(self)
        set_style(self, kind="quiet")
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(lambda: self.focusNextPrevChild(True))  # noqa: FBT003 - Qt's

    def show_text(self, text: str) -> None:
        """Show a value; the caret stays where it is when the value is what stands there."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
            self._show_tip()

    def show_beside(self, mark: QWidget, *, on: bool) -> None:
        """Show a small mark at the right end, a child of the field; the words make room for it."""
        self._mark_beside = mark
        mark.setVisible(on)
        aside = mark.width() + _BESIDE if on else 0
        if aside != self._aside:
            self._aside = aside
            self.setTextMargins(0, 0, aside, 0)
            self._show_tip()
        self._place_mark()

    def _place_mark(self) -> None:
        mark = self._mark_beside
        if mark:
            mark.move(self.width() - mark.width() - _BESIDE, (self.height() - mark.height()) // 2)

    def write(self, text: str) -> None:
        """Put a word in as the user's own."""
        self.setText(text)
        self.written.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.hasSelectedText():
            self.setCursorPosition(0)
        self._show_tip()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_mark()
        self._show_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.hasSelectedText() or not self._is_cut():
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionFrame()
        try:
            self.initStyleOption(option)
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
            role = QPalette.ColorRole.Text if self.text() else QPalette.ColorRole.PlaceholderText
            painter.setPen(self.palette().color(role))
            words = self.fontMetrics().elidedText(self._words(), Qt.TextElideMode.ElideRight, self._room())
            box = self.rect().adjusted(self._edge(), 0, -self._edge() - self._aside, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        finally:
            painter.end()

    def _words(self) -> str:
        return self.text() or self.placeholderText()

    def _room(self) -> int:
        return self.width() - 2 * self._edge() - self._aside

    def _edge(self) -> int:
        """Return the px between the field's side and its words."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inner = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inner.left() + _QTS_OWN

    def _is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self._words()) > self._room()

    def _show_tip(self) -> None:
        tip = "\n".join(part for part in (self._words() if self._is_cut() else "", self._note) if part)
        if tip != self.toolTip():
            self.setToolTip(tip)

    def _on_edited(self, text: str) -> None:
        self.written.emit(" ".join(sanitise(text).splitlines()))
