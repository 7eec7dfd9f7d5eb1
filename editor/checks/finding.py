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


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEdit:
    """Text that goes in place of a span. was: what stands there; bold: sets the new text bold.

    breaks: the title is broken behind the new text.
    """

    place: FindingLocation
    was: str
    text: str
    bold: bool = False
    breaks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRemoval:
    """A block that is taken out of an article. was: its printed text; where it says something else, it stays."""

    article: str
    block: str
    was: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AltText:
    """A description for a figure that has none."""

    article: str
    block: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWidth:
    """Another width for a figure, in thousandths of the measure. was: the one it has."""

    article: str
    block: str
    was: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedName:
    """A name of a credit of which only the first stays."""

    credit: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedName:
    """A name of a credit that is written otherwise."""

    credit: str
    was: str
    name: str


ArticleEdit = BlockRemoval | AltText | FigureWidth
IssueEdit = RepeatedName | ChangedName
Edit = TextEdit | ArticleEdit | IssueEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Edits that correct a finding. shown: the result, in words for the editor."""

    edits: tuple[Edit, ...]
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleHit:
    """What a rule found. evidence: the words around it; marks: the faulty spans in them; also: further places.

    subject: the text that a waiver is bound to, where that is more than the evidence; level, why: of this hit, where
    they are others than its rule's.
    """

    place: FindingLocation
    message: str
    detail: str = ""
    evidence: str = ""
    marks: tuple[Span, ...] = ()
    fix: Fix | None = None
    also: tuple[FindingLocation, ...] = ()
    subject: str = ""
    level: Level | None = None
    why: str = ""


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
    def meant(self) -> str:
        """The words that are meant, empty for a finding about something else: a page, a picture, what is lacking."""
        return "…".join(self._marked())

    @property
    def can_last(self) -> bool:
        """Whether the same words elsewhere are the same case: of blanks and marks alone that cannot be said."""
        return any(char.isalnum() for char in self.meant)

    @property
    def wide_key(self) -> str:
        """Hash of the words alone: a waiver under it holds for the same words anywhere in the issue."""
        return _digest("*", "\x1f".join(self._marked()) or self.subject or self.evidence)

    def _marked(self) -> list[str]:
        return [self.evidence[start:end] for start, end in self.marks]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()
