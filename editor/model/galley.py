"""Galleys (清样) of an issue: what it printed when somebody got it on paper to correct."""

import datetime as dt
from dataclasses import dataclass

from editor.model.issue import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """A galley. number: as printed, from 1; name: who made it; at: UTC; hash: of the printed content."""

    issue: str
    number: int
    name: str
    at: dt.datetime
    hash: str

    def __post_init__(self) -> None:
        """Raise ValueError when the instant is not UTC."""
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an event's instant is given in UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGalley:
    """A galley with the printed content that it showed."""

    galley: Galley
    content: Issue
