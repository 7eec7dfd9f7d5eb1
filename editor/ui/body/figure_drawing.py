"""A figure as it stands in the body: the picture at its width, caption and source below, on one line where they fit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from editor.model.block_texts import TextField, TextLocation
from editor.model.body import Figure, text_of
from editor.model.language import tr
from editor.ui.body.laid_text import LaidText, paint_hint, paint_words
from editor.ui.body.shapes import EM, Kind
from editor.ui.body.text_places import CENTRE, LEFT, ObjectState, TextPlace
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

if TYPE_CHECKING:
    from editor.ui.body.chart_sketch import ChartSketch

_GAP, _PLACE_HEIGHT, _SPARE = 6, 120, 2


class FigureDrawing:
    """A frame that says so where the picture is missing. picture: where it stands; places: of its texts."""

    def __init__(self, figure: Figure, image: QImage | None, theme: Theme, measure: int) -> None:
        """Lay out. measure: px; image: None where the bytes are not at hand."""
        self._figure, self._image, self._theme, self._measure = figure, image, theme, measure
        width = measure * figure.width / 1000
        self._chart = _sketch(figure, theme) if figure.drawn else None
        place = self._chart.height if self._chart else _PLACE_HEIGHT
        high = width * image.height() / image.width() if image else place
        self.picture = QRectF((measure - width) / 2, 0, width, high)
        self.grip: QRectF | None = self.picture
        self._missing = _missing_words(figure)
        self._prefix = self._laid(tr("来源："), Kind.SOURCE)
        self._caption, self._source = self._laid(figure.caption, Kind.CAPTION), self._laid(figure.source, Kind.SOURCE)
        self.places: dict[TextLocation, TextPlace] = {}
        self.height = self._lay_texts(high + _GAP) + _GAP

    def paint(self, painter: QPainter, corner: QPointF, state: ObjectState) -> None:
        """Paint with the upper left corner there."""
        self._paint_picture(painter, self.picture.translated(corner))
        painter.translate(corner)
        caption, source = (self.places[self._location(field)] for field in _TEXTS)
        laid = {self._location(TextField.CAPTION): self._caption, self._location(TextField.FIGURE_SOURCE): self._source}
        paint_words(painter, laid, self.places, state.words, self._theme)
        opened = state.open.field if state.open else None
        if opened is not TextField.CAPTION:
            self._caption.paint(painter, caption.rect.topLeft())
            if state.chosen and not self._figure.caption:
                paint_hint(painter, caption, _HINT, self._theme)
        if self._figure.source or state.chosen:
            self._prefix.paint(painter, source.rect.topLeft() - QPointF(self._prefix.wide, 0))
        if opened is not TextField.FIGURE_SOURCE:
            self._source.paint(painter, source.rect.topLeft())
        painter.translate(-corner)

    def _lay_texts(self, top: float) -> float:
        """Place caption and source from a height on. Returns where they end."""
        caption, source = self._caption, self._source
        wide = caption.wide if self._figure.caption else self._laid(_HINT, Kind.SOURCE).wide
        behind = EM + self._prefix.wide + source.wide if self._figure.source else 0
        at = (self._measure - wide - behind) / 2
        one_line = at + wide + EM + self._prefix.wide + max(source.wide, EM) <= self._measure and at >= 0
        if one_line:
            self._place(TextField.CAPTION, self._laid(self._figure.caption, Kind.CAPTION, wide), at, top)
            self._place(TextField.FIGURE_SOURCE, source, at + wide + EM + self._prefix.wide, top)
            return top + max(caption.high, source.high)
        self._caption = caption = self._laid(self._figure.caption, Kind.CAPTION, self._measure - _SPARE, CENTRE)
        self._place(TextField.CAPTION, caption, 0, top)
        room = self._measure - self._prefix.wide - _SPARE
        self._source = source = self._laid(self._figure.source, Kind.SOURCE, min(room, source.wide))
        at = self._prefix.wide + (room - source.wide) / 2
        self._place(TextField.FIGURE_SOURCE, source, at, top + caption.high)
        return top + caption.high + source.high

    def _place(self, field: TextField, laid: LaidText, left: float, top: float) -> None:
        rect = QRectF(round(left), top, laid.width, laid.high)
        area = rect.adjusted(-_GAP, 0, _GAP, 0)
        self.places[self._location(field)] = TextPlace(rect=rect, area=area, kind=laid.kind, align=laid.align)

    def _laid(self, text: str, kind: Kind, width: float | None = None, align: Qt.AlignmentFlag = LEFT) -> LaidText:
        """Lay out a text, at its own width where none is given."""
        runs = text_of(text)
        if width is None:
            width = LaidText(runs, kind, _ENDLESS, LEFT, self._theme).wide
        return LaidText(runs, kind, int(width) + _SPARE, align, self._theme)

    def _location(self, field: TextField) -> TextLocation:
        return TextLocation(field, self._figure.uid)

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        if self._image:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
            return
        if self._chart:
            self._chart.paint(painter, place)
            return
        painter.setPen(QPen(self._theme.colour("line.field"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(self._theme.colour("warn"))
        painter.setFont(font("small"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._missing)


_HINT = tr("图题")
_TEXTS = (TextField.CAPTION, TextField.FIGURE_SOURCE)
_ENDLESS = 100_000.0


def _sketch(figure: Figure, theme: Theme) -> "ChartSketch":
    # imported for the first chart: most issues have none
    from editor.ui.body.chart_sketch import ChartSketch

    return ChartSketch(figure, theme)


def _missing_words(figure: Figure) -> str:
    """Return what stands in the place of a picture that is not there."""
    if figure.picture:
        return tr("图片缺失：版面上留有位置。双击放入图片")
    if figure.original:
        return tr("Office 的矢量图，原样留存，还印不出来。双击放入图片")
    return tr("还没有图片。双击放入图片")
