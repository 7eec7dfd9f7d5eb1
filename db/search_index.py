"""The index of the archive: kept up by every write of the library, built bit by bit where much is new.

Triggers put every article that is added, changed or removed into `search_changes`, by whatever program, with its words
of before; a write of this program indexes them before it ends. `search` (FTS5) holds the grams of each article, without
its text; `search_docs` says which article is which document, and what it is grouped by.
"""

import functools
import json
import logging
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.text.searching.grams import VERSION, indexed_words

_LOG = logging.getLogger(__name__)
CHUNK, OWN = 100, 8
"""How many articles are indexed in one transaction while the index is built, a fifth of a second; and how many by any
other write meanwhile, the newest changes first."""
SEGMENTER, BUILDING, DAMAGED = "segmenter", "building", "damaged"
CREATE = "CREATE VIRTUAL TABLE search USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii')"
_PRIMARY = 0xFF
_NO_DAMAGE = frozenset((
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT,
))  # fmt: skip
_QUEUE = {
    "issue": "SELECT 'issue', issue, uid FROM articles",
    "drawer": "SELECT 'drawer', publication, uid FROM drawer",
    "instruction": "SELECT 'instruction', issue, uid FROM instructions",
}
_NOW = {
    "issue": "SELECT title, plain, data, '' AS discarded, uid, section FROM articles WHERE issue = ? AND uid = ?",
    "drawer": "SELECT title, plain, data, discarded, uid, '' AS section FROM drawer WHERE publication = ? AND uid = ?",
    "instruction": (
        "SELECT leader AS title, post || char(10) || words AS plain, '' AS data, withdrawn, article, '' "
        "FROM instructions WHERE issue = ? AND uid = ? AND withdrawn = ''"
    ),
}


Key = tuple[str, str, str]
"""Kind, uid of issue or publication, uid of the row."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is searched of an article. head: lines that are no body; standing: of one in no issue."""

    title: str
    plain: str
    head: str = ""
    source: str = ""
    tags: str = ""
    editor: str = ""
    standing: str = ""

    @property
    def words(self) -> str:
        """The grams to be indexed."""
        return indexed_words(self.title, "\n".join((self.head, self.source, self.tags, self.editor, self.plain)))


def index_changes(raw: sqlite3.Connection, *, most: int = -1) -> int:
    """Index what is queued, the newest first, at most so many; return how many. To be called inside a transaction.

    While the index is built, a write indexes a few of its own only. A damaged index is put down as such and keeps no
    write from being made. Raises sqlite3.Error where the disk is full or the file cannot be written.
    """
    if raw.execute("SELECT 1 FROM search_changes LIMIT 1").fetchone() is None:
        return 0
    states = dict(raw.execute("SELECT name, value FROM search_state").fetchall())
    if DAMAGED in states:
        return 0
    if states.get(SEGMENTER, VERSION) != VERSION:
        queue_all(raw)
        return 0
    limit = OWN if most < 0 and BUILDING in states else most
    raw.execute("SAVEPOINT indexing")
    try:
        done = _index(raw, limit)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & _PRIMARY in _NO_DAMAGE:
            raise
        _LOG.warning("index of the archive is damaged: %s", type(error).__name__)
        raw.execute("ROLLBACK TO indexing")
        raw.execute("INSERT OR REPLACE INTO search_state VALUES (?, '')", (DAMAGED,))
        done = 0
    raw.execute("RELEASE indexing")
    return done


def queue_all(raw: sqlite3.Connection) -> None:
    """Empty the index and queue every article, inside a transaction. Raises sqlite3.Error."""
    _empty(raw)
    for table in ("search_docs", "search_changes", "search_state"):
        raw.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
    for rows in _QUEUE.values():
        raw.execute(f"INSERT INTO search_changes (kind, place, article) {rows}")
    raw.executemany("INSERT INTO search_state VALUES (?, ?)", ((SEGMENTER, VERSION), (BUILDING, "")))


def _empty(raw: sqlite3.Connection) -> None:
    """Empty the words of the index, also of one that SQLite no longer opens."""
    raw.execute("SAVEPOINT emptying")
    try:
        raw.execute("DROP TABLE search")
        raw.execute(CREATE)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & _PRIMARY in _NO_DAMAGE:
            raise
        raw.execute("ROLLBACK TO emptying")
        # the tables beneath it are made like those of a new one
        raw.execute(CREATE.replace("search", "temp.fresh", 1))
        for part in ("data", "idx", "config"):
            raw.execute(f"DELETE FROM main.search_{part}")  # noqa: S608 - names of ours
            raw.execute(f"INSERT INTO main.search_{part} SELECT * FROM temp.fresh_{part}")  # noqa: S608 - the same
        raw.execute("DROP TABLE temp.fresh")
    raw.execute("RELEASE emptying")


