"""Findings of the checks that an editor has waived (放行)."""

import datetime as dt
import re

from editor.model.dataclass import dataclass

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A waived finding. key: sha256 of the text it refers to, so that a changed text ends the waiver; at: UTC.

    words: those it refers to, kept where it holds for every issue of a publication: no text is at hand to show them.
    """

    rule: str
    key: str
    reason: str
    name: str
    at: dt.datetime
    words: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed key or an instant that is not UTC."""
        if not _SHA256.fullmatch(self.key):
            raise ValueError(f"not a sha256 digest: {self.key!r}")
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an event's instant is given in UTC")
