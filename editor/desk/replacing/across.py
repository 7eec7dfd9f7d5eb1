"""Find and replace in the library. Every issue is searched; only those that may be edited are changed.

Past issues may be edited once they are unlocked; submitted, approved and published ones never.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from editor.desk.issue_entry import IssueEntry
from editor.desk.past_issues import past_issues
from editor.desk.ports import Shares
from editor.desk.replacing.apply import replaced_issue
from editor.desk.replacing.hits import Search, SearchHit, find_in_issue
from editor.model.damage import Damage, DamageError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED, EDITABLE


class IssueFinder(Protocol):
    """Port: what says where looking is worth while."""

    def issues_with(self, text: str) -> frozenset[str] | None:
        """Return the issues that may have a text, None where that is not known."""


class IssueShelf(Protocol):
    """Port: what find and replace needs of a library."""

    def issues(self) -> tuple[IssueEntry, ...]:
        """Return the issues, newest first."""

    def issue(self, uid: str) -> Issue:
        """Return a whole issue. Raises UserError when it is not there."""

    @property
    def archive(self) -> IssueFinder:
        """The archive's index."""


class Skip(StrEnum):
    """Why replacing skips an issue."""

    SUBMITTED = "submitted"
    CLOSED = "closed"
    PAST = "past"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueHits:
    """An issue with what was found in it.

    skip: why replacing skips it, None where it does not; titles: of the articles with hits, by identity.
    """

    entry: IssueEntry
    hits: tuple[SearchHit, ...]
    skip: Skip | None = None
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryReplacement:
    """Issues before and after, for saving and for undoing; skipped: issues not changed despite chosen hits."""

    changes: tuple[tuple[Issue, Issue], ...]
    skipped: tuple[IssueEntry, ...]


def find_in_library(
    shelf: IssueShelf, search: Search, *, unlocked: Collection[str] = (), progress: Shares | None = None
) -> Iterator[IssueHits]:
    """Yield the issues that have hits, newest first. Raises DamageError at the end where some are unreadable.

    unlocked: uids of past issues that may be changed; progress: issues done, issues in all; may raise to stop.
    """
    every = shelf.issues()
    skips = _skips(every, unlocked)
    possible = shelf.archive.issues_with(search.query)
    # what is damaged is looked at too, to be told
    entries = [one for one in every if possible is None or one.uid in possible or one.damage]
    damages: list[Damage] = []
    for done, entry in enumerate(entries):
        if progress:
            progress(done, len(entries))
        try:
            issue = shelf.issue(entry.uid)
        except DamageError as error:
            damages += error.damages
            continue
        hits = find_in_issue(issue, search)
        if hits:
            named = {hit.article for hit in hits}
            titles = {article.uid: article.title.text for article in issue.articles() if article.uid in named}
            yield IssueHits(entry=entry, hits=hits, skip=skips.get(entry.uid), titles=titles)
    if damages:
        raise DamageError(damages)


def replace_in_library(
    shelf: IssueShelf,
    hits: Iterable[SearchHit],
    replacement: str,
    *,
    unlocked: Collection[str] = (),
    progress: Shares | None = None,
) -> LibraryReplacement:
    """Return the issues with the chosen hits replaced, without saving them. unlocked, progress: see above."""
    chosen: dict[str, list[SearchHit]] = defaultdict(list)
    for hit in hits:
        chosen[hit.issue].append(hit)
    every = shelf.issues()
    skips = _skips(every, unlocked)
    entries = [entry for entry in every if entry.uid in chosen]
    changes = []
    for done, entry in enumerate(entries):
        if progress:
            progress(done, len(entries))
        if entry.uid not in skips:
            before = shelf.issue(entry.uid)
            changes.append((before, replaced_issue(before, chosen[entry.uid], replacement)))
    return LibraryReplacement(
        changes=tuple(pair for pair in changes if pair[0] != pair[1]),
        skipped=tuple(entry for entry in entries if entry.uid in skips),
    )


def _skips(entries: tuple[IssueEntry, ...], unlocked: Collection[str]) -> dict[str, Skip]:
    """Return the issues to skip with the reason, by uid."""
    past = past_issues(entries).difference(unlocked)
    found = ((entry.uid, _skip(entry, past)) for entry in entries)
    return {uid: skip for uid, skip in found if skip}


def _skip(entry: IssueEntry, past: frozenset[str]) -> Skip | None:
    if entry.state in CLOSED:
        return Skip.CLOSED
    if entry.state not in EDITABLE:
        return Skip.SUBMITTED
    return Skip.PAST if entry.uid in past else None
