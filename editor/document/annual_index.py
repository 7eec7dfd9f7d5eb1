"""年度总目录 as a paper: what a publication printed in a year, by section and issue, by region, by tag."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.document.papers import PaperHeading

NO_FOLIO = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """An article. number: what its issue is called in one word, "264"; folio: as printed, `NO_FOLIO` for none known."""

    title: str
    source: str
    number: str
    folio: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexIssue:
    """The articles of one issue within a section. name: 第1期; aside: 总第264期, empty for none."""

    name: str
    aside: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexGroup:
    """A section with its issues, or a region or tag with its entries. count: in words."""

    name: str
    count: str
    issues: tuple[IndexIssue, ...] = ()
    entries: tuple[IndexEntry, ...] = ()

    def every(self) -> Iterator[IndexEntry]:
        """Yield all entries in printed order."""
        for issue in self.issues:
            yield from issue.entries
        yield from self.entries


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPart:
    """By section, by region or by tag. lead: how its lines are read."""

    name: str
    lead: str
    groups: tuple[IndexGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualIndex:
    """年度总目录. year: as printed on the title page; facts: sentences below it; notes: on folios, before the parts."""

    heading: PaperHeading
    year: str
    facts: tuple[str, ...]
    parts: tuple[IndexPart, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPages:
    """Where the lines of a set index stand. groups, entries: sheet of each, in printed order, from 1."""

    sheets: int
    groups: tuple[int, ...]
    entries: tuple[int, ...]
