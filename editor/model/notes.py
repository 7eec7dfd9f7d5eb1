"""Notes that readers leave on pages. They are archive metadata: kept with an article or an issue, never printed."""

import datetime as dt
from dataclasses import field
from enum import StrEnum

from editor.model.dataclass import dataclass
from editor.model.uid import check_uid, new_uid


class NoteField(StrEnum):
    """Where a note stands: in an article's body or title, or on a page of the issue that no article is printed on."""

    BODY = "body"
    TITLE = "title"
    COVER = "cover"
    CREDITS = "credits"
    CONTENTS = "contents"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The words that a note refers to. block: uid, of the body only; start, end: code points of the field's text.

    The text of a block is its printed strings (`block_texts`) joined by line feeds. words: as they were when the note
    was written; gone: they were deleted since, then start and end mean nothing.
    """

    field: NoteField = NoteField.BODY
    block: str = ""
    start: int = 0
    end: int = 0
    words: str = ""
    gone: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a negative start or an end before it."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no place in a text: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to a note. at: UTC."""

    author: str
    at: dt.datetime
    text: str

    def __post_init__(self) -> None:
        """Raise ValueError when the instant is not UTC."""
        _check_utc(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note. at, resolved_at: UTC; resolved_at: None for one that is open."""

    author: str
    at: dt.datetime
    text: str
    anchor: Anchor = Anchor()
    replies: tuple[Reply, ...] = ()
    resolved_by: str = ""
    resolved_at: dt.datetime | None = None
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity, an instant that is not UTC, or half a resolution."""
        check_uid(self.uid)
        _check_utc(self.at)
        if self.resolved_at:
            _check_utc(self.resolved_at)
        if bool(self.resolved_by) != bool(self.resolved_at):
            raise ValueError("a note is resolved by somebody at some instant")

    @property
    def open(self) -> bool:
        """Whether nobody has resolved it."""
        return self.resolved_at is None


def _check_utc(at: dt.datetime) -> None:
    if at.utcoffset() != dt.timedelta(0):
        raise ValueError("an event's instant is given in UTC")
