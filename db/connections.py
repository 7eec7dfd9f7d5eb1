"""SQLite's own connections to an open library: each serves one task at a time and is kept for the next."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from db.connecting import STILL, TEXT, connect, move_log
from db.entries import Rows

# one second: other programs never write for long, and the window waits for some writes
_BUSY_MS = 1000
_PRAGMAS = (
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "synchronous = FULL",
)


class ConnectionWatch(Protocol):
    """Called for every new connection."""

    def connecting(self) -> None:
        """Act before the file is opened; an exception prevents that."""

    def connected(self) -> None:
        """Act after the connection has opened the file."""


class Connections:
    """Of one library file. Reading needs nothing else; the engine of `engine` has connections of its own from here."""

    def __init__(
        self, path: Path, *, read_only: bool, still: bool = False, watch: ConnectionWatch | None = None
    ) -> None:
        """Open nothing yet. still: nobody writes the file; it is read without a lock and without -wal and -shm.

        Raises OSError.
        """
        if not read_only:
            # created only here: a later connection must not create an empty library where the file was removed
            _make_private(path)
        self._path, self._watch, self._read_only = path, watch, read_only
        self._how = STILL if still else "mode=ro" if read_only else "mode=rw"
        self._kept: list[sqlite3.Connection] = []
        self._followers: list[Callable[[], None]] = []

    def made(self) -> sqlite3.Connection:
        """Return a new connection, which begins no transactions by itself."""
        if self._watch:
            self._watch.connecting()
        raw = connect(self._path, self._how, busy_ms=_BUSY_MS, shared=True)
        raw.text_factory = TEXT
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        if not self._read_only:
            _keep_a_log(raw)
        if self._watch:
            self._watch.connected()
        return raw

    @contextmanager
    def idle(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that is in no transaction."""
        kept = self._kept
        try:
            raw = kept.pop()
        except IndexError:
            # not asked before: another thread may take the last
            raw = self.made()
        try:
            yield raw
        finally:
            # where all were closed meanwhile, it is closed as well
            if _ended(raw) and kept is self._kept:
                kept.append(raw)
            else:
                raw.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection in a transaction: all that is read by it is one state."""
        with self.idle() as raw:
            raw.execute("BEGIN")
            yield raw

    @property
    def any_kept(self) -> bool:
        """Whether a connection is open that no task has."""
        return bool(self._kept)

    def checkpoint(self) -> bool:
        """Move the log into the file and empty it; return whether that was possible as a whole. Waits for no reader."""
        with self.idle() as raw:
            return move_log(raw)

    def follow(self, dispose: Callable[[], None]) -> None:
        """Have something closed whenever these connections are."""
        self._followers.append(dispose)

    def dispose(self) -> None:
        """Close all; those in use once they are given back. Later ones are made anew."""
        for dispose in self._followers:
            dispose()
        closing, self._kept = self._kept, []
        for raw in closing:
            raw.close()


def rows_by(raw: sqlite3.Connection) -> Rows:
    """Return the function of `queries` that runs a query on a connection."""
    cursor = raw.cursor()
    cursor.row_factory = sqlite3.Row
    return lambda query, *values: cursor.execute(query, values).fetchall()


def _make_private(path: Path) -> None:
    """Make an empty file that only this user can read, unless it exists. Raises OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _ended(raw: sqlite3.Connection) -> bool:
    """End a connection's transaction; return whether it can be used further."""
    try:
        raw.rollback()
    except sqlite3.Error:
        return False
    return True


def _keep_a_log(raw: sqlite3.Connection) -> None:
    """Switch to WAL; through journal mode MEMORY, so that the switch itself (one page) leaves no journal file."""
    if _mode(raw, "") == "wal":
        return
    _mode(raw, "= MEMORY")
    if _mode(raw, "= WAL") != "wal":
        _mode(raw, "= DELETE")


def _mode(raw: sqlite3.Connection, wanted: str) -> str:
    return str(raw.execute(f"PRAGMA journal_mode {wanted}").fetchone()[0])
