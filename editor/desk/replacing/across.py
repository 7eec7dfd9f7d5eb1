"""Find and replace over the library. Approved and published issues are looked through and never changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from editor.desk.ports import IssueEntry
from editor.desk.replacing.apply import replaced_issue
from editor.desk.replacing.hits import Hit, Search, find_in_issue
from editor.model.issue import Issue

CLOSED_STATES = frozenset(("approved", "published"))


class Shelf(Protocol):
    """The part of a library that is needed here."""

    def issues(self) -> tuple[IssueEntry, ...]:
        """Return the issues, newest first."""

    def issue(self, uid: str) -> Issue:
        """Return a whole issue. Raises UserError when it is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueHits:
    """An issue with what was found in it. closed: approved or published, so that it will be skipped."""

    entry: IssueEntry
    hits: tuple[Hit, ...]
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryReplacement:
    """Issues before and after, for saving and for undoing; skipped: closed issues that hits were chosen in."""

    changes: tuple[tuple[Issue, Issue], ...]
    skipped: tuple[IssueEntry, ...]


def find_in_library(shelf: Shelf, search: Search) -> Iterator[IssueHits]:
    """Yield the issues that have hits, newest first, one by one so that a search can be stopped."""
    for entry in shelf.issues():
        hits = find_in_issue(shelf.issue(entry.uid), search)
        if hits:
            yield IssueHits(entry=entry, hits=hits, closed=entry.state in CLOSED_STATES)


def replace_in_library(shelf: Shelf, hits: Iterable[Hit], replacement: str) -> LibraryReplacement:
    """Return what replacing the chosen hits makes of the library; nothing is saved."""
    chosen = tuple(hits)
    wanted = {hit.issue for hit in chosen}
    entries = [entry for entry in shelf.issues() if entry.uid in wanted]
    pairs = ((before, replaced_issue(before, chosen, replacement)) for before in map(shelf.issue, _open(entries)))
    skipped = tuple(entry for entry in entries if entry.state in CLOSED_STATES)
    return LibraryReplacement(changes=tuple(pair for pair in pairs if pair[0] != pair[1]), skipped=skipped)


def _open(entries: list[IssueEntry]) -> Iterator[str]:
    return (entry.uid for entry in entries if entry.state not in CLOSED_STATES)
