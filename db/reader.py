"""A library read for an export or a list, over plain SQLite: importing the mapping takes a third of an export.

Only for a library of the head revision that needs nothing done; all others are opened by `library.open_library`.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import entries
from db.beside import is_alone
from db.connecting import TEXT, bound_work, connect
from db.header import APPLICATION_ID, head_version, read_header
from db.library_lock import LibraryLock
from db.place import default_library, real_place
from db.presence import closed_words
from db.refusals import REFUSALS, refused
from db.schema import odd_object
from editor.desk.issue_entry import IssueEntry
from editor.model.errors import UserError
from editor.model.language import tr

# what is read besides the list of issues is imported where it is asked for: the model takes as long as the whole list
if TYPE_CHECKING:
    from db.store import Store
    from editor.desk.ports import LibraryReader
    from editor.desk.review.ports import ReviewReader
    from editor.model.font import Font
    from editor.model.issue import Issue
    from editor.model.publication import Publication


@contextmanager
def open_reader(path: Path | None = None) -> "Iterator[LibraryReader]":
    """Open a library for reading, in its present state; falls back to `library.open_library` where needed."""
    place = real_place(path or default_library())
    with ExitStack() as stack:
        connection = _connection(place)
        if connection is None:
            yield stack.enter_context(_library(place))
            return
        stack.enter_context(closing(connection))
        yield Reader(connection, place)


class Reader:
    """A library as it was when it was opened. holder: who has it for writing, empty for nobody."""

    def __init__(self, connection: sqlite3.Connection, place: Path) -> None:
        """Take a connection in a transaction."""
        self._connection, self._place = connection, place
        self._holder = LibraryLock(place).holder()
        self._issues: tuple[IssueEntry, ...] | None = None
        self.files = ReaderFiles(self._all)

    @property
    def read_only(self) -> bool:
        """Whether another program holds the library."""
        return bool(self._holder)

    @property
    def why_read_only(self) -> str:
        """Why nothing can be written, empty where it can."""
        return (
            tr("刊库由 {holder} 打开着，这里只能看。请在那边关闭后再试。", holder=self._holder) if self._holder else ""
        )

    @property
    def holder(self) -> str:
        """Who holds it, empty for nobody."""
        return self._holder

    @property
    def notices(self) -> tuple[str, ...]:
        """Always empty: a library about which something must be said is opened by `library.open_library`."""
        return ()

    @property
    def place(self) -> Path:
        """Where the library's file lies."""
        return self._place

    @property
    def review(self) -> "ReviewReader":
        """What is read of the review."""
        from db.review_reader import SqliteReview

        return SqliteReview(self._all)

    def issues(self) -> tuple[IssueEntry, ...]:
        """Return the issues, newest first."""
        if self._issues is None:
            self._issues = entries.issues(self._all)
        return self._issues

    def find(self, reference: str) -> IssueEntry:
        """Return the issue named by total number, 2024-50 or latest. Raises UserError when there is none."""
        return entries.named_entry(self.issues(), reference)

    def issue(self, uid: str) -> "Issue":
        """Return a whole issue. Raises UserError when it is not there."""
        from db import queries

        return queries.issue(self._all, uid)

    def publication(self, uid: str) -> "Publication":
        """Return one publication. Raises UserError when it is not there."""
        from db import queries

        return queries.publication(self._all, uid)

    def _all(self, query: str, *arguments: str) -> list[Any]:
        bound_work(self._connection)
        try:
            return self._connection.execute(query, arguments).fetchall()
        except REFUSALS as error:
            raise refused(tr("读不出刊库"), self._place, error) from error


class ReaderFiles:
    """Pictures and fonts of a library that is only read."""

    def __init__(self, ask: entries.Rows) -> None:
        """Take what asks the library."""
        self._all = ask

    def pictures(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of those pictures that are there, by sha256."""
        from db import queries

        return queries.pictures(self._all, digests)

    def originals(self, digests: Iterable[str]) -> dict[str, tuple[str, bytes]]:
        """Return name and bytes of those files as they came in that are there and whole, by sha256."""
        from db import queries

        return queries.originals(self._all, digests)

    def fonts(self) -> "tuple[Font, ...]":
        """Return the fonts that the office added, by file name."""
        from db import queries

        return queries.fonts(self._all)

    def font_data(self, sha256: str) -> bytes:
        """Return a font file's bytes. Raises UserError when they are not there."""
        from db import queries

        return queries.font_data(self._all, sha256)


def _connection(place: Path) -> sqlite3.Connection | None:
    """Return a connection that sees one state; None where `library.open_library` must read or refuse the file."""
    if closed_words(place):
        return None
    try:
        header = read_header(place)
        known = header is not None and (header.application_id, header.version) == (APPLICATION_ID, head_version())
        if not known or _has_foreign_log(place):
            return None
        connection = connect(place, "mode=rw")
    except (UserError, sqlite3.Error, OSError):
        return None
    connection.row_factory, connection.text_factory = sqlite3.Row, TEXT
    try:
        bound_work(connection)
        for message in ("PRAGMA query_only = ON", "BEGIN"):
            connection.execute(message)
        # a transaction sees the state at its first read
        if odd_object(connection) is None:
            connection.execute("SELECT 1 FROM issues LIMIT 1").fetchone()
            return connection
    except REFUSALS:
        connection.close()
        return None
    connection.close()
    return None


def _has_foreign_log(place: Path) -> bool:
    if is_alone(place):
        return False
    from db.leftovers import foreign_leftovers

    return bool(foreign_leftovers(place, in_use=True))


def _library(place: Path) -> "AbstractContextManager[Store]":
    from db.library import open_library

    return open_library(place)
