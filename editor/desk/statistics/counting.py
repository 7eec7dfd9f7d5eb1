"""Articles and characters of a period's issues, counted by what they have in common. Pure functions over facts."""

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from editor.desk.issue_entry import IssueEntry
from editor.desk.statistics.facts import ArticleFacts
from editor.desk.statistics.period import Period
from editor.model.dataclass import dataclass
from editor.model.language import mark_tr, tr
from editor.model.saying import said_number
from editor.text.places import provinces_named
from editor.text.regions import provinces, regions

UNKNOWN = ""
"""Name of what has no source, region, tag or editor; `said_name` has the words for it."""


class Grouping(StrEnum):
    """What articles are counted by."""

    ISSUE = "issue"
    SECTION = "section"
    SOURCE = "source"
    REGION = "region"
    TAG = "tag"
    EDITOR = "editor"
    MONTH = "month"


GROUPING_NAMES: Mapping[Grouping, str] = MappingProxyType(
    {
        Grouping.ISSUE: mark_tr("期"),
        Grouping.SECTION: mark_tr("栏目"),
        Grouping.SOURCE: mark_tr("来源"),
        Grouping.REGION: mark_tr("地区"),
        Grouping.TAG: mark_tr("标签"),
        Grouping.EDITOR: mark_tr("编辑"),
        Grouping.MONTH: mark_tr("月份"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedArticle:
    """An article with the issue that it stands in."""

    facts: ArticleFacts
    entry: IssueEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """What has a name in common. issues: in how many issues it stands; characters: 字数."""

    name: str
    issues: int
    articles: int
    characters: int


def printed_articles(
    facts: Iterable[ArticleFacts], entries: Iterable[IssueEntry], period: Period
) -> tuple[PrintedArticle, ...]:
    """Return the articles of the issues whose date lies in a period, the oldest issue first."""
    known = {one.uid: one for one in entries if period.holds(one.date)}
    placed = (PrintedArticle(facts=one, entry=known[one.issue]) for one in facts if one.issue in known)
    return tuple(sorted(placed, key=lambda one: (issue_order(one.entry), one.facts.place)))


def issue_order(entry: IssueEntry) -> tuple[dt.date, int, str]:
    """Return what issues are ordered by: date, then total number."""
    return entry.date, entry.number.total or 0, entry.uid


def short_label(entry: IssueEntry) -> str:
    """Return an issue's name in a table, as said: its total number, else year and number, of a 增刊 its date."""
    said = said_number(entry.number)
    if entry.number.total is not None:
        return said[-1]
    if entry.number.number:
        return tr("{year}年{number}", year=entry.number.year, number=said[0])
    return f"{entry.date.isoformat()} {said[0]}"


def counts(articles: Sequence[PrintedArticle], grouping: Grouping, period: Period) -> tuple[CountRow, ...]:
    """Return counts: issues and months in their order (months between issues too), the others by articles.

    What has several names, as tags and regions, counts for each of them.
    """
    found: dict[str, list[PrintedArticle]] = {}
    if grouping is Grouping.MONTH and articles and _few(period):
        # up to the last issue: the months to come are no fall
        last = max(one.entry.date for one in articles)
        found = {_month(day): [] for day in period.months() if day <= last}
    for one in articles:
        for name in _NAMES[grouping](one):
            found.setdefault(name, []).append(one)
    rows = [_row(name, of_it) for name, of_it in found.items()]
    if grouping in (Grouping.ISSUE, Grouping.MONTH):
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: (row.name == UNKNOWN, -row.articles, -row.characters, row.name)))


def regions_of(one: ArticleFacts) -> tuple[str, ...]:
    """Return the provinces of an article: those among its tags, else of its title, else of its source."""
    return _regions_of(one.tags, one.title, one.source)


# asked again with every view of the same articles
@functools.lru_cache(maxsize=16_384)
def _regions_of(tags: tuple[str, ...], title: str, source: str) -> tuple[str, ...]:
    tagged = frozenset(filter(None, map(_province_of, tags)))
    return tuple(sorted(tagged or provinces_named(title) or provinces_named(source), key=region_order))


def total_row(articles: Sequence[PrintedArticle]) -> CountRow:
    """Return the counts of all articles as one row without a name."""
    return _row("", articles)


def _row(name: str, articles: Sequence[PrintedArticle]) -> CountRow:
    return CountRow(
        name=name,
        issues=len({one.entry.uid for one in articles}),
        articles=len(articles),
        characters=sum(one.facts.characters for one in articles),
    )


def _month(day: dt.date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _few(period: Period) -> bool:
    """Return whether a period has so few months that empty ones are worth a row."""
    return period.last.year - period.first.year <= 10


def _province_of(tag: str) -> str:
    """Return the province of a tag that is a region's name, empty for any other."""
    known = provinces()
    if tag in known.values():
        return tag
    code = _region_codes().get(tag)
    return known[f"{code[:2]}0000"] if code else ""


@functools.cache
def _region_codes() -> Mapping[str, str]:
    return {one.name: one.code for one in regions()}


def region_order(name: str) -> int:
    """Return where a province stands among all, by the codes of GB/T 2260."""
    names = tuple(provinces().values())
    return names.index(name) if name in names else len(names)


_NAMES: Mapping[Grouping, Callable[[PrintedArticle], tuple[str, ...]]] = MappingProxyType(
    {
        Grouping.ISSUE: lambda one: (short_label(one.entry),),
        Grouping.SECTION: lambda one: (one.facts.section,),
        Grouping.SOURCE: lambda one: (one.facts.source.strip(),),
        Grouping.REGION: lambda one: regions_of(one.facts) or (UNKNOWN,),
        Grouping.TAG: lambda one: tuple(dict.fromkeys(one.facts.tags)) or (UNKNOWN,),
        Grouping.EDITOR: lambda one: (one.facts.editor.strip(),),
        Grouping.MONTH: lambda one: (_month(one.entry.date),),
    }
)
