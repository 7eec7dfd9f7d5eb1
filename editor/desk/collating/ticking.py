"""Ticks changes and takes ticks back."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.desk.collating.change import GalleyChange
from editor.model.edits import put_issue
from editor.model.issue import Issue
from editor.model.tick import Tick
from editor.model.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far 核红 is."""

    done: int
    of: int

    @property
    def open(self) -> int:
        """Changes without a tick."""
        return self.of - self.done


def ticks_of(issue: Issue) -> dict[str, Tick]:
    """Return the ticks of an issue by their keys."""
    return {tick.key: tick for tick in issue.archive.ticks}


def progress(issue: Issue, changes: Iterable[GalleyChange]) -> Progress:
    """Return how many of the changes are ticked."""
    known, keys = ticks_of(issue), [one.key for one in changes]
    return Progress(done=sum(key in known for key in keys), of=len(keys))


def ticked(space: Workspace, changes: Iterable[GalleyChange], *, name: str, at: dt.datetime) -> Workspace:
    """Return the workspace with changes ticked; who ticked one first stays. at: UTC."""
    known = ticks_of(space.issue)
    new = [Tick(key=key, name=name, at=at) for key in dict.fromkeys(one.key for one in changes) if key not in known]
    return _with(space, (*space.issue.archive.ticks, *new)) if new else space


def unticked(space: Workspace, changes: Iterable[GalleyChange]) -> Workspace:
    """Return the workspace with the ticks of changes taken back."""
    keys = {one.key for one in changes}
    kept = tuple(tick for tick in space.issue.archive.ticks if tick.key not in keys)
    return _with(space, kept) if kept != space.issue.archive.ticks else space


def _with(space: Workspace, ticks: tuple[Tick, ...]) -> Workspace:
    issue = space.issue
    return put_issue(space, replace(issue, archive=replace(issue.archive, ticks=ticks)))
