"""The chart of a table, drawn as charts are in the text; it can be copied as a picture."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.document.charts import chart_words
from editor.model.body import Figure
from editor.ui.body.chart_sketch import ChartSketch
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme

_HEIGHT, _MARGIN, _COPY_SCALE = 208, 12, 2


class ChartPicture(QWidget):
    """figure: what is drawn, None for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure: Figure | None = None
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: Figure | None) -> None:
        """Draw a chart; who does not see it is told its numbers."""
        self.figure = figure
        self.setAccessibleName(figure.alt if figure else "")
        self.setAccessibleDescription(chart_words(figure) if figure else "")
        self.update()

    def copy(self) -> None:
        """Put the chart on the clipboard as a picture, sharp enough for a document."""
        picture = QImage(self.size() * _COPY_SCALE, QImage.Format.Format_ARGB32)
        picture.setDevicePixelRatio(_COPY_SCALE)
        picture.fill(current_theme(application()).colour("raised"))
        painter = QPainter(picture)
        self._draw(painter)
        painter.end()
        QGuiApplication.clipboard().setImage(picture)

    def sizeHint(self) -> QSize:
        return QSize(640, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        if self.figure:
            place = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            ChartSketch(self.figure, current_theme(application()), valued=True).paint(painter, place)
