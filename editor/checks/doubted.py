"""The reader of typing errors over an issue: it runs beside typing, what it found joins the next run of the rules."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from editor.checks.context import ArticleTexts, RuleSetting, read_article
from editor.checks.finding import Finding
from editor.checks.rules.typos import BESIDE, doubts_of
from editor.model.article import Article
from editor.model.block_texts import printed_text
from editor.model.issue import Issue

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """What the reader found, by article: of blocks that have changed since, nothing is known."""

    results: Mapping[str, tuple[Article, tuple[Finding, ...]]] = field(default_factory=dict)

    def findings(self, issue: Issue) -> tuple[Finding, ...]:
        """Return the findings in titles and blocks that still say the same.

        Those of a changed article stand until it is read again: a list that empties and fills would take back what
        was just said to be all.
        """
        return tuple(
            finding
            for article in issue.articles()
            if article.uid in self.results
            for finding in _still_true(article, *self.results[article.uid])
        )

    def is_of(self, issue: Issue) -> bool:
        """Return whether all articles of an issue were read as they are."""
        return all(self.results.get(article.uid, (None,))[0] is article for article in issue.articles())


def doubted(
    issue: Issue, setting: RuleSetting, *, printed: Iterable[Issue] = (), before: Doubted | None = None
) -> Doubted:
    """Read an issue, 400 ms cold. printed: issues that show what is usual; before: reused for unchanged articles."""
    known = before.results if before else {}
    around = "\n".join(text for one in (issue, *printed) for text in _texts(one))
    results = {}
    for article in issue.articles():
        same = known.get(article.uid)
        if same is None or same[0] is not article:
            same = article, _findings(read_article(article, setting), around)
        results[article.uid] = same
    return Doubted(results=results)


def _still_true(now: Article, known: Article, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if now is known or not found:
        return found
    before, after = ({block.uid: block for block in article.blocks} for article in (known, now))
    titled = _titles(now) == _titles(known)
    return tuple(
        one
        for one in found
        if (before.get(one.place.block) == after.get(one.place.block) if one.place.block else titled)
    )


def _titles(article: Article) -> tuple[str, str, str]:
    return article.title.text, article.contents_title, article.subtitle


def _findings(reading: ArticleTexts, around: str) -> tuple[Finding, ...]:
    try:
        return _doubts(reading, around)
    except Exception:  # noqa: BLE001 - as of any rule, see `run`
        _LOG.exception("the reader of typing errors failed")
        return ()


def _doubts(reading: ArticleTexts, around: str) -> tuple[Finding, ...]:
    certain, doubtful = BESIDE
    loud = certain.signed(doubts_of(reading, around, loud=True))
    return *loud, *doubtful.signed(doubts_of(reading, around))


def _texts(issue: Issue) -> Iterable[str]:
    for article in issue.articles():
        yield article.title.text
        yield from map(printed_text, article.blocks)
