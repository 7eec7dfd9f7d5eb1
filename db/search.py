"""Searching the index: which documents fit, in which order, what they have in common, and what is shown of some."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.search_docs import Doc, Docs, Entries, KeptDocs
from db.search_matching import Matching
from editor.desk.archive.values import FACETS, Facet, Found, Hit, Marked, Query, SearchField, SearchOrder
from editor.model.language import tr, tr_marked
from editor.model.saying import said_number
from editor.text.searching.places import Spans, pattern_of, places, snippet

_TEXTS = {
    "issue": "SELECT title, plain, '' AS said FROM articles WHERE issue = ? AND uid = ?",
    "drawer": "SELECT title, plain, '' AS said FROM drawer WHERE publication = ? AND uid = ?",
    "instruction": (
        "SELECT a.title, i.post || i.leader || '：' || i.words AS plain, i.leader AS said FROM instructions i "
        "JOIN articles a ON a.issue = i.issue AND a.uid = i.article WHERE i.issue = ? AND i.uid = ?"
    ),
}


class Search:
    """Of one library."""

    def __init__(self, entries: Entries) -> None:
        """Keep nothing yet. entries: reads the list of issues."""
        self._docs = KeptDocs(entries)

    def found(self, raw: sqlite3.Connection, query: Query, order: SearchOrder, *, limit: int, offset: int) -> Found:
        """Return hits from offset on, at most limit, with total and facets. raw: in a transaction."""
        docs = self._docs.read(raw)
        matching = Matching(raw, docs)
        ordered = docs.ordered(matching.fitting(query))
        if order is SearchOrder.RANKED:
            ordered = matching.ranked(ordered, query)
        shown = _Shown(raw, docs, query)
        return Found(
            hits=tuple(shown.hit(docs.doc(number)) for number in ordered[offset : offset + limit]),
            total=len(ordered),
            facets=_facets(docs, ordered),
        )


def _facets(docs: Docs, found: Sequence[int]) -> Mapping[SearchField, tuple[Facet, ...]]:
    counted = docs.counted(found)
    return {field: _facet(counted[field], newest=field is SearchField.YEAR) for field in FACETS}


def _facet(counts: Mapping[str, int], *, newest: bool) -> tuple[Facet, ...]:
    """Return the values of a field, the most frequent first, years from the newest on."""
    known = [value for value in counts if value]
    ordered = sorted(known, reverse=True) if newest else sorted(known, key=lambda value: (-counts[value], value))
    return tuple(Facet(value=value, count=counts[value]) for value in ordered)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Makes hits of documents."""

    raw: sqlite3.Connection
    docs: Docs
    query: Query

    def hit(self, doc: Doc) -> Hit:
        """Return what is shown of a document."""
        pattern = pattern_of(
            (one.text, one.prefix) for group in self.query.wanted for one in group if _marks(one.field)
        )
        row = self.raw.execute(_TEXTS[doc.kind], (doc.place, doc.article)).fetchone()
        title, plain, said = map(str, row or ("", "", ""))
        in_title, in_text = places(pattern, title), places(pattern, plain)
        piece = _snippet(plain, in_text, said)
        issue = self.docs.issues.get(doc.place)
        return Hit(
            publication=issue.publication if issue else doc.place,
            issue=issue.uid if issue else "",
            article=doc.owner,
            title=Marked(text=title, marks=in_title),
            snippet=piece,
            label=said_number(issue.number)[-1] if issue else "",
            date=issue.date if issue else None,
            section=next(iter(self.docs.values(SearchField.SECTION, doc.id)), ""),
            source=doc.source,
            state=tr_marked(next(iter(self.docs.values(SearchField.STATE, doc.id)))),
            folio=None,
            count=len(in_title) + len(in_text),
        )


def _marks(field: SearchField | None) -> bool:
    return field in (None, SearchField.TITLE)


def _snippet(plain: str, spans: Spans, said: str) -> Marked:
    text, marks = snippet(plain, spans)
    if not said:
        return Marked(text=text, marks=marks)
    lead = tr("批示　")
    return Marked(text=lead + text, marks=tuple((start + len(lead), end + len(lead)) for start, end in marks))
