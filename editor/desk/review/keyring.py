"""The keys trusted on this machine, and whether a key was in use when it signed an approval.

Whether an approval came before the change of its key is decided by the order of the log's entries, or by what this
machine remembers; only where neither is known, by the times stated, and then with a remark.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING

from editor.desk.review.entries import read_entries
from editor.desk.review.held import Held
from editor.desk.review.introductions import Trust, TrustedKey, trusted_keys
from editor.desk.review.replay import Replay
from editor.desk.review.seen import Seen
from editor.model.approval import Signed
from editor.model.dataclass import dataclass
from editor.model.errors import UserError

if TYPE_CHECKING:
    from editor.desk.review.ports import ReviewReader


class Counting(Enum):
    """Whether a known key counts for an approval. CLOCK: only if the time stated in the approval is right."""

    YES = auto()
    CLOCK = auto()
    NO = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyring:
    """known: the trusted keys, by key; replay: state by the library's log; seen: what this machine remembers."""

    known: Mapping[str, TrustedKey]
    replay: Replay = field(default_factory=Replay)
    seen: Seen = field(default_factory=Seen)

    def counting(self, one: Held) -> Counting:
        """Return whether the key of an approval, which is known, counts for it."""
        key = self.known[one.approval.key]
        if key.until is None or one.digest in self.seen.counted:
            return Counting.YES
        signed_here = one.digest in self.replay.signed.get(one.approval.issue, ())
        place = self.replay.places.get(one.digest) or self.replay.received.get(one.approval.issue)
        if key.place is not None and place is not None:
            if place < key.place:
                return Counting.YES
            if signed_here:
                return Counting.NO
        return Counting.CLOCK if one.approval.at < key.until else Counting.NO


def keyring_of(
    review: "ReviewReader", trust: Trust, *, replay: Replay | None = None, also: Iterable[Signed] = ()
) -> Keyring:
    """Return the trusted keys. replay: of the log, if it was read already; also: introductions from elsewhere.

    Raises UserError where the confirmed fingerprints cannot be read.
    """
    replay = read_entries(review).replay if replay is None else replay
    seen = remembered(trust)
    introductions = (*review.introductions(), *also)
    known = trusted_keys(introductions, trust.confirmed(), noted=replay.noted_key, retired=seen.retired)
    return Keyring(known=MappingProxyType(dict(known)), replay=replay, seen=seen)


def remembered(trust: Trust) -> Seen:
    """Return what this machine remembers; nothing where that cannot be read, which `looking` reports."""
    try:
        return trust.seen()
    except UserError:
        return Seen()
