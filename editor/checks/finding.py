"""What a rule reports: place, severity, message and a possible fix."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]


class Level(StrEnum):
    """Severity: an error must be fixed or waived, a warning should be looked at, an info may be ignored."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class FindingField(StrEnum):
    """The field of an article or of the issue that a finding is about."""

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


class EditKind(StrEnum):
    """What an edit changes: printed text, a whole block that goes, a figure's description."""

    TEXT = "text"
    DROP = "drop"
    ALT = "alt"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEdit:
    """Text that goes in place of a span. was: what stands there; bold: sets the new text bold.

    kind: DROP takes the whole block out while it says was; ALT describes the figure where was is its description.
    """

    place: FindingLocation
    was: str
    text: str
    bold: bool = False
    kind: EditKind = EditKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Edits that correct a finding. shown: the result, in words for the editor."""

    edits: tuple[TextEdit, ...]
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleHit:
    """What a rule found. evidence: the words around it; marks: the faulty spans in them; also: further places.

    subject: the text that a waiver is bound to, where that is more than the evidence.
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
    """A hit with its rule. why: the clause or custom behind the rule."""

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
