"""Who made a change, and when: the contributions since which its place differs from the base."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from editor.model.article import Tracking, Wording
from editor.text.tracked.change import TrackedChange
from editor.text.tracked.comparing import changes_of

_KEPT = 64
# kind, removed and added words of the changes at one place
_Wordings = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A change with its authors in order, and when the last of them made it (UTC); no author where none is recorded."""

    change: TrackedChange
    names: tuple[str, ...] = ()
    at: dt.datetime | None = None


def makers_of(tracking: Tracking, changes: tuple[TrackedChange, ...]) -> tuple[Made, ...]:
    """Return changes with who made them."""
    if tracking.base is None or not tracking.hands:
        return tuple(map(Made, changes))
    first = tracking.hands[0]
    if len(tracking.hands) == 1 and first.before == tracking.base:
        return tuple(Made(change, (first.author,), first.at) for change in changes)
    stages = (*(stage_changes(tracking.base, one.before) for one in tracking.hands), changes)
    return tuple(_made(change, tracking, stages) for change in changes)


@lru_cache(maxsize=_KEPT)
def stage_changes(base: Wording, words: Wording) -> tuple[TrackedChange, ...]:
    """Return the changes that a contribution found; they depend only on the base and its wording."""
    return changes_of(base, words)


def _made(change: TrackedChange, tracking: Tracking, stages: tuple[tuple[TrackedChange, ...], ...]) -> Made:
    """Go back through the contributions to the time when the place was still as in the base."""
    wordings = [_wording(change, stage) for stage in stages]
    names: list[str] = []
    at: dt.datetime | None = None
    steps = reversed(list(zip(tracking.hands, pairwise(wordings), strict=True)))
    for contribution, (before, after) in steps:
        if not after:
            break
        if before != after:
            at = at or contribution.at
            names.append(contribution.author)
    return Made(change, tuple(dict.fromkeys(reversed(names))), at)


def _wording(change: TrackedChange, stage: tuple[TrackedChange, ...]) -> _Wordings:
    return tuple((one.kind.value, one.removed, one.added) for one in stage if one.meets(change))
