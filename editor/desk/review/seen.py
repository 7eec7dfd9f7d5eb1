"""What a machine remembers of the libraries that it saw: what none of them can be made to forget by whoever has it."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How far a library's log went. origin: hash of its first entry; place: the library's path; hash: of entry number.

    origin, hash: empty where the log was empty.
    """

    origin: str
    place: str
    number: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A key that gave way to another one. at: UTC, as its introduction says."""

    key: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All of it. Approvals are named by the sha256 of their statements.

    heads: one a place; ended: approvals that were withdrawn or replaced; counted: those that counted, by a key then in
    use; retired: keys by which nothing new counts.
    """

    heads: tuple[Head, ...] = ()
    ended: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    retired: tuple[Retired, ...] = ()

    def head_at(self, place: str) -> Head | None:
        """Return how far the log at a place went, None where none was seen there."""
        return next((one for one in self.heads if one.place == place), None)

    def heads_of(self, origin: str) -> tuple[Head, ...]:
        """Return how far a log went, wherever it lay; none for an empty one."""
        return tuple(one for one in self.heads if origin and one.origin == origin)
