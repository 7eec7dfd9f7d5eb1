"""What a machine remembers of the libraries that it saw. Changing a library cannot change it."""

import datetime as dt

from editor.model.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The end of a library's log. origin: hash of its first entry; place: the library's path; hash: of entry number.

    origin, hash: empty where the log was empty.
    """

    origin: str
    place: str
    number: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """A key that another one replaced. at: UTC, stated in its introduction."""

    key: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that a machine remembers. Approvals are named by the sha256 of their statements.

    heads: one per place; ended: approvals that were withdrawn or replaced; counted: those that counted, by a key then
    in use; retired: replaced keys.
    """

    heads: tuple[Head, ...] = ()
    ended: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    retired: tuple[Retired, ...] = ()

    def head_at(self, place: str) -> Head | None:
        """Return the end of the log at a place, None where none was seen there."""
        return next((one for one in self.heads if one.place == place), None)

    def heads_of(self, origin: str) -> tuple[Head, ...]:
        """Return the ends of a log at all places; none for an empty origin."""
        return tuple(one for one in self.heads if origin and one.origin == origin)
