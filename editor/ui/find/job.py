"""Work on the library in a thread of its own, which can be stopped between two issues."""

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from editor.desk.ports import Checkpoint, Library
from editor.desk.replacing import Search, SearchHit, find_in_library, replace_in_library, replacement_name
from editor.model.errors import UserError
from editor.model.language import tr

MOST_HITS = 20_000
"""More are no help to anybody, and fill the memory."""


class _SearchStoppedError(Exception):
    """The user stopped the work."""


class LibraryJob(QObject):
    """Runs once. Exactly one of done, failed, stopped follows start(). progressed: issues done, issues in all."""

    found = Signal(object)
    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, call: Callable[["LibraryJob"], object], parent: QObject | None = None) -> None:
        """Take the call; it is given the job, to tell of its progress."""
        super().__init__(parent)
        self._call = call
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="library")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Stop before the next issue."""
        self._stop.set()

    def wait(self) -> None:
        """Return when the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def step(self, done: int, total: int) -> None:
        """Tell how far it is; ends the work where it was stopped."""
        if self._stop.is_set():
            raise _SearchStoppedError
        self.progressed.emit(done, total)

    def _run(self) -> None:
        try:
            outcome = self._call(self)
        except _SearchStoppedError:
            self.stopped.emit()
        except UserError as error:
            self.failed.emit(str(error))
        else:
            self.done.emit(outcome)


def search_library(library: Library, search: Search, unlocked: Collection[str], job: LibraryJob) -> bool:
    """Tell of every issue with hits. Returns whether all were looked through: there may be too many hits."""
    many = 0
    for one in find_in_library(library, search, unlocked=unlocked, progress=job.step):
        job.found.emit(one)
        many += len(one.hits)
        if many >= MOST_HITS:
            return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """A replacement in the library as the user wants it. unlocked: past issues that may be changed."""

    hits: tuple[SearchHit, ...]
    query: str
    words: str
    author: str
    unlocked: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What it is called in lists and histories."""
        return tr("刊库{replacement_name}", replacement_name=replacement_name(self.hits, self.query, self.words))


def apply_in_library(library: Library, wanted: Replacing, job: LibraryJob) -> Checkpoint | None:
    """Replace, all or nothing. Returns None where nothing is different."""
    made = replace_in_library(library, wanted.hits, wanted.words, unlocked=wanted.unlocked, progress=job.step)
    if not made.changes:
        return None
    return library.checkpoints.save_issues(wanted.name, made.changes, author=wanted.author, progress=job.step)
