"""Paints one page: paper, picture, edge, folio below it, bars beside the open article and the block in hand.

Boxes lie around words that are spoken of.
"""

import functools
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from editor.model.page_facts import PageFacts
from editor.pages.reports import Area
from editor.ui.kit.widgets import application
from editor.ui.pages.layout import CAPTION, PageLayout, Placed
from editor.ui.pages.pictures import PagePictures
from editor.ui.pages.words import sheet_caption
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme, load_theme

_BAR, _BLOCK_BAR, _BAR_DISTANCE = 3, 6, 10
_SHADOW = 3
_BOX, _BOX_RADIUS, _BOX_GROUND = 1.5, 3, 26


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBoxes:
    """Words of an edition that are boxed. token: of the ink."""

    edition: int
    areas: tuple[Area, ...]
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageScene:
    """What is painted. article, block: uids of the open article and of the block with the caret."""

    layout: PageLayout
    pictures: PagePictures
    facts: PageFacts | None
    article: str
    block: str
    boxes: PageBoxes | None = None


class PagePainter:
    """Paints pages with one painter."""

    def __init__(self, painter: QPainter, scene: PageScene) -> None:
        """Prepare the painter."""
        self._painter, self._scene = painter, scene
        self._theme = current_theme(application())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self, page: Placed) -> None:
        """Draw a page."""
        self._shadow(page)
        paint_paper(self._painter, _rect(page), self._scene.pictures.pixmap(page.sheet), self._theme)
        self._folio(page)

    def draw_bars(self) -> None:
        """Draw the bars beside the open article and, broader, beside the block with the caret."""
        pages = self._scene.facts.of(self._scene.article) if self._scene.facts else None
        if pages is None:
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("accent"))
        for page, top, bottom in self._scene.layout.parts(pages.start, pages.end):
            self._bar(QRectF(page.x - _BAR_DISTANCE, top, _BAR, max(_BAR, bottom - top)))
        extent = pages.extent(self._scene.block)
        for page, top, bottom in self._scene.layout.parts(*extent) if extent else ():
            if bottom - top > _BAR:
                self._bar(QRectF(page.x - _BAR_DISTANCE, top, _BLOCK_BAR, bottom - top))

    def draw_boxes(self) -> None:
        """Draw boxes around the words that are spoken of."""
        boxes, layout = self._scene.boxes, self._scene.layout
        if boxes is None:
            return
        ink = _paper_theme().colour(boxes.token)
        ground = QColor(ink.red(), ink.green(), ink.blue(), _BOX_GROUND)
        for area in boxes.areas:
            page = layout.page(area.sheet)
            if page:
                left, top = page.x + layout.pixels(area.left), page.y + layout.pixels(area.top)
                width, height = layout.pixels(area.right - area.left), layout.pixels(area.bottom - area.top)
                self._painter.setPen(QPen(ink, _BOX))
                self._painter.setBrush(ground)
                box = QRectF(left, top, width, height).adjusted(-2, -1.5, 2, 1.5)
                self._painter.drawRoundedRect(box, _BOX_RADIUS, _BOX_RADIUS)

    def _bar(self, bar: QRectF) -> None:
        self._painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def _shadow(self, page: Placed) -> None:
        """Draw the rim line by line, darker towards the paper: filled sheets below it cost more than their pictures."""
        shadow, paper = self._theme.colour("shadow"), _rect(page).toRect()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for step in range(1, _SHADOW + 1):
            depth = sum(shadow.alpha() // (further * 2) for further in range(step, _SHADOW + 1))
            self._painter.setPen(QColor(shadow.red(), shadow.green(), shadow.blue(), depth))
            self._painter.drawRect(paper.adjusted(-step, -step + 1, step - 1, step))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _folio(self, page: Placed) -> None:
        text = sheet_caption(self._scene.facts, page.sheet) if self._scene.facts else ""
        self._painter.setFont(font("small"))
        self._painter.setPen(self._theme.colour("text2"))
        box = QRectF(page.x, page.y + page.height, page.width, CAPTION)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_paper(painter: QPainter, rect: QRectF, pixmap: QPixmap | None, theme: Theme) -> None:
    """Paint a sheet of paper with what is printed on it, blank where that is not drawn yet."""
    painter.fillRect(rect, theme.colour("paper"))
    if pixmap:
        painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()))
    painter.fillRect(rect, theme.colour("paper.veil"))
    if theme.name == "contrast":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(rect)


@functools.cache
def _paper_theme() -> Theme:
    """Return the light inks: marks on paper have them in every theme."""
    return load_theme("light")


def _rect(page: Placed) -> QRectF:
    return QRectF(round(page.x), round(page.y), round(page.width), round(page.height))
