"""What was found in the library: issues, their articles, their hits, each hit ticked or not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from editor.desk.replacing import IssueHits, SearchHit, Skip
from editor.model.language import tr
from editor.model.saying import said_date, said_number


@dataclass(slots=True)
class FoundArticle:
    """Hits of one article. ticked: 1 for every hit that is."""

    title: str
    hits: tuple[SearchHit, ...]
    ticked: bytearray

    def tick(self, hit: int | None, *, on: bool) -> None:
        """Tick a hit, all for None, or no longer."""
        for place in range(len(self.hits)) if hit is None else (hit,):
            self.ticked[place] = on


@dataclass(slots=True)
class FoundIssue:
    """An issue with hits. skip: why it is left alone, None where it may be changed."""

    uid: str
    title: str
    skip: Skip | None
    articles: list[FoundArticle] = field(default_factory=list)

    @property
    def many(self) -> int:
        """How many hits it has."""
        return sum(len(article.hits) for article in self.articles)


class SearchResults:
    """What was found, in the order of finding."""

    def __init__(self) -> None:
        self.issues: list[FoundIssue] = []

    @property
    def many(self) -> int:
        """How many hits there are."""
        return sum(issue.many for issue in self.issues)

    @property
    def tickable(self) -> int:
        """How many hits may be replaced."""
        return sum(issue.many for issue in self.issues if issue.skip is None)

    @property
    def many_ticked(self) -> int:
        """How many hits are ticked."""
        return sum(sum(article.ticked) for article in self._articles())

    def ticked(self) -> tuple[SearchHit, ...]:
        """Return the hits that are ticked."""
        return tuple(hit for one in self._articles() for hit, on in zip(one.hits, one.ticked, strict=True) if on)

    def skipped(self, why: Skip) -> int:
        """Return how many issues are left alone for this reason."""
        return sum(issue.skip is why for issue in self.issues)

    def locked(self, row: int) -> str:
        """Return the uid of a past issue, empty for one that may be changed or never may. row: -1 for none."""
        issue = self.issues[row] if row >= 0 else None
        return issue.uid if issue and issue.skip is Skip.PAST else ""

    def _articles(self) -> Iterator[FoundArticle]:
        return (article for issue in self.issues for article in issue.articles)


def found_issue(found: IssueHits, *, ticked: bool) -> FoundIssue:
    """Return an issue as it is listed. ticked: whether its hits are chosen from the start, where they may be."""
    entry, on = found.entry, ticked and found.skip is None
    made = FoundIssue(entry.uid, " ".join((*said_number(entry.number), said_date(entry.date))), found.skip)
    for uid, group in groupby(found.hits, lambda hit: hit.article):
        hits = tuple(group)
        title = found.titles.get(uid, "").strip() or tr("（无标题）")
        made.articles.append(FoundArticle(title if uid else tr("头条标题"), hits, bytearray((on,)) * len(hits)))
    return made
