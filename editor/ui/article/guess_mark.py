"""A guess looks like a guess: a small mark in the field, and one click on it takes the guess for true."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from editor.model.language import tr
from editor.model.origin import ManuscriptField
from editor.ui.kit.guess_words import FIELD_NAMES
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font

_HEIGHT, _PAD = 20, 8


class GuessMark(QAbstractButton):
    """Hidden where nothing is guessed; clicked when the user takes the guess for true.

    Painted here: a push button of the style sheet is at least 28 px high.
    """

    def __init__(self, field: ManuscriptField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(tr("猜的"))
        self.field = field
        self.setFont(font("small"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("{field}是猜的，点一下认可", field=FIELD_NAMES[field]))
        self.setToolTip(tr("文件里没有写明，是猜的。对就点一下（Ctrl+Shift+A），不对就改。"))
        self.setFixedSize(self.sizeHint())
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PAD, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme(application())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("warn.mark") if self.underMouse() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("warn.soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(theme.colour("warn"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
