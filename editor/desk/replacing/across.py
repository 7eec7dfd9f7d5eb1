"""Find and replace over the library. Approved and published issues are looked through and never changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from editor.desk.ports import IssueEntry, Shares
from editor.desk.replacing.apply import replaced_issue
from editor.desk.replacing.hits import Hit, Search, find_in_issue
from editor.model.issue import Issue
from editor.model.review import CLOSED


class Shelf(Protocol):
    """The part of a library that is needed here."""

    def issues(self) -> tuple[IssueEntry, ...]:
        """Return the issues, newest first."""

    def issue(self, uid: str) -> Issue:
        """Return a whole issue. Raises UserError when it is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueHits:
    """An issue with what was found in it.

    closed: approved or published, so that it will be skipped; titles: of the articles with hits, by identity.
    """

    entry: IssueEntry
    hits: tuple[Hit, ...]
    closed: bool
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryReplacement:
    """Issues before and after, for saving and for undoing; skipped: closed issues that hits were chosen in."""

    changes: tuple[tuple[Issue, Issue], ...]
    skipped: tuple[IssueEntry, ...]


def find_in_library(shelf: Shelf, search: Search, *, progress: Shares | None = None) -> Iterator[IssueHits]:
    """Yield the issues that have hits, newest first. progress: issues done, issues in all; may raise to stop."""
    entries = shelf.issues()
    for done, entry in enumerate(entries):
        if progress:
            progress(done, len(entries))
        issue = shelf.issue(entry.uid)
        hits = find_in_issue(issue, search)
        if hits:
            named = {hit.article for hit in hits}
            titles = {article.uid: article.title.text for article in issue.articles() if article.uid in named}
            yield IssueHits(entry=entry, hits=hits, closed=entry.state in CLOSED, titles=titles)


def replace_in_library(
    shelf: Shelf, hits: Iterable[Hit], replacement: str, *, progress: Shares | None = None
) -> LibraryReplacement:
    """Return what replacing the chosen hits makes of the library; nothing is saved. progress as in finding."""
    chosen: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        chosen[hit.issue].append(hit)
    entries = [entry for entry in shelf.issues() if entry.uid in chosen]
    skipped = tuple(entry for entry in entries if entry.state in CLOSED)
    changes = []
    for done, entry in enumerate(entries):
        if progress:
            progress(done, len(entries))
        if entry not in skipped:
            before = shelf.issue(entry.uid)
            changes.append((before, replaced_issue(before, chosen[entry.uid], replacement)))
    return LibraryReplacement(changes=tuple(pair for pair in changes if pair[0] != pair[1]), skipped=skipped)
