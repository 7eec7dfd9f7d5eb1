"""What a search of the archive asks and what it answers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from editor.model.language import mark_tr


class SearchField(StrEnum):
    """What a query can be narrowed by, as `标题:` or `年:` before a word; the values are kept in saved searches."""

    TITLE = mark_tr("标题")
    SOURCE = mark_tr("来源")
    TAG = mark_tr("标签")
    OFFICE = mark_tr("部门")
    REGION = mark_tr("地区")
    YEAR = mark_tr("年")
    NUMBER = mark_tr("期")
    SECTION = mark_tr("栏目")
    STATE = mark_tr("状态")


FACETS = (
    SearchField.YEAR,
    SearchField.SECTION,
    SearchField.SOURCE,
    SearchField.TAG,
    SearchField.REGION,
    SearchField.STATE,
)


class SearchOrder(Enum):
    """Ranked: titles first, then by how well the text fits; or the newest first."""

    RANKED = "ranked"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or phrase. field: where alone it may stand, None for anywhere; prefix: a beginning of a Latin word."""

    text: str
    field: SearchField | None = None
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched for: every group of `wanted` needs one of its terms; none of `unwanted` may stand there.

    An empty query finds every article.
    """

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A piece of text with what was found in it. marks: start and end of each, in characters, ascending."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that was found. issue: uid, empty for 待编, inbox and 废稿; folio: as printed, None where not known.

    label: of its issue, as “总第213期”, empty without one; date: of the issue; count: how often the words stand in it.
    """

    publication: str
    issue: str
    article: str
    title: Marked
    snippet: Marked
    label: str
    date: dt.date | None
    section: str
    source: str
    state: str
    folio: int | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A value of a field and how many of the articles found have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An answer: some hits in order, how many articles fit in all, and what they have in common by field."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[SearchField, tuple[Facet, ...]]
