"""The parts of a document, in printed order. An anchor is the target of links in contents and bookmarks."""

import datetime as dt
from typing import assert_never

from editor.document.footnotes import FootnoteLine
from editor.model.body import Block
from editor.model.credits import Credit
from editor.model.dataclass import dataclass
from editor.model.picture import Picture
from editor.model.publication import Contact, Publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverEntry:
    """A secondary headline on the cover."""

    section: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverMark:
    """An article in the cover drawing. section: its place from 0; length: twentieths of the longest one, 1 to 20."""

    section: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The cover. issue_line: date, number, total; week of weeks: place in the year; centre: figure in the drawing.

    edition: 修订版 for a correction of a published issue, empty for the first edition.
    """

    masthead: str
    masthead_picture: Picture | None
    slogan: str
    strapline: str
    publisher: str
    issue_line: tuple[str, ...]
    edition: str
    headline: tuple[str, ...]
    anchor: str
    picture: Picture | None
    centre: str
    week: int
    weeks: int
    marks: tuple[CoverMark, ...]
    secondary: tuple[CoverEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditsPage:
    """The credits page 版权页."""

    masthead: str
    issue_line: tuple[str, ...]
    credits: tuple[Credit, ...]
    contacts: tuple[Contact, ...]
    notice_label: str
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """A line of the contents; its folio comes from the page facts."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsGroup:
    """A section in the contents."""

    anchor: str
    name: str
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsPage:
    """The contents 本期要目."""

    heading: str
    issue_line: tuple[str, ...]
    groups: tuple[ContentsGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCard:
    """The code to scan with its caption and address; label stands before the address."""

    link: str
    caption: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePart:
    """An article as set. lines: of its title; credit: （来源：X） or empty; starts_page: on a page of its own.

    blocks: with the numbers of footnotes in place of their anchors; tight: see `Article`.
    """

    anchor: str
    title: str
    lines: tuple[str, ...]
    contents_title: str
    subtitle: str
    credit: str
    starts_page: bool
    tight: bool
    blocks: tuple[Block, ...]
    footnotes: tuple[FootnoteLine, ...]
    card: LinkCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPart:
    """A section with its opener. index: from 0, of count."""

    anchor: str
    name: str
    colour: str
    index: int
    count: int
    articles: tuple[ArticlePart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackMatter:
    """The publishers presented at the end."""

    heading: str
    publishers: tuple[Publisher, ...]


Part = Cover | CreditsPage | ContentsPage | SectionPart | BackMatter


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """The 版记, which some looks print at the end. recipients: the credits that name who receives the issue."""

    recipients: tuple[Credit, ...]
    publisher: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """Metadata of the files. running: number in the running head; date: also the files' timestamp."""

    masthead: str
    title: str
    author: str
    language: str
    keywords: tuple[str, ...]
    running: str
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything the exporters need except the pictures' bytes. accent: #rrggbb, empty for the look's own."""

    properties: Properties
    parts: tuple[Part, ...]
    imprint: Imprint
    accent: str = ""

    def sections(self) -> tuple[SectionPart, ...]:
        """Return the sections in order."""
        return tuple(filter(None, map(_as_section, self.parts)))

    def articles(self) -> tuple[ArticlePart, ...]:
        """Return the articles in order."""
        return tuple(article for section in self.sections() for article in section.articles)


def _as_section(part: Part) -> SectionPart | None:
    match part:
        case SectionPart():
            return part
        case Cover() | CreditsPage() | ContentsPage() | BackMatter():
            return None
        case _:
            assert_never(part)
