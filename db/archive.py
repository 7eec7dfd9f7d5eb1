"""The archive of an open library: searched by whoever reads it, its index built by who writes."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from sqlite3 import Connection
from typing import TYPE_CHECKING

from db import search_index
from db.search import Search
from db.search_docs import Entries
from db.search_index import BUILDING, DAMAGED, SEGMENTER, index_changes, queue_all, queued
from db.search_issues import issues_headed, issues_with_grams
from db.search_proof import fits
from editor.desk.archive.ports import IndexState
from editor.desk.archive.values import Found, Query, SearchOrder
from editor.text.searching.grams import VERSION, inner_grams

if TYPE_CHECKING:
    from db.engine import Opened

Connected = Callable[[], AbstractContextManager[Connection]]


class ArchiveStore:
    """Of one library."""

    def __init__(self, *, connected: Connected, entries: Entries, writing: "Opened | None" = None) -> None:
        """Take how the library is read, how its issues are listed, and how it is written, None where it is not."""
        self._connected, self._writing, self._search = connected, writing, Search(entries)

    def found(
        self, query: Query, order: SearchOrder = SearchOrder.RANKED, *, limit: int = 50, offset: int = 0
    ) -> Found:
        """Return hits from offset on, at most limit, with total and facets. Raises UserError where it fails."""
        with self._connected() as raw:
            return self._search.found(raw, query, order, limit=limit, offset=offset)

    def issues_with(self, text: str) -> frozenset[str] | None:
        """Return the issues that may have a text in an article or as headline, None where the index can't say."""
        grams = inner_grams(text)
        with self._connected() as raw:
            if not grams or _state(raw) is not IndexState.FITS:
                return None
            return issues_with_grams(raw, grams) | issues_headed(raw, text)

    def index_state(self) -> IndexState:
        """Return whether the index can be searched."""
        with self._connected() as raw:
            return _state(raw)

    def verify_index(self) -> IndexState:
        """Return the same after comparing the index with every article."""
        with self._connected() as raw:
            state = _state(raw)
            return state if state is not IndexState.FITS or fits(raw) else IndexState.DAMAGED

    def build_index(self, told: Callable[[int, int], None], *, anew: bool = True) -> None:
        """Index every article anew, or what still waits. told: done and all; what it raises stops the building.

        What was indexed until then stays and is searched; the rest is indexed by the next call. Raises UserError.
        """
        from db.engine import driver

        assert self._writing is not None, "only an open library is written"  # noqa: S101
        with self._writing() as session:
            raw = driver(session.connection())
            if anew or _is_other(raw):
                queue_all(raw)
            every = left = queued(raw)
        while left:
            told(every - left, every)
            with self._writing() as session:
                raw = driver(session.connection())
                index_changes(raw, most=search_index.CHUNK)
                left = queued(raw)
        told(every, every)


def _state(raw: Connection) -> IndexState:
    states = _states(raw)
    if DAMAGED in states:
        return IndexState.DAMAGED
    return IndexState.TO_BUILD if BUILDING in states or _is_other(raw) or queued(raw) else IndexState.FITS


def _is_other(raw: Connection) -> bool:
    """Return whether what is indexed is of no use to this program."""
    states = _states(raw)
    return DAMAGED in states or states.get(SEGMENTER, VERSION) != VERSION


def _states(raw: Connection) -> dict[str, str]:
    return dict(raw.execute("SELECT name, value FROM search_state").fetchall())