def queued(raw: sqlite3.Connection) -> int:
    """Return how many articles wait to be indexed."""
    return int(raw.execute("SELECT count(*) FROM search_changes").fetchone()[0])


def articles_now(raw: sqlite3.Connection) -> Iterator[tuple[Key, Document]]:
    """Yield kind, place and identity of everything to be indexed with what is searched of it. Raises sqlite3.Error."""
    for kind, rows in _QUEUE.items():
        for key in raw.execute(rows).fetchall():
            row = raw.execute(_NOW[kind], key[1:]).fetchone()
            if row:
                yield tuple(key), document_of(kind, *row[:3], discarded=row[3])


def document_of(kind: str, title: object, plain: object, data: object, *, discarded: object = "") -> Document:
    """Return what is searched of a row; what cannot be read of a damaged one is left out."""
    if kind == "instruction":
        return Document(title=str(title), plain=str(plain))
    try:
        facts = json.loads(str(data))
        archive = facts.get("archive") or {}
        tags, receipt = archive.get("tags") or (), archive.get("receipt") or {}
        head = [str(title), *(facts.get(name) for name in ("contents_title", "subtitle", "link_caption"))]
        return Document(
            title=str(title),
            plain=str(plain),
            head="\n".join(filter(None, map(str, head))),
            source=str(facts.get("source") or ""),
            tags="\n".join(map(str, tags)),
            editor=str(archive.get("editor") or ""),
            standing=_standing(kind, discarded, receipt),
        )
    except (ValueError, AttributeError, TypeError):
        return Document(title=str(title), plain=str(plain), head=str(title))


def _standing(kind: str, discarded: object, receipt: dict[str, object]) -> str:
    if kind != "drawer":
        return ""
    if discarded:
        return "discarded"
    return "inbox" if receipt.get("state") in ("waiting", "later") else "pending"


def _index(raw: sqlite3.Connection, limit: int) -> int:
    raw.execute("INSERT OR IGNORE INTO search_state VALUES (?, ?)", (SEGMENTER, VERSION))
    rows = raw.execute(
        "SELECT kind, place, article, title, plain, data FROM search_changes ORDER BY rowid DESC LIMIT ?", (limit,)
    ).fetchall()
    for kind, place, article, *before in rows:
        _change(raw, (kind, place, article), before if before[0] is not None else None)
    raw.executemany(
        "DELETE FROM search_changes WHERE kind = ? AND place = ? AND article = ?", [tuple(row[:3]) for row in rows]
    )
    raw.execute("DELETE FROM search_state WHERE name = ? AND NOT EXISTS (SELECT 1 FROM search_changes)", (BUILDING,))
    return len(rows)


def _change(raw: sqlite3.Connection, key: Key, before: Sequence[object] | None) -> None:
    """Index a row as it is now. before: title, plain text and data as they are indexed, None for nothing."""
    found = raw.execute("SELECT id FROM search_docs WHERE kind = ? AND place = ? AND article = ?", key).fetchone()
    row = raw.execute(_NOW[key[0]], key[1:]).fetchone()
    number: int | None = found[0] if found else None
    old = _grams_of(key[0], *before) if before and number is not None else frozenset[str]()
    if row is None:
        _put_words(raw, number, old, frozenset())
        raw.execute("DELETE FROM search_docs WHERE id = ?", (number,))
        return
    *said, discarded, owner, section = row
    document = document_of(key[0], *said, discarded=discarded)
    number = _put_facts(raw, number, key, (owner, section), document)
    if not old or list(before or ()) != said:
        _put_words(raw, number, old, _grams_of(key[0], *said))


def _put_words(raw: sqlite3.Connection, number: int | None, old: frozenset[str], new: frozenset[str]) -> None:
    """Write the grams in which a document differs: FTS5 keeps each by itself, a stroke of the keys changes few."""
    if gone := old - new:
        raw.execute("INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)", (number, " ".join(gone)))
    if come := new - old:
        raw.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", (number, " ".join(come)))


@functools.lru_cache(maxsize=4)
def _grams_of(kind: str, title: object, plain: object, data: object) -> frozenset[str]:
    """Return the grams of a row; kept, since the article in hand is written again and again."""
    return frozenset(document_of(kind, title, plain, data).words.split())


def _put_facts(
    raw: sqlite3.Connection, number: int | None, key: Key, place: tuple[str, str], document: Document
) -> int:
    """Write what a document is grouped by; return its number."""
    facts = (*place, document.head, document.source, document.tags, document.editor, document.standing)
    if number is None:
        query = "INSERT INTO search_docs (kind, place, article, owner, section, head, source, tags, editor, standing)"
        return raw.execute(f"{query} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*key, *facts)).lastrowid or 0
    columns = "owner = ?, section = ?, head = ?, source = ?, tags = ?, editor = ?, standing = ?"
    raw.execute(f"UPDATE search_docs SET {columns} WHERE id = ?", (*facts, number))  # noqa: S608 - of ours
    return number
