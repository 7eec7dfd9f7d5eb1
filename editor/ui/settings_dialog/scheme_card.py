"""A scheme to choose, as a small picture of the window in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from editor.model.language import tr_marked
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font
from editor.ui.theme.scheme import SchemeChoice
from editor.ui.theme.tokens import Theme, load_theme

_SIZE, _PICTURE = QSize(136, 124), QRectF(4, 4, 128, 84)
# what follows the system shows both
_LOOKS = {
    SchemeChoice.SYSTEM: ("light", "dark"),
    SchemeChoice.LIGHT: ("light",),
    SchemeChoice.DARK: ("dark",),
    SchemeChoice.CONTRAST: ("contrast",),
}


class SchemeCard(QAbstractButton):
    """One of several that exclude each other."""

    def __init__(self, choice: SchemeChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self._themes = tuple(load_theme(name) for name in _LOOKS[choice])
        self.setText(tr_marked(choice.value))
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedSize(_SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(application()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, look in enumerate(self._themes):
            self._draw_window(painter, look, place / len(self._themes))
        chosen = self.isChecked()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = "accent" if chosen else "line.field" if self.underMouse() else "line.strong"
        painter.setPen(QPen(theme.colour(edge), 2 if chosen else 1))
        radius = theme.radius["card"]
        painter.drawRoundedRect(_PICTURE, radius, radius)
        painter.setPen(theme.colour("accent" if chosen else "text"))
        painter.setFont(font("strong" if chosen else "base"))
        words = QRectF(0, _PICTURE.bottom() + 4, self.width(), self.height() - _PICTURE.bottom() - 4)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _draw_window(self, painter: QPainter, look: Theme, share: float) -> None:
        """Draw the window from a share of the width on."""
        radius = look.radius["card"]
        whole, part = QPainterPath(), QPainterPath()
        whole.addRoundedRect(_PICTURE, radius, radius)
        part.addRect(_PICTURE.adjusted(_PICTURE.width() * share, 0, 0, 0))
        painter.save()
        painter.setClipPath(whole.intersected(part))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(_PICTURE.topLeft())
        for token, x, y, width, height in (
            ("surface", 0, 0, 128, 84),
            ("window", 0, 0, 128, 12),
            ("sidebar", 0, 12, 34, 72),
            ("sunken", 92, 12, 36, 72),
            ("line", 0, 12, 128, 1),
            ("line", 34, 12, 1, 72),
            ("line", 92, 12, 1, 72),
            ("accent.soft", 3, 24, 28, 8),
            ("accent.fill", 108, 3, 14, 6),
            ("text", 42, 22, 30, 4),
            *(("text3", 42, 34 + 8 * line, 42 - 12 * (line == 4), 2) for line in range(5)),
            *(("text3", 6, 18 + 9 * line, 20, 2) for line in (0, 2, 3, 4)),
            ("text", 6, 27, 22, 2),
            ("paper", 98, 20, 24, 56),
        ):
            painter.fillRect(QRectF(x, y, width, height), look.colour(token))
        painter.restore()
