"""The left column as rows: kept searches, then what the hits have in common, field by field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from editor.desk.archive.asking import Asked, SavedSearch
from editor.desk.archive.values import FACETS, Facet, SearchField
from editor.model.language import tr, tr_marked

MOST = 6
"""Values of a field that are shown at first."""


@dataclass(frozen=True, slots=True)
class SideHead:
    """A heading."""

    title: str

    @property
    def spoken(self) -> str:
        """The row in words."""
        return self.title


@dataclass(frozen=True, slots=True)
class SideRow:
    """What can be in hand."""

    @property
    def spoken(self) -> str:
        """The row in words."""
        raise NotImplementedError

    @property
    def key(self) -> object:
        """By what it is known again."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class FacetRow(SideRow):
    """A value that can be ticked. count: None while it is not known how many hits have it."""

    field: SearchField
    value: str
    count: int | None
    on: bool

    @property
    def spoken(self) -> str:
        """The row in words."""
        ticked = tr("，已勾选") if self.on else ""
        return tr("{value}，{n} 篇{ticked}", value=self.value, n=self.count or 0, ticked=ticked)

    @property
    def key(self) -> object:
        """By what it is known again."""
        return self.field, self.value


@dataclass(frozen=True, slots=True)
class MoreRow(SideRow):
    """Shows the other values of a field, or no longer."""

    field: SearchField
    left: int
    shown: bool

    @property
    def spoken(self) -> str:
        """The row in words."""
        return tr("收起") if self.shown else tr("还有 {n} 个", n=self.left)

    @property
    def key(self) -> object:
        """By what it is known again."""
        return self.field, None


@dataclass(frozen=True, slots=True)
class SavedRow(SideRow):
    """A kept search. on: it is what is asked now."""

    saved: SavedSearch
    on: bool

    @property
    def spoken(self) -> str:
        """The row in words."""
        return self.saved.name

    @property
    def key(self) -> object:
        """By what it is known again."""
        return self.saved.name


def heading(field: SearchField) -> str:
    """Return what the values of a field stand under."""
    return tr("年份") if field is SearchField.YEAR else tr_marked(field.value)


def side_rows(
    asked: Asked,
    facets: Mapping[SearchField, tuple[Facet, ...]],
    saved: Iterable[SavedSearch],
    unfolded: frozenset[SearchField],
) -> Iterator[SideHead | SideRow]:
    """Yield the rows. unfolded: fields of which all values are shown."""
    kept = tuple(saved)
    if kept:
        yield SideHead(tr("常用检索"))
        yield from (SavedRow(one, on=one.asked == asked) for one in kept)
    for field in FACETS:
        values = tuple(_values(field, asked, facets.get(field, ())))
        if values:
            yield SideHead(heading(field))
            yield from _shown(field, values, whole=field in unfolded)


def _values(field: SearchField, asked: Asked, facets: tuple[Facet, ...]) -> Iterator[FacetRow]:
    """Yield the values of a field; one that is ticked stays where nothing has it any more."""
    if field is SearchField.YEAR:
        facets = tuple(sorted(facets, key=lambda one: one.value, reverse=True))
    ticked = [value for one, value in asked.filters if one is field]
    known = {one.value for one in facets}
    yield from (FacetRow(field, value, 0, on=True) for value in ticked if value not in known)
    yield from (FacetRow(field, one.value, one.count, on=one.value in ticked) for one in facets if one.value)


def _shown(field: SearchField, values: tuple[FacetRow, ...], *, whole: bool) -> Iterator[SideRow]:
    few = len(values) <= MOST + 1
    yield from values if few or whole else (row for at, row in enumerate(values) if at < MOST or row.on)
    if not few:
        yield MoreRow(field, len(values) - MOST, shown=whole)
