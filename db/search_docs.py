"""The documents of the index as they are grouped and ordered, kept in memory while nothing is written."""

import functools
import sqlite3
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from db import entries
from db.connections import rows_by
from db.generation import mark_in_table
from editor.desk.archive.values import SearchField
from editor.desk.issue_entry import IssueEntry
from editor.model.issue_state import STATE_NAMES
from editor.model.language import mark_tr
from editor.text.regions import regions

_STANDINGS = {"pending": mark_tr("待编"), "inbox": mark_tr("收件"), "discarded": mark_tr("废稿")}
# an instruction stands where its article stands
_DOCS = """
    SELECT id, kind, place, coalesce(i.article, d.article) AS article, source, tags, editor, standing,
        coalesce(a.section, '') AS section
    FROM search_docs d LEFT JOIN instructions i ON d.kind = 'instruction' AND i.uid = d.article
    LEFT JOIN articles a ON a.issue = d.place AND a.uid = coalesce(i.article, d.article)
"""
_SECTIONS = """
    SELECT uid, json_extract(one.value, '$.uid') AS section, json_extract(one.value, '$.name') AS name
    FROM issues, json_each(CASE WHEN json_valid(data) THEN data ELSE '{}' END, '$.sections') AS one
"""


class Doc(NamedTuple):
    """A document. tags: joined by line ends; standing: of one in no issue; section: its name."""

    id: int
    kind: str
    place: str
    article: str
    source: str
    tags: str
    editor: str
    standing: str
    section: str


@dataclass(frozen=True)
class Docs:
    """All documents. order: the place of each, the newest first; groups: the values of each by field."""

    by_id: dict[int, Doc]
    order: dict[int, int]
    issues: dict[str, IssueEntry]
    groups: dict[SearchField, dict[int, tuple[str, ...]]]

    def state(self, doc: Doc) -> str:
        """Return the name of the state that a document is in, in the window's language when translated."""
        issue = self.issues.get(doc.place)
        return STATE_NAMES[issue.state] if issue else _STANDINGS.get(doc.standing, "")


class KeptDocs:
    """Reads the documents of one library, anew where anything was written since."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: tuple[object, Docs] | None = None

    def read(self, raw: sqlite3.Connection) -> Docs:
        """Return the documents. raw: in a transaction. Raises sqlite3.Error."""
        mark = mark_in_table(raw)
        state = (raw, raw.execute("PRAGMA data_version").fetchone()[0], mark.value) if mark else None
        if state and self._kept and self._kept[0] == state:
            return self._kept[1]
        docs = _read(raw)
        self._kept = (state, docs) if state else None
        return docs


def _read(raw: sqlite3.Connection) -> Docs:
    rows = rows_by(raw)
    issues = {one.uid: one for one in entries.issues(rows)}
    names = {(row["uid"], row["section"]): row["name"] for row in rows(_SECTIONS)}
    found = raw.execute(_DOCS).fetchall()
    docs = {row[0]: Doc._make((*row[:8], str(names.get((row[2], row[8]), "")))) for row in found}
    made = Docs(by_id=docs, order=_order(docs, issues), issues=issues, groups={})
    made.groups.update(_groups(made))
    return made


def _order(docs: dict[int, Doc], issues: dict[str, IssueEntry]) -> dict[int, int]:
    """Return the place of each document, the newest issue first, before it what is in none yet."""
    days = {uid: one.date.toordinal() for uid, one in issues.items()}
    coming = max(days.values(), default=0) + 1
    ordered = sorted(docs.values(), key=lambda doc: (-days.get(doc.place, coming), -doc.id))
    return {doc.id: place for place, doc in enumerate(ordered)}


def _groups(docs: Docs) -> dict[SearchField, dict[int, tuple[str, ...]]]:
    known: dict[SearchField, dict[int, tuple[str, ...]]] = {one: {} for one in SearchField}
    years = {uid: (str(one.date.year),) for uid, one in docs.issues.items()}
    numbers = {uid: _numbers(one) for uid, one in docs.issues.items()}
    for number, doc in docs.by_id.items():
        known[SearchField.YEAR][number] = years.get(doc.place, ())
        known[SearchField.NUMBER][number] = numbers.get(doc.place, ())
        known[SearchField.SECTION][number] = (doc.section,) if doc.section else ()
        known[SearchField.SOURCE][number] = (doc.source,) if doc.source else ()
        known[SearchField.OFFICE][number] = known[SearchField.SOURCE][number]
        tags = doc.tags.split("\n") if doc.tags else ()
        known[SearchField.TAG][number] = tuple(one for one in tags if one not in _regions())
        known[SearchField.REGION][number] = tuple(one for one in tags if one in _regions())
        known[SearchField.STATE][number] = (docs.state(doc),)
    return known


@functools.cache
def _regions() -> frozenset[str]:
    """Return the names of regions, which articles have as tags."""
    return frozenset(one.name for one in regions())


def _numbers(issue: IssueEntry) -> tuple[str, ...]:
    """Return the numbers by which an issue is named: of its year and in all, those between the ends of a double one."""
    number = issue.number
    spans = ((number.number, number.last), (number.total, number.total_last))
    given = (range(first, (last or first) + 1) for first, last in spans if first)
    return tuple(dict.fromkeys(map(str, chain.from_iterable(given))))
