"""The numbers of footnotes in the body, drawn at their anchors."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from editor.document.footnotes import footnote_number
from editor.ui.body.shapes import FOOTNOTE
from editor.ui.kit.utf16 import OBJECT_CHARACTER
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_RAISED = 0.45


class FootnoteMarks(QPyTextObject):
    """The handler of one document. theme: in which the body is shown."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._revision = -1
        self._numbers: dict[int, int] = {}

    def intrinsicSize(self, document: QTextDocument, position: int, _shape: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(font("small"))
        return QSizeF(metrics.horizontalAdvance(self._number(document, position)) + 2, metrics.ascent())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, _shape: QTextFormat
    ) -> None:
        painter.save()
        try:
            painter.setFont(font("small"))
            painter.setPen(self.theme.colour("accent"))
            place = QRectF(rect)
            painter.drawText(
                QPointF(place.left() + 1, place.bottom() - place.height() * _RAISED),
                self._number(document, position),
            )
        finally:
            painter.restore()

    def _number(self, document: QTextDocument, position: int) -> str:
        if self._revision != document.revision():
            self._revision, self._numbers = document.revision(), _numbers(document)
        return footnote_number(self._numbers.get(position, 1))


def _numbers(document: QTextDocument) -> dict[int, int]:
    """Return the number of every anchor by its place (UTF-16 units)."""
    places: list[int] = []
    block = document.begin()
    while block.isValid():
        if OBJECT_CHARACTER in block.text():
            place = block.begin()
            while not place.atEnd():
                fragment = place.fragment()
                place += 1
                if fragment.charFormat().stringProperty(FOOTNOTE):
                    start = fragment.position()
                    units = fragment.text().encode("utf-16-le")
                    places += [start + at // 2 for at in range(0, len(units), 2) if units[at : at + 2] == _ANCHOR_UNIT]
        block = block.next()
    return {place: number for number, place in enumerate(places, 1)}


_ANCHOR_UNIT = OBJECT_CHARACTER.encode("utf-16-le")
