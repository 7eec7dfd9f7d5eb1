"""The anchors of footnotes in a cell under edit: numbers follow from the whole article, here stands a sign."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from editor.model.body import ANCHOR, readable
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font

_RAISED = 0.45


class FootnoteSigns(QPyTextObject):
    """The handler of one cell's document."""

    def intrinsicSize(self, _document: QTextDocument, _position: int, _shape: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(_face())
        return QSizeF(metrics.horizontalAdvance(readable(ANCHOR)), metrics.ascent())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, _shape: QTextFormat
    ) -> None:
        painter.save()
        try:
            painter.setFont(_face())
            painter.setPen(current_theme(application()).colour("text"))
            place = QRectF(rect)
            painter.drawText(QPointF(place.left(), place.bottom() - place.height() * _RAISED), readable(ANCHOR))
        finally:
            painter.restore()


def _face() -> QFont:
    face = font("base")
    # as large as Qt sets what is raised
    face.setPixelSize(face.pixelSize() * 2 // 3)
    return face
