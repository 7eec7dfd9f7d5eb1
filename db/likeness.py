"""Finds articles by their likeness: queries of the tables likeness, likeness_shingles and likeness_due.

An article that changed is in likeness_due (by triggers, so no write can forget it) until it is read again; what is kept
of it meanwhile is not looked at. `documents`: cores of names, joined by line feeds; `shingles`: four bytes each.
"""

import datetime as dt
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from db.entries import Rows
from editor.desk.archive.kept_texts import KeptText
from editor.interchange.codec import decode
from editor.model.damage import DamageError
from editor.model.number import Number
from editor.text.similar.fingerprint import READING, Fingerprint, fingerprint
from editor.text.similar.likeness import NEAR, Telling
from editor.text.similar.shingles import COMMON
from editor.text.similar.subject import known_as

if TYPE_CHECKING:
    from db.engine import Statement

# articles that changed and are not read yet are compared one by one, as far as that is quick
_FRESH = 20
# a third of the share from which texts are alike: a sample of few may be that wrong
_FAR = NEAR / 3
_TEXTS = """
    SELECT a.uid AS article, a.issue AS place, a.issue, a.title, a.plain, i.number, i.date, '' AS discarded,
        CASE WHEN json_valid(a.data) THEN json_extract(a.data, '$.link') END AS link
    FROM articles AS a JOIN issues AS i ON i.uid = a.issue WHERE a.issue = ? AND a.uid = ?
    UNION ALL
    SELECT uid, publication, '', title, plain, NULL, NULL, discarded,
        CASE WHEN json_valid(data) THEN json_extract(data, '$.link') END
    FROM drawer WHERE publication = ? AND uid = ?
"""
_FITTING = """
    SELECT id, place, article, length(shingles) / 4 AS size FROM likeness AS one
    WHERE id IN (SELECT value FROM json_each(?)) AND article <> ? AND NOT EXISTS (
        SELECT 1 FROM likeness_due AS due WHERE due.place = one.place AND due.article = one.article)
"""
_DOCUMENTS = """
    SELECT group_concat(documents, char(10)) AS known
    FROM (SELECT DISTINCT documents FROM likeness WHERE documents <> '')
"""
_HOLDERS = """
    SELECT id FROM likeness
    WHERE documents <> '' AND instr(char(10) || documents || char(10), char(10) || ? || char(10))
"""
_Place = tuple[str, str]


def near(rows: Rows, asked: Fingerprint, *, but: str, limit: int) -> tuple[KeptText, ...]:
    """Return the articles that share most with this one, besides all with its link or documents. but: uid left out."""
    shared = Counter(owner for found in _rare(rows, asked.shingles) for owner in found)
    named = {row["id"] for row in _linked(rows, asked.link)} | set(_documented(rows, asked.documents))
    wanted = [owner for owner, _ in shared.most_common(4 * limit)]
    fitting = rows(_FITTING, str([*wanted, *named]), but)
    size = len(asked.shingles)
    weighed = [(row["id"] not in named, -_weight(shared[row["id"]], size, row["size"]), row) for row in fitting]
    best = sorted((one for one in weighed if not one[0] or -one[1] >= _FAR), key=lambda one: one[:2])
    places = [(row["place"], row["article"]) for *_, row in best[: limit + len(named)]]
    fresh = [(row["place"], row["article"]) for row in _due(rows, _FRESH) if row["article"] != but]
    return tuple(kept for place in dict.fromkeys([*places, *fresh]) for kept in text_of(rows, place))


def unread(rows: Rows) -> int:
    """Return how many articles are due, besides those read by a program of before."""
    (found,) = rows("SELECT count(*) AS due FROM likeness_due")
    (former,) = rows("SELECT count(*) AS former FROM likeness WHERE reading <> ?", READING)
    return int(found["due"]) + int(former["former"])


def read_some(run: "Statement", rows: Rows, most: int) -> int:
    """Read due articles, at most so many; return how many there were."""
    if not _due(rows, 1):
        _call_former(run)
    due = _due(rows, most)
    for row in due:
        place = row["place"], row["article"]
        _forget(run, rows, place)
        for kept in text_of(rows, place):
            _keep(run, place, fingerprint(kept.telling))
        run("DELETE FROM likeness_due WHERE place = ? AND article = ?", *place)
    return len(due)


def text_of(rows: Rows, place: _Place) -> Iterator[KeptText]:
    """Yield the article of a place, none where it is gone."""
    for row in rows(_TEXTS, *place, *place)[:1]:
        yield KeptText(
            article=row["article"],
            issue=row["issue"],
            telling=Telling(title=str(row["title"]), body=str(row["plain"]), link=str(row["link"] or "")),
            discarded=bool(row["discarded"]),
            **_issue_of(row),
        )


def _issue_of(row: sqlite3.Row) -> dict[str, Any]:
    """Return number and date of a row's issue, neither where they cannot be read: mending tells of that."""
    if not row["issue"]:
        return {}
    try:
        return {
            "number": decode(Number, row["number"].encode()),
            "date": dt.date.fromisoformat(row["date"]),
        }
    except (DamageError, ValueError):
        return {}


def _rare(rows: Rows, shingles: Iterable[int]) -> Iterator[list[int]]:
    """Yield the owners of each shingle that is no set phrase."""
    # one more than COMMON: the asked article may be one of them
    query = f"SELECT owner FROM likeness_shingles WHERE shingle = ? LIMIT {COMMON + 2}"  # noqa: S608 - a constant
    for shingle in shingles:
        found = [row["owner"] for row in rows(query, shingle)]
        if len(found) <= COMMON + 1:
            yield found


def _linked(rows: Rows, link: str) -> list[sqlite3.Row]:
    return rows("SELECT id FROM likeness WHERE link = ? AND link <> ''", link) if link else []


def _documented(rows: Rows, documents: tuple[str, ...]) -> Iterator[int]:
    if not documents:
        return
    # as one text, split by C: a row or a set each would take longer than the comparison
    (found,) = rows(_DOCUMENTS)
    known = (found["known"] or "").split("\n")
    for name in {name for asked in documents for name in known_as(asked, known)}:
        for owner in rows(_HOLDERS, name):
            yield owner["id"]


def _due(rows: Rows, most: int) -> list[sqlite3.Row]:
    return rows("SELECT place, article FROM likeness_due LIMIT ?", most)


def _weight(shared: int, asked: int, kept: int) -> float:
    return shared / max(1, min(asked, kept))


def _call_former(run: "Statement") -> None:
    run("INSERT INTO likeness_due SELECT place, article FROM likeness WHERE reading <> ?", READING)


def _forget(run: "Statement", rows: Rows, place: _Place) -> None:
    for row in rows("SELECT id, shingles FROM likeness WHERE place = ? AND article = ?", *place):
        for shingle in array("I", row["shingles"]):
            run("DELETE FROM likeness_shingles WHERE shingle = ? AND owner = ?", shingle, row["id"])
        run("DELETE FROM likeness WHERE id = ?", row["id"])


def _keep(run: "Statement", place: _Place, read: Fingerprint) -> None:
    packed = array("I", sorted(read.shingles)).tobytes()
    values = (*place, READING, read.link, "\n".join(read.documents), packed)
    query = "INSERT INTO likeness (place, article, reading, link, documents, shingles) VALUES (?, ?, ?, ?, ?, ?)"
    owner = run(query, *values).lastrowid
    for shingle in sorted(read.shingles):
        run("INSERT INTO likeness_shingles VALUES (?, ?)", shingle, owner)
