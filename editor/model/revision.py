"""Revisions of an article and of an issue's printed content."""

import datetime as dt
from dataclasses import dataclass


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
