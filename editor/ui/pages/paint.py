"""Paints one page: paper, picture, edge, folio below it, bar beside the open article."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication

from editor.model.page_facts import ArticlePages, PageFacts
from editor.ui.pages.layout import CAPTION, Placed
from editor.ui.pages.pictures import PagePictures
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font

_BAR, _BAR_DISTANCE = 3, 10
_SHADOW = 3


class PagePainter:
    """Paints pages with one painter. article: uid of the open one."""

    def __init__(self, painter: QPainter, pictures: PagePictures, facts: PageFacts | None, article: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication), "pages are painted in an application"  # noqa: S101
        self._painter, self._pictures, self._facts = painter, pictures, facts
        self._article = facts.of(article) if facts else None
        self._theme = current_theme(app)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self, page: Placed, factor: float) -> None:
        """Draw a page. factor: zoom in force."""
        self._paper(page)
        self._folio(page)
        if self._article and self._article.start.sheet <= page.sheet <= self._article.end.sheet:
            self._article_bar(page, self._article, factor)

    def _paper(self, page: Placed) -> None:
        rect = QRectF(round(page.x), round(page.y), round(page.width), round(page.height))
        self._painter.setPen(Qt.PenStyle.NoPen)
        shadow = self._theme.colour("shadow")
        for step in range(_SHADOW, 0, -1):
            self._painter.setBrush(QColor(shadow.red(), shadow.green(), shadow.blue(), shadow.alpha() // (step * 2)))
            self._painter.drawRoundedRect(rect.adjusted(-step, -step + 1, step, step + 1), 2, 2)
        self._painter.fillRect(rect, self._theme.colour("paper"))
        pixmap = self._pictures.pixmap(page.sheet)
        if pixmap:
            self._painter.drawPixmap(rect, pixmap, QRectF(pixmap.rect()))
        self._painter.fillRect(rect, self._theme.colour("paper.veil"))
        if self._theme.name == "contrast":
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._theme.colour("line"), 1))
            self._painter.drawRect(rect)

    def _folio(self, page: Placed) -> None:
        folio = self._facts.folio_of(page.sheet) if self._facts else None
        text = f"{folio:02}" if folio else ("封面" if page.sheet == 1 else "")
        self._painter.setFont(font("small"))
        self._painter.setPen(self._theme.colour("text2"))
        box = QRectF(page.x, page.y + page.height, page.width, CAPTION)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _article_bar(self, page: Placed, article: ArticlePages, factor: float) -> None:
        scale = factor * 96 / 25400
        top = page.y + article.start.y * scale if article.start.sheet == page.sheet else page.y
        bottom = page.y + article.end.y * scale if article.end.sheet == page.sheet else page.y + page.height
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("accent"))
        bar = QRectF(page.x - _BAR_DISTANCE, top, _BAR, max(_BAR, bottom - top))
        self._painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
