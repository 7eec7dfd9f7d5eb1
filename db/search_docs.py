"""The documents of the index as they are grouped and ordered, kept in memory while nothing is written."""

import functools
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any, NamedTuple

from db.connections import rows_by
from db.generation import mark_in_table
from editor.desk.archive.values import SearchField
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
class Docs:
    """All documents. newest: their numbers, the newest first; values: of each field by a document's number."""

    by_id: Mapping[int, tuple[Any, ...]]
    newest: Sequence[int]
    issues: Mapping[str, IssueEntry]
    values: Mapping[SearchField, Mapping[int, Values]]

    def doc(self, number: int) -> Doc:
        """Return a document."""
        return Doc._make(self.by_id[number])

    def ordered(self, numbers: set[int]) -> list[int]:
        """Return documents by the day of their issue, the newest first, before it what is in none yet."""
        return list(filter(numbers.__contains__, self.newest))


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
        values=_values(raw, rows, issues) if rows else {field: {} for field in SearchField},
    )


def _values(
    raw: sqlite3.Connection, rows: Sequence[tuple[Any, ...]], issues: Mapping[str, IssueEntry]
) -> dict[SearchField, dict[int, Values]]:
    ids, _kinds, places, _articles, _owners, sections, sources, tags, _editors, standings = zip(*rows, strict=True)
    named = {(row["uid"], row["section"]): (str(row["name"]),) for row in rows_by(raw)(_SECTIONS)}
    years = {uid: (str(one.date.year),) for uid, one in issues.items()}
    numbers = {uid: _numbers(one) for uid, one in issues.items()}
    states = {uid: (STATE_NAMES[one.state],) for uid, one in issues.items()}
    own = {standing: (_STANDINGS.get(standing, ""),) for standing in set(standings)}
    said = {text: (text,) if text else () for text in set(sources)}
    parted = {text: _parted(text) for text in set(tags)}
    columns: dict[SearchField, Iterable[Values]] = {
        SearchField.YEAR: map(years.get, places, repeat(())),
        SearchField.NUMBER: map(numbers.get, places, repeat(())),
        SearchField.SECTION: map(named.get, zip(places, sections, strict=True), repeat(())),
        SearchField.SOURCE: map(said.__getitem__, sources),
        SearchField.OFFICE: map(said.__getitem__, sources),
        SearchField.STATE: map(states.get, places, map(own.__getitem__, standings)),
        SearchField.TAG: (parted[text][0] for text in tags),
        SearchField.REGION: (parted[text][1] for text in tags),
        SearchField.TITLE: repeat((), len(ids)),
    }
    return {field: dict(zip(ids, column, strict=True)) for field, column in columns.items()}


def _parted(tags: str) -> tuple[Values, Values]:
    """Return what is no region among tags, and what is one."""
    known = tuple(tags.split("\n")) if tags else ()
    return tuple(one for one in known if one not in _regions()), tuple(one for one in known if one in _regions())


@functools.cache
def _regions() -> frozenset[str]:
    """Return the names of regions, which articles have as tags."""
    return frozenset(one.name for one in regions())


def _numbers(issue: IssueEntry) -> Values:
    """Return the numbers by which an issue is named: of its year and in all, those between the ends of a double one."""
    number = issue.number
    spans = ((number.number, number.last), (number.total, number.total_last))
    given = (range(first, (last or first) + 1) for first, last in spans if first)
    return tuple(dict.fromkeys(map(str, chain.from_iterable(given))))
