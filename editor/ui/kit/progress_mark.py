"""The mark of where an article stands, 16 px: told by its shape, in grey; only a returned one has a colour.

Review fills a disc, proof closes a ring around it, the end is a tick.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from editor.model.article_review import ArticleProgress, Phase
from editor.model.language import tr
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme

SIDE = 16
_ICONS = {
    Phase.BEGUN: ("state.draft", "text3"),
    Phase.DONE: ("state.proofed", "text3"),
    Phase.RETURNED: ("review.return", "warn"),
}
_TURN = 360 * 16


def draw_standing(painter: QPainter, square: QRect, standing: ArticleProgress, theme: Theme) -> None:
    """Paint the mark into a square of 16 px."""
    if standing.phase in _ICONS:
        name, token = _ICONS[standing.phase]
        icon(name, theme, size=SIDE, token=token).paint(painter, square)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(square.left() + SIDE / 2, square.top() + SIDE / 2)
    ink, share = theme.colour("text3"), standing.passed / max(1, standing.of)
    review = standing.phase is Phase.REVIEW
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, 6.5, 6.5)
    if not review:
        painter.setPen(QPen(ink, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(_around(middle, 6.0), 90 * 16, -round(_TURN * share))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if review:
        painter.drawPie(_around(middle, 5.0), 90 * 16, -round(_TURN * share))
    else:
        painter.drawEllipse(middle, 3.0, 3.0)
    painter.restore()


def standing_picture(standing: ArticleProgress, theme: Theme, ratio: float) -> QPixmap:
    """Return the mark as a picture, for menus. ratio: pixels of the screen to one of 16."""
    made = QPixmap(QSize(SIDE, SIDE) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw_standing(painter, QRect(0, 0, SIDE, SIDE), standing, theme)
    painter.end()
    return made


class StandingMark(QWidget):
    """The mark in a row of a form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(SIDE, SIDE)
        self._standing: ArticleProgress | None = None

    def show_standing(self, standing: ArticleProgress) -> None:
        """Show where an article stands."""
        self._standing = standing
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._standing:
            painter = QPainter(self)
            draw_standing(painter, self.rect(), self._standing, current_theme(application()))
            painter.end()


def _around(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)


def progress_words(standing: ArticleProgress) -> str:
    """Return where an article stands, e.g. 二审 or 退回到“一审”."""
    if standing.phase is Phase.RETURNED:
        return tr("退回到“{step}”", step=standing.step)
    return tr("{step}，各步已走完", step=standing.step) if standing.phase is Phase.DONE else standing.step
