"""Revisions of an article and of an issue's printed content, and those of them whose words are kept."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One state of an article. hash: sha256 of its canonical JSON; parents: hashes it came from; at: UTC."""

    article: str
    hash: str
    author: str
    at: dt.datetime
    parents: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError when the instant is not UTC."""
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an event's instant is given in UTC")


class Reason(StrEnum):
    """Why a version was kept. FIRST: what stood before the first change that the library noted."""

    FIRST = "first"
    IMPORTED = "imported"
    CREATED = "created"
    WRITTEN = "written"
    DAILY = "daily"
    REPLACING = "replacing"
    FIXING = "fixing"
    HANDED_OVER = "handed_over"
    RESTORING = "restoring"
    RESTORED = "restored"
    NAMED = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A state of an article whose words are kept. at: UTC, of its last change; name: the user's, or of what followed.

    key: to ask the library for its words, 0 for the state that still stands.
    """

    key: int
    author: str
    at: dt.datetime
    reason: Reason
    name: str = ""
