"""The page of a hit, with what was sought tinted on it."""

import functools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from editor.desk.archive.marks import marks_of
from editor.desk.archive.values import Query
from editor.model.article import Article
from editor.model.block_texts import printed_text
from editor.pages.reports import Area, WordsAt
from editor.ui.pages.view import PagesView
from editor.ui.theme.tokens import Theme, load_theme

MOST = 200
"""Places that are looked up on the pages; nobody sees more of them at once."""
_TINT = 70


class MarkedPages(PagesView):
    """Pages whose words can be tinted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas: tuple[Area, ...] = ()

    def show_areas(self, areas: Sequence[Area]) -> None:
        """Tint these in place of others."""
        self._areas = tuple(areas)
        self.viewport().update()

    @property
    def areas(self) -> tuple[Area, ...]:
        """What is tinted."""
        return self._areas

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, accent = QPainter(self.viewport()), _paper().colour("accent")
        tint = QColor(accent.red(), accent.green(), accent.blue(), _TINT)
        for area in self._areas:
            painter.fillRect(self._rect(area), tint)
        painter.end()

    def _rect(self, area: Area) -> QRectF:
        page, scale = self.position.rect_of(area.sheet), self.position.layout.pixels(1000) / 1000
        left, top = page.left() + area.left * scale, page.top() + area.top * scale
        return QRectF(left, top, (area.right - area.left) * scale, (area.bottom - area.top) * scale)


def words_on_pages(article: Article, query: Query) -> tuple[WordsAt, ...]:
    """Return the places of an article that a query marks."""
    return tuple(one for one, _ in zip(_words(article, query), range(MOST), strict=False))


def _words(article: Article, query: Query) -> Iterator[WordsAt]:
    for block in article.blocks:
        for start, end in marks_of(printed_text(block), query):
            yield WordsAt(article=article.uid, block=block.uid, start=start, end=end)


@functools.cache
def _paper() -> Theme:
    """Return the light inks: marks on paper have them in every theme."""
    return load_theme("light")
