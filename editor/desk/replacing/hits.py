"""Searches articles, issues and workspaces."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.article import Article
from editor.model.article_texts import article_texts
from editor.model.block_texts import TextField, TextLocation
from editor.model.body import plain, readable
from editor.model.issue import Issue
from editor.model.workspace import Workspace
from editor.text.finding import matches

_CONTEXT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A query with its options, see `finding.matches`."""

    query: str
    match_case: bool = False
    any_width: bool = False

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans (code points) that match in a text."""
        return matches(text, self.query, match_case=self.match_case, any_width=self.any_width)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A match. article: empty for the issue's headline; found: the text from start to end."""

    issue: str
    article: str
    field: TextField
    block: str
    part: int
    start: int
    end: int
    before: str
    found: str
    after: str

    @property
    def location(self) -> TextLocation:
        """The location of the text with the match."""
        return TextLocation(self.field, self.block, self.part)


def find_in_article(article: Article, search: Search, *, issue: str = "") -> tuple[SearchHit, ...]:
    """Return the hits in an article in printed order."""
    return tuple(
        hit
        for location, text in article_texts(article)
        for hit in _hits(plain(text), search, location, article=article.uid, issue=issue)
    )


def find_in_issue(issue: Issue, search: Search) -> tuple[SearchHit, ...]:
    """Return the hits in the headline of the cover and in every article."""
    headline = _hits(issue.headline.text, search, TextLocation(TextField.HEADLINE), article="", issue=issue.uid)
    inside = (hit for article in issue.articles() for hit in find_in_article(article, search, issue=issue.uid))
    return (*headline, *inside)


def find_in_workspace(space: Workspace, search: Search) -> tuple[SearchHit, ...]:
    """Return the hits in the issue, then those in 待编, as in the outline."""
    pending = (hit for one in space.drawer.pending for hit in find_in_article(one, search, issue=space.issue.uid))
    return (*find_in_issue(space.issue, search), *pending)


def _hits(text: str, search: Search, location: TextLocation, *, article: str, issue: str) -> Iterator[SearchHit]:
    for start, end in search.spans(text):
        yield SearchHit(
            issue=issue,
            article=article,
            field=location.field,
            block=location.block,
            part=location.part,
            start=start,
            end=end,
            before=readable(text[max(start - _CONTEXT, 0) : start]),
            found=text[start:end],
            after=readable(text[end : end + _CONTEXT]),
        )
