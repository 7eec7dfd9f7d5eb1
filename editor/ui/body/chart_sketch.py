"""A chart between the lines of the text: a plain sketch of its numbers; how it prints the pages show."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from editor.document.charts import Chart, DrawnSeries, chart_of
from editor.model.body import ChartKind, Figure
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_ROW, _GAP, _KEY = 18.0, 6.0, 9.0
_SIDES = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_PALEST = 0.22


class ChartSketch:
    """Of one chart in one theme. height: px, for any width."""

    height = 176

    def __init__(self, figure: Figure, theme: Theme, *, valued: bool = False) -> None:
        """Read the numbers. valued: they are written at the bars and points of a single series."""
        self._chart, self._theme = chart_of(figure), theme
        self._valued = valued and len(self._chart.series) == 1

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint within a place, unit and names above, categories below."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        if self._chart.message:
            self._words(painter, place, self._chart.message, _SIDES, "warn")
        else:
            self._paint_head(painter, QRectF(place.left(), place.top(), place.width(), _ROW))
            self._paint_kind(painter, place.adjusted(0, _ROW + _GAP, 0, 0))
        painter.restore()

    def _paint_kind(self, painter: QPainter, place: QRectF) -> None:
        if self._chart.kind is ChartKind.SHARE:
            self._paint_parts(painter, place)
            return
        plot = place.adjusted(0, _ROW if self._valued else 0, 0, -_ROW)
        slot = plot.width() / len(self._chart.categories)
        for at, name in enumerate(self._chart.categories):
            below = QRectF(plot.left() + at * slot, plot.bottom(), slot, _ROW)
            self._words(painter, below, name, _SIDES, "text2")
        for at, series in enumerate(self._chart.series):
            if self._chart.kind is ChartKind.LINE:
                self._paint_line(painter, plot, series, self._shade(at))
            else:
                self._paint_bars(painter, plot, series, at)
        if self._valued:
            self._write_values(painter, plot, self._chart.series[0])
        zero = plot.bottom() - plot.height() * self._chart.zero
        painter.setPen(QPen(self._theme.colour("text2"), 1))
        painter.drawLine(QLineF(plot.left(), zero, plot.right(), zero))

    def _paint_bars(self, painter: QPainter, plot: QRectF, series: DrawnSeries, at: int) -> None:
        many, slot = len(self._chart.series), plot.width() / len(series.at)
        wide = min(slot * 0.7 / many, 40.0)
        painter.setPen(QPen(self._shade(0), 0.5))
        painter.setBrush(self._shade(at))
        for place, value in enumerate(series.at):
            if value is not None:
                left = plot.left() + slot * (place + 0.5) + wide * (at - many / 2)
                low, high = sorted((value, self._chart.zero))
                top = plot.bottom() - plot.height() * high
                painter.drawRect(QRectF(left, top, wide, plot.height() * (high - low)))

    def _paint_line(self, painter: QPainter, plot: QRectF, series: DrawnSeries, shade: QColor) -> None:
        slot = plot.width() / len(series.at)
        painter.setPen(QPen(shade, 2))
        painter.setBrush(shade)
        for piece in _pieces(series.at):
            points = [
                QPointF(plot.left() + slot * (at + 0.5), plot.bottom() - plot.height() * value) for at, value in piece
            ]
            painter.drawPolyline(QPolygonF(points))
            for point in points:
                painter.drawEllipse(point, 2, 2)

    def _write_values(self, painter: QPainter, plot: QRectF, series: DrawnSeries) -> None:
        """Write every value above its bar or point; those of a crowded line are left out."""
        slot = plot.width() / len(series.at)
        metrics = QFontMetricsF(painter.font())
        if slot < max(map(metrics.horizontalAdvance, series.labels)):
            return
        for at, (value, said) in enumerate(zip(series.at, series.labels, strict=True)):
            if value is not None:
                top = plot.bottom() - plot.height() * max(value, self._chart.zero) - _ROW
                self._words(painter, QRectF(plot.left() + at * slot, top, slot, _ROW), said, _SIDES, "text")

    def _paint_parts(self, painter: QPainter, place: QRectF) -> None:
        wholes, metrics = self._chart.series, QFontMetricsF(painter.font())
        high = min(32.0, place.height() / len(wholes) - _GAP)
        named = max(metrics.horizontalAdvance(one.name) for one in wholes) + _GAP if len(wholes) > 1 else 0.0
        named = min(named, place.width() / 3)
        for row, series in enumerate(wholes):
            left, top = place.left() + named, place.top() + row * (high + _GAP)
            name = series.name if named else ""
            self._words(painter, QRectF(place.left(), top, max(0.0, named - _GAP), high), name, _LEFT, "text2")
            for at, (share, said) in enumerate(zip(series.at, series.labels, strict=True)):
                part = QRectF(left, top, (place.width() - named) * (share or 0), high)
                painter.setPen(QPen(self._shade(0), 0.5))
                painter.setBrush(self._shade(at))
                painter.drawRect(part)
                dark = self._shade(at).lightness() < 140
                fits = metrics.horizontalAdvance(said) <= part.width()
                self._words(
                    painter, part, said if fits else "", _SIDES, "raised" if dark is not self._theme.dark else "text"
                )
                left += part.width()

    def _paint_head(self, painter: QPainter, row: QRectF) -> None:
        """Write the unit and the names of the series, or of the parts, in one row."""
        chart = self._chart
        shares = chart.kind is ChartKind.SHARE
        names = chart.categories if shares else tuple(one.name for one in chart.series)
        left, metrics = row.left(), QFontMetricsF(painter.font())
        if chart.unit:
            self._words(painter, row, chart.unit, _LEFT, "text2")
            left += metrics.horizontalAdvance(chart.unit) + 2 * _GAP
        for at, name in enumerate(names if len(names) > 1 or not chart.unit else ()):
            painter.setPen(QPen(self._shade(0), 0.5))
            painter.setBrush(self._shade(at))
            painter.drawRect(QRectF(left, row.center().y() - _KEY / 2, _KEY, _KEY))
            left += _KEY + _GAP
            self._words(painter, QRectF(left, row.top(), max(0.0, row.right() - left), _ROW), name, _LEFT, "text")
            left += metrics.horizontalAdvance(name) + 2 * _GAP

    def _shade(self, at: int) -> QColor:
        """Return the accent, paler with every series."""
        many = _many(self._chart)
        share = 1 - (1 - _PALEST) * at / max(1, many - 1)
        accent, ground = self._theme.colour("accent"), self._theme.colour("raised")
        mixed = (
            round(one * share + other * (1 - share))
            for one, other in zip(accent.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]
        )
        return QColor(*mixed)

    def _words(self, painter: QPainter, place: QRectF, said: str, side: Qt.AlignmentFlag, ink: str) -> None:
        """Write words, with an end left out where they don't fit."""
        painter.setPen(self._theme.colour(ink))
        shown = QFontMetricsF(painter.font()).elidedText(said, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, side, shown)


def _many(chart: Chart) -> int:
    return len(chart.categories) if chart.kind is ChartKind.SHARE else len(chart.series)


def _pieces(values: Iterable[float | None]) -> list[list[tuple[int, float]]]:
    """Return the parts of a line between its gaps."""
    made: list[list[tuple[int, float]]] = [[]]
    for at, value in enumerate(values):
        if value is None:
            made.append([])
        else:
            made[-1].append((at, value))
    return [piece for piece in made if piece]
