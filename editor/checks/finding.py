"""What a rule says: where, how bad, in which words, and how it could be put right."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]


class Level(StrEnum):
    """How bad it is: an error must be dealt with, a warning looked at, an info may be."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class FindingField(StrEnum):
    """The field of an article or of the issue that a finding speaks of."""

    TITLE = "title"
    CONTENTS_TITLE = "contents_title"
    SUBTITLE = "subtitle"
    SOURCE = "source"
    LINK = "link"
    LINK_CAPTION = "link_caption"
    BODY = "body"
    FIGURE = "figure"
    PUBLISHED = "published"
    PAGES = "pages"
    SECTION = "section"
    NUMBER = "number"
    DATE = "date"
    HEADLINE = "headline"
    PICTURE = "picture"
    CREDITS = "credits"
    CONTACT = "contact"
    NOTICE = "notice"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLocation:
    """A place of the issue. where: uid of an article or section, or cover, credits, contents, back.

    block: uid of a block, contact, credit or publisher, empty for none; span: code points from and to in the field,
    in a block those of its printed strings joined by line feeds; None for the whole.
    """

    where: str
    field: FindingField
    block: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEdit:
    """Text that goes in place of a span. was: what stands there; bold: sets the new text bold."""

    place: FindingLocation
    was: str
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Edits that put a finding right. shown: what it becomes, in words for the editor."""

    edits: tuple[TextEdit, ...]
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleHit:
    """What a rule found. evidence: the words around it, of which marks are the spans meant; also: further places.

    subject: what a waiver holds on to where that is more than the evidence.
    """

    place: FindingLocation
    message: str
    detail: str = ""
    evidence: str = ""
    marks: tuple[Span, ...] = ()
    fix: Fix | None = None
    also: tuple[FindingLocation, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(RuleHit):
    """A hit with its rule. why: the clause or custom that the rule stands on."""

    rule: str
    level: Level
    why: str

    @property
    def key(self) -> str:
        """Hash of this finding at its place: a waiver under it ends when the words change."""
        return _digest(self.place.where, self.place.block, self.place.field, self.subject or self.evidence)

    @property
    def wide_key(self) -> str:
        """Hash of the words alone: a waiver under it holds for the same words anywhere in the issue."""
        marked = "\x1f".join(self.evidence[start:end] for start, end in self.marks)
        return _digest("*", marked or self.subject or self.evidence)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()
