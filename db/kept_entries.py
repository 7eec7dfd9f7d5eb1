"""The list of issues as it was last read: views and commands ask for it again and again, mostly without a change."""

import sqlite3
from typing import NamedTuple

from db import entries
from db.connections import rows_by
from db.generation import mark_in_table
from editor.desk.issue_entry import IssueEntry


class _State(NamedTuple):
    """generation: moved on by every write of this program; version: of the file, moved on by any other connection."""

    connection: sqlite3.Connection
    version: int
    generation: bytes


class KeptEntries:
    """Reads the list of issues of one library, whole where anything was written since."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: tuple[_State, tuple[IssueEntry, ...]] | None = None

    def read(self, raw: sqlite3.Connection) -> tuple[IssueEntry, ...]:
        """Return the issues, newest first. raw: in a transaction."""
        state, kept = _state(raw), self._kept
        if kept and state == kept[0]:
            return kept[1]
        read = entries.issues(rows_by(raw))
        self._kept = (state, read) if state else None
        return read


def _state(raw: sqlite3.Connection) -> _State | None:
    # read first: the version is that of the state which a transaction sees, from its first read on
    mark = mark_in_table(raw)
    version = raw.execute("PRAGMA data_version").fetchone()[0]
    return _State(raw, version, mark.value) if mark else None
