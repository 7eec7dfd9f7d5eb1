"""Which issues may have a text: what find and replace looks through of a library."""

import sqlite3
from collections.abc import Sequence

from editor.text.searching.grams import normal

_HEADLINES = "SELECT uid, CASE WHEN json_valid(data) THEN json_extract(data, '$.headline.text') END FROM issues"
_PLACES = """
    SELECT DISTINCT place FROM search_docs
    WHERE kind = 'issue' AND id IN (SELECT rowid FROM search WHERE search MATCH ?)
"""


def issues_with_grams(raw: sqlite3.Connection, grams: Sequence[str]) -> frozenset[str]:
    """Return the issues with an article that has all grams. Raises sqlite3.Error."""
    asked = " AND ".join(f'"{gram}"' for gram in grams)
    return frozenset(str(place) for (place,) in raw.execute(_PLACES, (asked,)))


def issues_headed(raw: sqlite3.Connection, text: str) -> frozenset[str]:
    """Return the issues whose headline has a text, or cannot be read. Raises sqlite3.Error."""
    wanted = normal(text)
    return frozenset(str(uid) for uid, said in raw.execute(_HEADLINES) if said is None or wanted in normal(str(said)))
