"""The hits of the bar's search in the open article or issue, and the one in hand."""

from editor.desk.replacing import SearchHit, SearchPosition, find_in_article, find_in_workspace, first_from
from editor.model.article import Article
from editor.model.block_texts import TextField, TextLocation
from editor.ui.commands.context import WindowContext
from editor.ui.find.bar import FindBar
from editor.ui.find.pieces import Scope


class FoundHits:
    """Of one window. hits: in the order of the issue; at: place of the one in hand, -1 where there is none."""

    def __init__(self, context: WindowContext, bar: FindBar) -> None:
        """Search what the bar says."""
        self._context, self._bar = context, bar
        self.hits: tuple[SearchHit, ...] = ()
        self.at = -1
        self._article = ""

    @property
    def current(self) -> SearchHit | None:
        """The hit in hand."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    def seek(self, spot: SearchPosition | None) -> None:
        """Search anew, from a spot on."""
        article = self._context.article.article
        self._article = article.uid if article else ""
        self.hits = self._found()
        self.at = first_from(self.hits, spot, self._articles()) if spot else min(0, len(self.hits) - 1)

    def renew(self) -> None:
        """Search again; the hit in hand stays so. Where the user went to another article it is the first from there."""
        before, article = self.current, self._context.article.article
        self.hits = self._found()
        if article and article.uid != self._article:
            self._article = article.uid
            self.at = first_from(
                self.hits, SearchPosition(article.uid, TextLocation(TextField.TITLE)), self._articles()
            )
        else:
            self.at = self._same(before)

    def go_behind(self, hit: SearchHit, words: str) -> None:
        """Search again after a hit has become other words, and take the next one in hand."""
        self.hits = self._found()
        behind = SearchPosition(hit.article, hit.location, hit.start + len(words))
        self.at = first_from(self.hits, behind, self._articles())

    def follow(self, article: str) -> None:
        """Take an article for the one that the user is at: it is shown because of its hit."""
        self._article = article

    def _found(self) -> tuple[SearchHit, ...]:
        opened, article = self._context.session.opened_issue, self._context.article.article
        if self._bar.where is Scope.ISSUE and opened:
            return find_in_workspace(opened.value, self._bar.search)
        if self._bar.where is Scope.ARTICLE and opened and article:
            return find_in_article(article, self._bar.search, issue=opened.issue.uid)
        return ()

    def _articles(self) -> tuple[Article, ...]:
        opened, article = self._context.session.opened_issue, self._context.article.article
        if self._bar.where is Scope.ISSUE and opened:
            return tuple(opened.value.articles())
        return (article,) if article else ()

    def _same(self, hit: SearchHit | None) -> int:
        """Return where a hit is among those found now, else one near it."""
        if hit is None:
            return min(0, len(self.hits) - 1)
        keys = [(one.article, one.location, one.start) for one in self.hits]
        key = (hit.article, hit.location, hit.start)
        return keys.index(key) if key in keys else min(self.at, len(self.hits) - 1)
