"""The keys that count on this machine, and whether one counted when it signed an approval.

Which came first, an approval or the change of its key, is told by the order of the log's entries, or by what this
machine remembers; only where neither tells, by the clock, and then a doubt is said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType

from editor.desk.review.entries import read_entries
from editor.desk.review.held import Held
from editor.desk.review.introductions import Trust, TrustedKey, trusted_keys
from editor.desk.review.ports import ReviewReader
from editor.desk.review.replay import Replay
from editor.desk.review.seen import Seen
from editor.model.approval import Signed
from editor.model.errors import UserError


class Counting(Enum):
    """Whether a known key counts for an approval. CLOCK: it does if the approval's own clock is right."""

    YES = auto()
    CLOCK = auto()
    NO = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyring:
    """known: the keys that count, by key; told: what the library's log tells; seen: what this machine remembers."""

    known: Mapping[str, TrustedKey]
    told: Replay = field(default_factory=Replay)
    seen: Seen = field(default_factory=Seen)

    def counting(self, one: Held) -> Counting:
        """Return whether the key of an approval, which is known, counts for it."""
        key = self.known[one.approval.key]
        if key.until is None or one.digest in self.seen.counted:
            return Counting.YES
        signed_here = one.digest in self.told.signed.get(one.approval.issue, ())
        place = self.told.places.get(one.digest) or self.told.received.get(one.approval.issue)
        if key.place is not None and place is not None:
            if place < key.place:
                return Counting.YES
            if signed_here:
                return Counting.NO
        return Counting.CLOCK if one.approval.at < key.until else Counting.NO


def keyring_of(
    review: ReviewReader, trust: Trust, *, told: Replay | None = None, also: Iterable[Signed] = ()
) -> Keyring:
    """Return the keys that count. told: the log, where it was read already; also: introductions that came otherwise.

    Raises UserError where the fingerprints that were confirmed cannot be read.
    """
    told = read_entries(review).told if told is None else told
    seen = remembered(trust)
    introductions = (*review.introductions(), *also)
    known = trusted_keys(introductions, trust.confirmed(), noted=told.noted_key, retired=seen.retired)
    return Keyring(known=MappingProxyType(dict(known)), told=told, seen=seen)


def remembered(trust: Trust) -> Seen:
    """Return what this machine remembers; nothing where that cannot be read, which `looking` says."""
    try:
        return trust.seen()
    except UserError:
        return Seen()
