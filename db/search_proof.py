"""Whether the index has exactly the words of the articles."""

import sqlite3
from collections import Counter

from db.search_index import articles_now

_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary USING fts5vocab('main', 'search', 'row')"


def fits(raw: sqlite3.Connection) -> bool:
    """Return whether every article is a document, and every gram stands in as many of them as the index says.

    Reads every article: seconds in a large library. An index that cannot be read does not fit. Raises sqlite3.Error for
    articles that cannot be read.
    """
    wanted, keys = Counter[str](), set[tuple[str, str, str]]()
    for key, document in articles_now(raw):
        keys.add(key)
        wanted.update(set(document.words.split()))
    try:
        raw.execute(_VOCABULARY)
        found = dict(raw.execute("SELECT term, doc FROM temp.search_vocabulary").fetchall())
        docs = set(raw.execute("SELECT kind, place, article FROM search_docs").fetchall())
    except sqlite3.DatabaseError:
        return False
    return docs == keys and found == wanted
