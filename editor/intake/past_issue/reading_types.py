"""Results of reading a past issue, and what an editor may say about its lines."""

from dataclasses import dataclass, field
from enum import StrEnum

from editor.intake.manuscript import IncomingPicture
from editor.model.issue import Issue
from editor.model.publication import Publication


class LineRole(StrEnum):
    """What a line was taken for. FURNITURE: folios and running heads; ENTRY: a line of the contents."""

    NUMBER = "number"
    MASTHEAD = "masthead"
    SLOGAN = "slogan"
    HEADLINE = "headline"
    CREDIT = "credit"
    CONTACT = "contact"
    NOTICE = "notice"
    CONTENTS = "contents"
    SECTION = "section"
    ENTRY = "entry"
    TITLE = "title"
    SUBTITLE = "subtitle"
    TEXT = "text"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    PICTURE = "picture"
    CAPTION = "caption"
    SOURCE = "source"
    LINK = "link"
    BACK = "back"
    FURNITURE = "furniture"
    LEFT_OUT = "left_out"


CORRECTABLE = (
    LineRole.TITLE,
    LineRole.TEXT,
    LineRole.SUBTITLE,
    LineRole.HEADING,
    LineRole.SOURCE,
    LineRole.CAPTION,
    LineRole.LEFT_OUT,
)
"""What an editor may say that a line is; TEXT: it belongs to the article above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an editor says that a line is. line: from 1 in the file; section: of a title, else empty."""

    line: int
    role: LineRole
    section: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a role that nobody can give a line."""
        if self.role not in CORRECTABLE:
            raise ValueError(f"no line is made a {self.role} by hand")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """A line and what it was taken for. article: uid of the article it belongs to, empty for none."""

    line: int
    role: LineRole
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A line that is not in the issue. line: from 1 in the file."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A line that was understood, though not for certain. line: from 1 in the file; reason: a sentence."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedIssue:
    """A past issue as read.

    unplaced: lines that are not in the issue; doubts: lines to be looked at, in their order; report: sentences for an
    editor; pictures: of its figures, by their uid; lines: the cleaned text line by line, empty ones included; marks:
    one for each line that is in the issue or known to be none of its text, in their order.
    """

    issue: Issue
    publication: Publication
    unplaced: tuple[Unplaced, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    report: tuple[str, ...] = ()
    pictures: tuple[IncomingPicture, ...] = field(default=(), repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)
    marks: tuple[LineMark, ...] = field(default=(), repr=False)
