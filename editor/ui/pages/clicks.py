"""A click on a page leads to the block at once, and to the word as soon as the pages' thread has found it."""

from typing import Protocol

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.block_texts import printed_text
from editor.model.page_facts import ArticlePages, Spot
from editor.pages.reports import PlaceFound, WantedPlace
from editor.ui.commands.context import WindowContext
from editor.ui.kit.tints import MarkKind, TextMark


class _ShowArticle(Protocol):
    def __call__(self, uid: str, *, scroll: bool) -> None: ...


class PageClicks:
    """Leads from the pages of one window to its text."""

    def __init__(self, context: WindowContext, show_article: _ShowArticle) -> None:
        """Listen to the pages. show_article: opens one without moving the pages (scroll)."""
        self._context, self._bridge, self._show_article = context, context.bridge, show_article
        self._wanted: WantedPlace | None = None
        self._block, self._left = "", QTextCursor()
        context.pages.spot_clicked.connect(self._on_spot_clicked)
        context.bridge.place_found.connect(self._on_place_found)

    def _on_spot_clicked(self, spot: Spot, x: int) -> None:
        facts = self._context.pages.facts
        article = facts.article_at(spot) if facts else None
        pages = facts.of(article) if facts and article else None
        if pages is None:
            return
        self._show_article(pages.article, scroll=False)
        self._block = pages.block_at(spot)
        self._context.article.go_to_block(self._block)
        self._left = self._target().textCursor()
        self._wanted = self._place(pages, spot, x)
        if self._wanted:
            self._bridge.find(self._wanted)

    def _on_place_found(self, found: PlaceFound) -> None:
        target = self._target()
        # who has written or gone on meanwhile is left alone
        if found.wanted != self._wanted or not target.hasFocus() or target.textCursor() != self._left:
            return
        mark = TextMark(block=self._block, start=found.at, end=found.at, kind=MarkKind.INFO)
        (cursor,) = self._find(mark)
        if cursor:
            target.setTextCursor(cursor)
            if self._block:
                self._context.article.scrolling.show_caret()

    def _place(self, pages: ArticlePages, spot: Spot, x: int) -> WantedPlace | None:
        article = self._context.article.article
        block = next((one for one in article.blocks if one.uid == self._block), None) if article else None
        extent = pages.extent(self._block) if block else (pages.start, _title_end(pages))
        if article is None or extent is None:
            return None
        text = printed_text(block) if block else article.title.text
        start, end = extent
        return WantedPlace(edition=self._context.pages.editions.number, spot=spot, x=x, start=start, end=end, text=text)

    def _target(self) -> QTextEdit:
        return self._context.article.body if self._block else self._context.article.title

    def _find(self, mark: TextMark) -> list[QTextCursor | None]:
        article = self._context.article
        return (article.body if mark.block else article.title).marks.find([mark])


def _title_end(pages: ArticlePages) -> Spot:
    return pages.blocks[0].start if pages.blocks else pages.end
