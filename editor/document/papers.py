"""The office's own papers beside an issue: the form on which it is signed, its notes, its checks, a key card.

They are always in Chinese, whatever language the window has.
"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHeading:
    """Head and foot of a paper. line: the issue; aside: text at its right; accent: #rrggbb, empty for red.

    made: local time, also the date of the file.
    """

    masthead: str
    name: str
    line: tuple[str, ...]
    made: dt.datetime
    aside: str = ""
    foot: str = ""
    accent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label with its value."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBox:
    """A box to sign in. name, date: of an approval already given, else empty; words: beside the label."""

    label: str
    name: str = ""
    date: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLine:
    """An article of the list; page and count as printed."""

    page: str
    title: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleGroup:
    """A section of the list."""

    name: str
    entries: tuple[TitleLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalForm:
    """签发单. hands: the boxes to sign in, who decides first; statements: lines of full width; codes: of the files."""

    heading: PaperHeading
    hands: tuple[SignatureBox, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Fact, ...]
    groups: tuple[TitleGroup, ...]
    open: tuple[str, ...]
    waived: tuple[str, ...]
    codes: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReply:
    """An answer to a note."""

    author: str
    when: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedNote:
    """A note. words: those it refers to; gone: they are no longer in the text; state: empty for an open one."""

    number: int
    words: str
    gone: bool
    text: str
    author: str
    when: str
    state: str
    replies: tuple[ListedReply, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteGroup:
    """The notes of one article on one page."""

    page: str
    article: str
    notes: tuple[ListedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesList:
    """批注清单, in printed order. empty: the sentence printed when there are no notes."""

    heading: PaperHeading
    groups: tuple[NoteGroup, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPart:
    """A heading of a card with its numbered sentences."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCard:
    """密钥指纹卡. groups: of the fingerprint, five digits each."""

    heading: PaperHeading
    holder: str
    groups: tuple[str, ...]
    parts: tuple[CardPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPart:
    """A part of a quotation. meant: it is what a finding is about."""

    text: str
    meant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFinding:
    """A finding of a check. level, place: as said; quote: the words around it; becomes: what would mend it.

    state: 未处理, or who let it stand, when and why.
    """

    level: str
    place: str
    message: str
    detail: str
    quote: tuple[QuotedPart, ...]
    becomes: str
    why: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportGroup:
    """The findings of an article or part. count: characters and errors, in words; page: as printed."""

    page: str
    title: str
    count: str
    findings: tuple[ReportedFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection:
    """A section of the issue, or a part before or behind them."""

    name: str
    groups: tuple[ReportGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """检查报告, in printed order. off: rules that were not asked; counting: how the rate is counted.

    empty: the sentence printed when nothing was found.
    """

    heading: PaperHeading
    facts: tuple[Fact, ...]
    sections: tuple[ReportSection, ...]
    off: tuple[str, ...]
    counting: str
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollatedPiece:
    """Words of a change. kind: same, removed, added."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollatedChange:
    """A change since a galley. page: as printed, empty while it is unknown; tick: who checked it and when, or empty."""

    number: int
    place: str
    done: str
    page: str
    pieces: tuple[CollatedPiece, ...]
    tick: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollationGroup:
    """The changes of one article, or of what stands before the articles."""

    title: str
    changes: tuple[CollatedChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollationList:
    """核红单, in printed order. empty: the sentence printed when nothing changed."""

    heading: PaperHeading
    groups: tuple[CollationGroup, ...]
    empty: str
