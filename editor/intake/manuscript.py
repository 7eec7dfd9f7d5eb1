"""What readers of files and of the clipboard take and return: a file as it came in, the article that is read of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from editor.model.article import Article
from editor.model.origin import ManuscriptField
from editor.system.watching import Watch, unwatched

__all__ = [
    "NO_FURNITURE",
    "ArticleReader",
    "IncomingFile",
    "IncomingPicture",
    "Manuscript",
    "ManuscriptField",
    "PageFurniture",
    "TrackedChanges",
]


class TrackedChanges(StrEnum):
    """How tracked changes of a Word file are read: accepted, as before them, or as our own 修订."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    KEPT = "kept"


def _nothing_beside(_name: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """A file to be read as an article. name: without folders, with its ending.

    beside: bytes of a file named relative to this one (the pictures of a saved page), None where there is none;
    address: where it was found on the web, where that is known; watch: told how far reading is, which it may stop.
    """

    name: str
    data: bytes
    beside: Callable[[str], bytes | None] = _nothing_beside
    address: str = ""
    changes: TrackedChanges = TrackedChanges.ACCEPTED
    watch: Watch = unwatched


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingPicture:
    """A picture of a manuscript. figure: uid of the figure that waits for it, its picture None.

    data: the bytes as they came, unchecked (see `intake.pictures`), empty where only the address is known.
    """

    figure: str
    name: str
    address: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFurniture:
    """What every page has around its article and nobody misses. names: in a word each; count: of all of it.

    messages: a whole sentence a kind, as they stand among the manuscript's.
    """

    names: tuple[str, ...] = ()
    count: int = 0
    messages: tuple[str, ...] = ()


NO_FURNITURE = PageFurniture()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """An article as it was read. Every visible text is in exactly one place of it, or a message says what became of it.

    article: new, its figures without pictures, published, notes and tracked changes in its archive; guessed: fields
    that the file does not declare; messages: what was left out or changed, whole sentences; furniture: those of them
    that a reader need not look at; changes: how many tracked changes the file has, however they were read.
    """

    article: Article
    pictures: tuple[IncomingPicture, ...] = ()
    guessed: frozenset[ManuscriptField] = frozenset()
    messages: tuple[str, ...] = ()
    furniture: PageFurniture = NO_FURNITURE
    changes: int = 0


ArticleReader = Callable[[IncomingFile], Manuscript]
"""Raises UserError, naming the file, for one that cannot be read, StoppedError where its `watch` does."""
