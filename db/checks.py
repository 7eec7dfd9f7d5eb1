"""Checksums of rows: SQLite does not notice a changed letter, so each row holds a CRC-32 of its values.

A row whose parts are written by different statements has one checksum per part: a statement writes only the checksums
of the columns that it writes.
"""

import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

Column = Callable[[str], Any]
"""A row: its value by the column's name."""

CHECKS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "publications": {"checksum": ("uid", "masthead", "data")},
        "issues": {"checksum": ("uid", "publication", "masthead", "date", "number", "state", "articles", "data")},
        "articles": {
            "place_check": ("issue", "uid", "section", "position"),
            "words_check": ("issue", "uid", "plain", "body"),
            "facts_check": ("issue", "uid", "title", "data"),
        },
        "drawer": {
            "checksum": ("publication", "uid", "position", "discarded", "section", "title", "plain", "body", "data")
        },
        "revisions": {"checksum": ("article", "hash", "parents", "author", "at", "reason", "name", "content")},
        "originals": {"checksum": ("sha256", "name", "at")},
        "fonts": {"checksum": ("sha256", "name", "about")},
        "checkpoints": {"checksum": ("uid", "name", "author", "at")},
        "checkpoint_changes": {"checksum": ("checkpoint", "issue", "article", "before", "after")},
        "checkpoint_tags": {"checksum": ("checkpoint", "place", "article", "before", "after")},
        "registers": {"checksum": ("register", "uid", "position", "name", "author", "at", "data")},
        "members": {"checksum": ("uid", "name", "role", "retired")},
        "scans": {"checksum": ("issue", "approval", "sha256", "kind", "title", "name", "at")},
        "seen_pages": {"checksum": ("approval", "sheet", "rasteriser", "data")},
        "readings": {"checksum": ("issue", "reader", "at", "hash", "content")},
        "galleys": {"checksum": ("issue", "number", "name", "at", "hash", "content")},
        "instructions": {
            "checksum": ("uid", "issue", "article", "leader", "post", "day", "words", "scan", "name", "at", "withdrawn")
        },
    }
)
"""The columns that each checksum covers, by table and checksum. Rows of other tables are named by sha256 digests."""


def checks_of(table: str, column: Column) -> dict[str, int]:
    """Return the checksums that a row of these values has."""
    return {check: checksum(*map(column, names)) for check, names in CHECKS[table].items()}


def spoilt(table: str, column: Column) -> tuple[str, ...]:
    """Return the names of checksums that do not fit their row; NULL, from before checksums, always fits."""
    found = ((check, column(check), names) for check, names in CHECKS[table].items())
    return tuple(check for check, kept, names in found if kept is not None and kept != checksum(*map(column, names)))


def checksum(*values: object) -> int:
    """Return the CRC-32 of values as SQLite stores them. Each is preceded by its length, so that borders count."""
    # one call: a call per value would double the time
    return zlib.crc32("".join([f"{len(text)}:{text}" for text in map(_text, values)]).encode(errors="surrogatepass"))


def _text(value: object) -> str:
    if isinstance(value, str):
        # an enumeration as the value that is stored
        return str(value)
    if value is None:
        return ""
    if isinstance(value, bytes):
        return f"{zlib.crc32(value)}"
    return str(int(value)) if isinstance(value, bool) else str(value)
