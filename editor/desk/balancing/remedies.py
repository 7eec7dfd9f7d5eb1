"""What can be done about a page that is under a third full: the next article runs on, or the article is tightened."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.document.look import LookTable
from editor.model.article import Article
from editor.model.block_kinds import TextStyle, style_of
from editor.model.edits import put_article
from editor.model.issue import Issue
from editor.model.page_facts import ArticlePages, PageFacts
from editor.model.publication import PageStart
from editor.model.workspace import Workspace

_THIN = 3
# µm from the highest block of all pages; less than a line
_HEAD = 3000
_SUBHEADS = frozenset((TextStyle.HEADING1, TextStyle.HEADING2, TextStyle.HEADING3))


class RemedyKind(StrEnum):
    """RUN_ON: the next article begins on the page; TIGHTEN: the article takes no blank lines above its subheads."""

    RUN_ON = "run_on"
    TIGHTEN = "tighten"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRemedy:
    """A change of one article. page_of: whose last page is thin; changed: the article that is changed.

    lines: how many stand on the page; won: how many tightening wins, 0 for running on.
    """

    kind: RemedyKind
    page_of: str
    changed: str
    lines: int
    won: int = 0


def thin_pages(facts: PageFacts) -> tuple[ArticlePages, ...]:
    """Return the articles, but the last, whose last page is under a third full with nothing after them on it."""
    last = facts.articles[-1].article if facts.articles else ""
    alone = (pages for pages in facts.alone_at_end() if pages.article != last)
    return tuple(pages for pages in alone if (facts.lines - pages.free_lines) * _THIN < facts.lines)


def remedies_of(issue: Issue, facts: PageFacts, look: LookTable) -> tuple[PageRemedy, ...]:
    """Return what can be done about the thin pages of an issue, in its order; nothing that would win no page."""
    return tuple(remedy for pages in thin_pages(facts) for remedy in _remedies(issue, facts, look, pages))


def _remedies(issue: Issue, facts: PageFacts, look: LookTable, pages: ArticlePages) -> tuple[PageRemedy, ...]:
    used = facts.lines - pages.free_lines
    found: list[PageRemedy] = []
    article, follower = _with_follower(issue, pages.article)
    won = _winnable(article, facts, look) if article else 0
    if won >= used and pages.last > pages.first:
        uid = pages.article
        found.append(PageRemedy(kind=RemedyKind.TIGHTEN, page_of=uid, changed=uid, lines=used, won=won))
    if follower:
        found.append(PageRemedy(kind=RemedyKind.RUN_ON, page_of=pages.article, changed=follower.uid, lines=used))
    return tuple(found)


def _winnable(article: Article, facts: PageFacts, look: LookTable) -> int:
    """Return how many lines tightening wins: those above subheads that stand not at the head of a page."""
    pages = facts.of(article.uid)
    if pages is None or article.tight or look.settings.get("style.subhead", "apart") != "apart":
        return 0
    head = min((place.start.y for one in facts.articles for place in one.blocks), default=0) + _HEAD
    below = {place.block for place in pages.blocks if place.start.y > head}
    return sum(style_of(block) in _SUBHEADS and block.uid in below for block in article.blocks)


def _with_follower(issue: Issue, uid: str) -> tuple[Article | None, Article | None]:
    """Return an article, and the next one of its section where that does not run on yet."""
    for section in issue.sections:
        for at, article in enumerate(section.articles):
            if article.uid == uid:
                follower = (*section.articles, None)[at + 1]
                return article, follower if follower and _starts_page(section.page_start, follower) else None
    return None, None


def _starts_page(rule: PageStart, article: Article) -> bool:
    return (rule if article.page_start is PageStart.SECTION else article.page_start) is PageStart.PAGE


def apply_remedies(space: Workspace, remedies: Collection[PageRemedy]) -> Workspace:
    """Return the workspace with the articles changed."""
    for remedy in remedies:
        article = space.article(remedy.changed)
        if article:
            space = put_article(space, _changed(article, remedy.kind))
    return space


def _changed(article: Article, kind: RemedyKind) -> Article:
    if kind is RemedyKind.TIGHTEN:
        return replace(article, tight=True)
    return replace(article, page_start=PageStart.RUN_ON)
