"""Marks that an issue was read, so that the next reading can show what changed since."""

import datetime as dt
from dataclasses import dataclass

from editor.model.issue import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMark:
    """An issue read to its end. at: UTC; hash: of its printed content; issue: its printed content."""

    reader: str
    at: dt.datetime
    hash: str
    issue: Issue

    def __post_init__(self) -> None:
        """Raise ValueError when the instant is not UTC."""
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an event's instant is given in UTC")
