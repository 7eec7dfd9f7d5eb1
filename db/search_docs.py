"""The documents of the index as they are grouped and ordered, kept in memory while nothing is written."""

import functools
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from db.connections import rows_by
from db.generation import mark_in_table
from editor.desk.archive.values import FACETS, SearchField
from editor.desk.issue_entry import IssueEntry
from editor.model.issue_state import STATE_NAMES
from editor.model.language import mark_tr
from editor.text.regions import regions

_STANDINGS = {"pending": mark_tr("待编"), "inbox": mark_tr("收件"), "discarded": mark_tr("废稿")}
_DOCS = "SELECT id, kind, place, article, owner, section, source, tags, editor, standing FROM search_docs ORDER BY id"
_SECTIONS = """
    SELECT uid, json_extract(one.value, '$.uid') AS section, json_extract(one.value, '$.name') AS name
    FROM issues, json_each(CASE WHEN json_valid(data) THEN data ELSE '{}' END, '$.sections') AS one
"""
Values = tuple[str, ...]
Entries = Callable[[sqlite3.Connection], Sequence[IssueEntry]]


class Doc(NamedTuple):
    """A document. article: uid of the row; owner: uid of the article that it is shown as; section: uid.

    tags: joined by line ends; standing: of one in no issue.
    """

    id: int
    kind: str
    place: str
    article: str
    owner: str
    section: str
    source: str
    tags: str
    editor: str
    standing: str


@dataclass(frozen=True)
class Column:
    """What documents have in common. of: what each has by its number; values: of that, those of each field."""

    of: Mapping[int, object]
    values: Mapping[SearchField, Mapping[Any, Values]]


@dataclass(frozen=True)
class Docs:
    """All documents. newest: their numbers, the newest first; columns: what is known of them, each field in one."""

    by_id: Mapping[int, tuple[Any, ...]]
    newest: Sequence[int]
    issues: Mapping[str, IssueEntry]
    columns: Sequence[Column]

    def doc(self, number: int) -> Doc:
        """Return a document."""
        return Doc._make(self.by_id[number])

    def ordered(self, numbers: set[int]) -> list[int]:
        """Return documents by the day of their issue, the newest first, before it what is in none yet."""
        return list(filter(numbers.__contains__, self.newest))

    def values(self, field: SearchField, number: int) -> Values:
        """Return the values of a field that a document has."""
        return next((one.values[field][one.of[number]] for one in self.columns if field in one.values), ())

    def with_value(self, field: SearchField, fits: Callable[[str], bool]) -> set[int]:
        """Return the documents that have a value of a field which fits."""
        column = next(one for one in self.columns if field in one.values)
        known = {group for group, values in column.values[field].items() if any(map(fits, values))}
        return {number for number, group in column.of.items() if group in known}

    def counted(self, numbers: Sequence[int]) -> dict[SearchField, dict[str, int]]:
        """Return how many of these documents have each value of each field of FACETS."""
        made: dict[SearchField, dict[str, int]] = {field: {} for field in FACETS}
        for column in self.columns:
            # documents are counted once for all fields that go together: this is most of the work of a search
            groups = Counter(map(column.of.__getitem__, numbers)).items()
            for field in column.values.keys() & made.keys():
                values, counts = column.values[field], made[field]
                for group, count in groups:
                    for value in values[group]:
                        counts[value] = counts.get(value, 0) + count
        return made


class KeptDocs:
    """Reads the documents of one library, anew where anything was written since."""

    def __init__(self, entries: Entries) -> None:
        """Keep nothing yet. entries: reads the list of issues."""
        self._entries = entries
        self._kept: tuple[object, Docs] | None = None

    def read(self, raw: sqlite3.Connection) -> Docs:
        """Return the documents. raw: in a transaction. Raises sqlite3.Error."""
        mark = mark_in_table(raw)
        state = (raw, raw.execute("PRAGMA data_version").fetchone()[0], mark.value) if mark else None
        if state and self._kept and self._kept[0] == state:
            return self._kept[1]
        docs = _read(raw, self._entries(raw))
        self._kept = (state, docs) if state else None
        return docs


def _read(raw: sqlite3.Connection, entries: Sequence[IssueEntry]) -> Docs:
    issues = {one.uid: one for one in entries}
    rows = raw.execute(_DOCS).fetchall()
    by_place: dict[str, list[int]] = {}
    for row in rows:
        by_place.setdefault(row[2], []).append(row[0])
    coming = [place for place in by_place if place not in issues]
    printed = sorted(by_place.keys() & issues.keys(), key=lambda place: (issues[place].date, place), reverse=True)
    return Docs(
        by_id={row[0]: row for row in rows},
        newest=[number for place in (*coming, *printed) for number in by_place[place]],
        issues=issues,
        columns=_columns(raw, rows, issues) if rows else (),
    )


def _columns(
    raw: sqlite3.Connection, rows: Sequence[tuple[Any, ...]], issues: Mapping[str, IssueEntry]
) -> tuple[Column, ...]:
    ids, _kinds, places, _articles, _owners, sections, sources, tags, _editors, standings = zip(*rows, strict=True)
    named = {(row["uid"], row["section"]): (str(row["name"]),) for row in rows_by(raw)(_SECTIONS)}
    where = tuple(zip(places, sections, standings, strict=True))
    # small numbers instead of the triples: counting these takes three times as long
    known = {one: code for code, one in enumerate(dict.fromkeys(where))}
    said: dict[object, Values] = {text: (text,) if text else () for text in set(sources)}
    parted = {text: _parted(text) for text in set(tags)}
    by_place: dict[SearchField, Mapping[Any, Values]] = {
        SearchField.YEAR: {code: _year(issues.get(one[0])) for one, code in known.items()},
        SearchField.NUMBER: {code: _numbers(issues.get(one[0])) for one, code in known.items()},
        SearchField.SECTION: {code: named.get(one[:2], ()) for one, code in known.items()},
        SearchField.STATE: {code: (_state(issues.get(one[0]), one[2]),) for one, code in known.items()},
    }
    by_tags = {
        SearchField.TAG: {text: both[0] for text, both in parted.items()},
        SearchField.REGION: {text: both[1] for text, both in parted.items()},
    }
    return (
        Column(of=dict(zip(ids, map(known.__getitem__, where), strict=True)), values=by_place),
        Column(of=dict(zip(ids, sources, strict=True)), values={SearchField.SOURCE: said, SearchField.OFFICE: said}),
        Column(of=dict(zip(ids, tags, strict=True)), values=by_tags),
    )


def _year(issue: IssueEntry | None) -> Values:
    return (str(issue.date.year),) if issue else ()


def _state(issue: IssueEntry | None, standing: str) -> str:
    return STATE_NAMES[issue.state] if issue else _STANDINGS.get(standing, "")


def _parted(tags: str) -> tuple[Values, Values]:
    """Return what is no region among tags, and what is one."""
    known = tuple(tags.split("\n")) if tags else ()
    return tuple(one for one in known if one not in _regions()), tuple(one for one in known if one in _regions())


@functools.cache
def _regions() -> frozenset[str]:
    """Return the names of regions, which articles have as tags."""
    return frozenset(one.name for one in regions())


def _numbers(issue: IssueEntry | None) -> Values:
    """Return the numbers by which an issue is named: of its year and in all, those between the ends of a double one."""
    if issue is None:
        return ()
    number = issue.number
    spans = ((number.number, number.last), (number.total, number.total_last))
    given = (range(first, (last or first) + 1) for first, last in spans if first)
    return tuple(dict.fromkeys(map(str, chain.from_iterable(given))))
