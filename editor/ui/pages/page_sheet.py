"""One page as a picture, with what changed on it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.model.language import tr
from editor.pages.reports import Area, PagePicture
from editor.ui.kit.widgets import application
from editor.ui.pages.paint import paint_paper
from editor.ui.theme.apply import current_theme

_A4 = (210_000, 297_000)  # µm
_EDGE = 500  # µm


class PageSheet(QWidget):
    """As large as there is room. On paper the light inks hold in every theme."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture: QPixmap | None = None
        self._small: QPixmap | None = None
        self._areas: tuple[Area, ...] = ()
        self._words = tr("正在排版…")

    @property
    def picture_width(self) -> int:
        """Pixels across of the picture that is shown, 0 for none."""
        return self._picture.width() if self._picture else 0

    def show_page(self, picture: PagePicture | None, areas: Sequence[Area]) -> None:
        """Show a page and its changed words; without a picture say that the page is not there."""
        self._areas, self._small = tuple(areas), None
        if picture is None:
            self._picture, self._words = None, tr("这一面没有这一页")
        else:
            image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
            self._picture = QPixmap.fromImage(image)
        self.update()

    def show_message(self, words: str) -> None:
        """Say something in place of a page."""
        self._picture, self._words, self._areas = None, words, ()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 594)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        theme = current_theme(application())
        if self._picture is None:
            painter.setPen(theme.colour("text2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        else:
            place = self._place(self._picture)
            paint_paper(painter, place, self._fitted(self._picture, place), theme)
            self._paint_areas(painter, place)
            painter.setPen(theme.colour("line.strong"))
            painter.drawRect(place)
        painter.end()

    def _place(self, picture: QPixmap) -> QRectF:
        size = picture.size().scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, 1, size.width(), size.height())

    def _fitted(self, picture: QPixmap, place: QRectF) -> QPixmap:
        """Return a picture as small as it is shown: a painter leaves out whole rows, and strokes with them."""
        size = (place.size() * self.devicePixelRatioF()).toSize()
        if size.width() >= picture.width():
            return picture
        if self._small is None or self._small.size() != size:
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._small = picture.scaled(size, keep, smooth)
        return self._small

    def _paint_areas(self, painter: QPainter, place: QRectF) -> None:
        scale = place.width() / _A4[0]
        ink = QColor("#B57600")
        wash = QColor(ink)
        wash.setAlphaF(0.28)
        for area in self._areas:
            left, top = area.left - _EDGE, area.top - _EDGE
            width, height = area.right - area.left + 2 * _EDGE, area.bottom - area.top + 2 * _EDGE
            box = QRectF(place.left() + left * scale, place.top() + top * scale, width * scale, height * scale)
            painter.fillRect(box, wash)
            # a bar in the margin: seen at once on a small page
            painter.fillRect(QRectF(place.left() + 3, box.top(), 3, box.height()), ink)
