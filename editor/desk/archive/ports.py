"""The port of the archive: what the desk needs of a library to search it."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from editor.desk.archive.values import Found, Query, SearchOrder


class IndexState(Enum):
    """Whether the index can be searched: it fits, has to be built (again) for this program, or is damaged."""

    FITS = "fits"
    TO_BUILD = "to build"
    DAMAGED = "damaged"


class ArchiveReader(Protocol):
    """Searches a library, in its reader's thread."""

    def found(
        self, query: Query, order: SearchOrder = SearchOrder.RANKED, *, limit: int = 50, offset: int = 0
    ) -> Found:
        """Return hits from offset on, at most limit, with total and facets. Raises UserError where it fails."""

    def issues_with(self, text: str) -> frozenset[str] | None:
        """Return the issues that may have a text in an article or as headline, None where the index can't say."""

    def index_state(self) -> IndexState:
        """Return whether the index can be searched."""

    def verify_index(self) -> IndexState:
        """Return the same after comparing the index with every article, which takes seconds in a large library."""


class ArchiveLibrary(ArchiveReader, Protocol):
    """A library whose index can be built."""

    def build_index(self, told: Callable[[int, int], None], *, anew: bool = True) -> None:
        """Index every article anew, or only what still waits. told: done and all; what it raises stops the building.

        What was indexed until then is searched, and a later call goes on. Raises UserError.
        """
