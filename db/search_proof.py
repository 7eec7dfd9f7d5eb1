"""Whether the index has exactly the words of the articles."""

import sqlite3
from collections import Counter

from db.search_index import articles_now

# a page has some hundred terms
_EVERY = 16
_DOCS = "SELECT kind, place, article, head, source, tags, editor, standing FROM search_docs"
_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary USING fts5vocab('main', 'search', 'row')"


def fits(raw: sqlite3.Connection) -> bool:
    """Return whether every article is a document, and every gram stands in as many of them as the index says.

    Reads every article: seconds in a large library. An index that cannot be read does not fit. Raises sqlite3.Error for
    articles that cannot be read.
    """
    wanted, known = Counter[str](), set[tuple[str, ...]]()
    for key, document in articles_now(raw):
        known.add((*key, document.head, document.source, document.tags, document.editor, document.standing))
        wanted.update(set(document.words.split()))
    try:
        raw.execute(_VOCABULARY)
        found = dict(raw.execute("SELECT term, doc FROM temp.search_vocabulary").fetchall())
        docs = set(raw.execute(_DOCS).fetchall())
        return docs == known and found == wanted and all(_is_found(raw, term, wanted[term]) for term in _some(wanted))
    except sqlite3.DatabaseError:
        return False


def _some(terms: Counter[str]) -> list[str]:
    """Return terms of every page of the index: the way to a page may be damaged where the page is not."""
    return sorted(terms)[::_EVERY]


def _is_found(raw: sqlite3.Connection, term: str, documents: int) -> bool:
    query = "SELECT count(*) FROM search WHERE search MATCH ?"
    return bool(raw.execute(query, (f'"{term}"',)).fetchone()[0] == documents)
