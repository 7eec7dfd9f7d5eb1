"""A text under edit that is as high as its text, with marks on it: the title and the body of an article."""

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from editor.ui.kit.text_marks import Finder, TextMarks
from editor.ui.theme.apply import set_style


class GrowingEdit(QTextEdit):
    """Scrolls with the form that it stands in, never by itself. It keeps no history of its own.

    entered: the user has gone there; with the pointer once its button is up, since what moves meanwhile would select.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, find: Finder, *, room: QSize, parent: QWidget | None = None) -> None:
        """Make it empty. find: where marks stand; room: px beside and below the text."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # a fixed policy, not fixed sizes: those do not survive the style sheet's own heights
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_style(self, kind="bare")
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        # measure: width of the text in px
        self.measure, self._height, self._room = 0, 0, room
        self.marks = TextMarks(self, find)
        self._pressed_in = False

    def sizeHint(self) -> QSize:
        return QSize(self.measure + self._room.width(), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        tip = event.type() == QEvent.Type.ToolTip
        return (tip and self.marks.show_tip(event)) or super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._pressed_in = event.reason() == Qt.FocusReason.MouseFocusReason
        if not self._pressed_in:
            self.entered.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed_in:
            self._pressed_in = False
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _on_size_changed(self, size: QSizeF) -> None:
        self._height = round(size.height()) + self._room.height()
        self.updateGeometry()
