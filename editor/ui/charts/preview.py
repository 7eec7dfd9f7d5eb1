"""A chart as it will be printed, at its share of the page's measure."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from editor.model.body import Figure
from editor.model.language import tr
from editor.pages.chart_press import ChartPress
from editor.ui.kit.job import Job
from editor.ui.theme.apply import set_style

_MARGIN = 12


class ChartPreview(QLabel):
    """Draws in the pages' thread, one chart at a time: of those that came meanwhile the last."""

    def __init__(
        self, press: ChartPress, run: Callable[[Callable[[], None]], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._press, self._run = press, run
        self._wanted: Figure | None = None
        self._share, self._busy = 1000, False
        self._image = QImage()
        self.setAccessibleName(tr("印出来的样子"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(QSize(360, 200))
        set_style(self, ground="paper")

    def show_figure(self, figure: Figure) -> None:
        """Draw a chart as soon as there is time."""
        self._wanted = figure
        if not self._busy:
            self._draw()

    def close_press(self) -> None:
        """Give back what drawing needs, after the last drawing."""
        self._wanted = None
        Job(lambda _shares: self._press.close(), run=self._run).start()

    def resizeEvent(self, _event: object) -> None:
        self._show()

    def _draw(self) -> None:
        figure, self._wanted = self._wanted, None
        if figure is None:
            return
        self._busy = True
        job = Job(lambda _shares: (self._press.draw(figure), figure.width), run=self._run)
        job.done.connect(self._on_drawn)
        job.ended.connect(self._on_ended)
        job.start()

    def _on_drawn(self, drawn: tuple[bytes, int]) -> None:
        data, self._share = drawn
        self._image = QImage.fromData(data)
        self._show()

    def _on_ended(self) -> None:
        self._busy = False
        self._draw()

    def _show(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = QSize(self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN)
        wide = QSize(room.width() * self._share // 1000, room.height()) * ratio
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        shown = QPixmap.fromImage(self._image.scaled(wide, kept, smooth))
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)
