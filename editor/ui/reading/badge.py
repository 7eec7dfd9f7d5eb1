"""A note's number in a disc: filled while it is open, grey when it is resolved."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

SIDE = 22


def paint_badge(painter: QPainter, middle: QPointF, words: str, theme: Theme, *, done: bool = False) -> None:
    """Paint a disc with a number or count around a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line.field" if done else "accent.fill"))
    box = QRectF(middle.x() - SIDE / 2, middle.y() - SIDE / 2, SIDE, SIDE)
    painter.drawEllipse(box)
    face = font("small")
    face.setBold(True)
    painter.setFont(face)
    painter.setPen(QColor("white") if done and theme.name != "contrast" else theme.colour("accent.on"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Badge(QWidget):
    """The disc as a widget."""

    def __init__(self, number: int, *, done: bool) -> None:
        super().__init__()
        self._number, self._done = number, done
        self.setFixedSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = QPointF(self.rect().center()) + QPointF(0.5, 0.5)
        paint_badge(painter, middle, str(self._number), current_theme(application()), done=self._done)
        painter.end()
