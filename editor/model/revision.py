"""Revisions of an article and of an issue's printed content; a version is a revision whose content is kept."""

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
    """Why a version was kept. FIRST: the state before the first change that the library recorded."""

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
    """A kept state of an article. at: UTC, of its last change; name: the user's, or that of the change that followed.

    key: to ask the library for its content, 0 for the article's current state.
    """

    key: int
    author: str
    at: dt.datetime
    reason: Reason
    name: str = ""
