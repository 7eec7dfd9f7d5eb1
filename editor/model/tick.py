"""Ticks (核红): a change since a galley that somebody compared with the paper."""

import datetime as dt
import re

from editor.model.dataclass import dataclass

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A change that was checked. key: sha256 of the galley and of the change, so that other words end it; at: UTC."""

    key: str
    name: str
    at: dt.datetime

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed key or an instant that is not UTC."""
        if not _SHA256.fullmatch(self.key):
            raise ValueError(f"not a sha256 digest: {self.key!r}")
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an event's instant is given in UTC")
