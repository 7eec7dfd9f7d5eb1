"""A tracked change: one place in which an article differs from its base."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What was done. STYLE: a paragraph became a heading or the like; FIGURE, TABLE, BLOCK: as a whole."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    FORMAT = "format"
    STYLE = "style"
    FIGURE = "figure"
    TABLE = "table"
    BLOCK = "block"
    FACT = "fact"


class ChangeDecision(StrEnum):
    """Decision on a change. ACCEPTED: the base takes it over; REJECTED: the article gets the base's words back."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a change shows in the article. block: uid; start, end: code points as marks count; equal for a removal."""

    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedChange:
    """A change.

    field: name in `Wording`; removed, added: words, for a style its name, line feeds where a paragraph ends.
    key: the part of the base that is changed, empty for its running text; start, end: code points there.
    """

    kind: ChangeKind
    field: str = "blocks"
    spans: tuple[Span, ...] = ()
    removed: str = ""
    added: str = ""
    key: str = ""
    start: int = 0
    end: int = 0

    def meets(self, other: "TrackedChange") -> bool:
        """Return whether both concern the same words of the base."""
        return self.key == other.key and self.start <= other.end and other.start <= self.end
