"""Where an article came from, and what of it nobody has confirmed yet. Archive metadata, never printed."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

COPIED_PAGE, COPIED_TEXT = "剪贴板.html", "剪贴板.txt"
"""Names under which originals are kept that were copied: stored, so never translated."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


class ManuscriptField(StrEnum):
    """A field of an article that may have been guessed when it came in."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SOURCE = "source"
    LINK = "link"
    PUBLISHED = "published"
    TAGS = "tags"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file that an article was read from. sha256: of its bytes, which the library keeps; name: without folders.

    at: when it was taken in, UTC; address: where it was found on the web, empty where that is not known.
    """

    sha256: str
    name: str
    at: dt.datetime
    address: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed digest or an instant that is not UTC."""
        if not _SHA256.fullmatch(self.sha256):
            raise ValueError(f"not a sha256 digest: {self.sha256!r}")
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an event's instant is given in UTC")


class ReceiptState(StrEnum):
    """What was decided on a piece that came in. WAITING, LATER: it lies in 收件; KEPT: for the publication."""

    WAITING = "waiting"
    LATER = "later"
    KEPT = "kept"
    REJECTED = "rejected"


IN_INBOX = frozenset({ReceiptState.WAITING, ReceiptState.LATER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """来稿登记: a piece that somebody sent. received: local day; reason: why it was rejected, else empty.

    section: name of the one that it may belong to, guessed, empty where nothing is known.
    """

    received: dt.date
    unit: str = ""
    sender: str = ""
    state: ReceiptState = ReceiptState.WAITING
    reason: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A value that was guessed. text: as `guesses.field_text` gives it; counts while the field still says it."""

    field: ManuscriptField
    text: str
