"""Where something that is dragged would land: a line between rows, or a frame around what takes it in."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme

_KNOB, _LINE, _RADIUS = 8, 2, 4


class DropMark(QWidget):
    """Lies over a view's rows and lets the pointer through. What is shown last counts; hidden: nothing is taken."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.line = False
        self.hide()

    def show_line(self, left: int, y: int, right: int) -> None:
        """Show a line across, with a knob at its left end. px of what it lies over."""
        top = max(0, y - _KNOB // 2)
        self._show(QRect(left, top, right - left, _KNOB), line=True)

    def show_frame(self, around: QRect) -> None:
        """Show a frame around a row."""
        self._show(around, line=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, box = current_theme(application()), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.colour("accent")
        painter.setPen(QPen(ink, _LINE))
        if self.line:
            middle = box.center().y()
            painter.drawEllipse(QRectF(1, middle - 3, 6, 6))
            painter.fillRect(QRectF(_KNOB, middle - 1, box.width() - _KNOB, _LINE), ink)
        else:
            ground = theme.colour("accent")
            ground.setAlpha(36)
            painter.setBrush(ground)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()

    def _show(self, box: QRect, *, line: bool) -> None:
        self.line = line
        self.setGeometry(box)
        self.show()
        self.raise_()
        self.update()
