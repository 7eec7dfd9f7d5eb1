"""An issue with its articles. Fields hold what is printed; `archive` holds metadata that is not."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from editor.model.article_steps import HOUSE_STEPS, Steps
from editor.model.body import Block
from editor.model.credits import Credit
from editor.model.language import tr
from editor.model.notes import Note
from editor.model.picture import Picture
from editor.model.publication import HOUSE, Contact, Look, PageStart, Profile
from editor.model.review import IssueState, Signoff
from editor.model.uid import check_uid, new_uid
from editor.model.waiver import Waiver


class IssueKind(StrEnum):
    """Regular, 合刊 (two numbers in one), 增刊 (no number) or 专刊 (a number and a subject)."""

    REGULAR = "regular"
    COMBINED = "combined"
    SUPPLEMENT = "supplement"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title with the line breaks an editor chose: breaks are offsets (code points) at which a new line begins."""

    text: str
    breaks: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError when breaks are not increasing places inside the text."""
        if list(self.breaks) != sorted(set(self.breaks)):
            raise ValueError("line breaks of a title increase")
        if self.breaks and not 0 < self.breaks[0] <= self.breaks[-1] < len(self.text):
            raise ValueError("line breaks of a title lie inside it")

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as the editor broke them, without blanks at their ends; one line where nothing was chosen."""
        edges = (0, *self.breaks, len(self.text))
        return tuple(self.text[a:b].strip() for a, b in pairwise(edges))


def title_of(*lines: str) -> Title:
    """Return the title of these lines joined, with the breaks between them."""
    breaks, end = [], 0
    for line in lines[:-1]:
        end += len(line)
        breaks.append(end)
    return Title(text="".join(lines), breaks=tuple(breaks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What an article prints, kept as the base that tracked changes are compared with."""

    title: Title
    contents_title: str = ""
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()
    source: str = ""
    link: str = ""
    link_caption: str = ""
    page_start: PageStart = PageStart.SECTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """An author's work on a tracked article. at: when it began, UTC; before: the article's wording at that time."""

    author: str
    at: dt.datetime
    before: Wording

    def __post_init__(self) -> None:
        """Raise ValueError when the instant is not UTC."""
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an event's instant is given in UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracking:
    """修订: what differs from base is to be decided; base: None when off. hands: contributions in order."""

    base: Wording | None = None
    hands: tuple[Contribution, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleArchive:
    """Article metadata that is not printed. published: date of the source; proofreader: for the next proofreading.

    state: name of the last step passed (see article_review); signoffs: every step taken, also back, in order;
    tracking: None while nobody has switched it on or off.
    """

    published: dt.date | None = None
    tags: tuple[str, ...] = ()
    editor: str = ""
    proofreader: str = ""
    state: str = "draft"
    notes: tuple[Note, ...] = ()
    signoffs: tuple[Signoff, ...] = ()
    tracking: Tracking | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article. contents_title: empty where the contents print the title; link_caption: beside the code."""

    title: Title
    contents_title: str = ""
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()
    source: str = ""
    link: str = ""
    link_caption: str = ""
    page_start: PageStart = PageStart.SECTION
    archive: ArticleArchive = ArticleArchive()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity or repeated identities of blocks."""
        check_uid(self.uid)
        if len({block.uid for block in self.blocks}) != len(self.blocks):
            raise ValueError(f"blocks of {self.title.text!r} share an identity")

    @property
    def contents_line(self) -> str:
        """The title as the contents print it."""
        return self.contents_title or self.title.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of one issue: the issue's own copy of its name, colour and default, with its articles in order."""

    name: str
    colour: str = ""
    page_start: PageStart = PageStart.RUN_ON
    articles: tuple[Article, ...] = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity or a default that refers to itself."""
        check_uid(self.uid)
        if self.page_start is PageStart.SECTION:
            raise ValueError("a section's own default is a page start or run-on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Where an issue stands in the series. last, total_last: second number of a 合刊; subject: of a 专刊."""

    year: int
    number: int | None
    total: int | None
    kind: IssueKind = IssueKind.REGULAR
    last: int | None = None
    total_last: int | None = None
    subject: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError when the numbers do not fit the kind."""
        if self.kind is IssueKind.SUPPLEMENT:
            if self.number is not None or self.last is not None:
                raise ValueError(tr("增刊不编期号"))
            return
        if self.number is None or self.number < 1:
            raise ValueError(tr("期号须为正整数"))
        if (self.kind is IssueKind.COMBINED) != (self.last is not None):
            raise ValueError(tr("合刊须有起止两个期号，其他各期只有一个"))
        if self.last is not None and self.last <= self.number:
            raise ValueError(tr("合刊的止期号须大于起期号"))


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueArchive:
    """Issue metadata that is not printed. steps: the issue's own copy of the publication's."""

    state: IssueState = IssueState.EDITING
    steps: Steps = HOUSE_STEPS
    notes: tuple[Note, ...] = ()
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue. profile and look are its own copies; headline: of the cover, with the editor's line breaks."""

    publication: str
    number: Number
    date: dt.date
    profile: Profile
    headline: Title = Title(text="")
    cover_picture: Picture | None = None
    credits: tuple[Credit, ...] = ()
    contacts: tuple[Contact, ...] = ()
    sections: tuple[Section, ...] = ()
    look: Look = HOUSE
    archive: IssueArchive = IssueArchive()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for malformed or repeated identities of articles."""
        check_uid(self.uid)
        check_uid(self.publication)
        uids = [article.uid for article in self.articles()]
        if len(set(uids)) != len(uids):
            raise ValueError("two articles of an issue share an identity")

    def articles(self) -> Iterator[Article]:
        """Yield the articles in printed order."""
        for section in self.sections:
            yield from section.articles

    def without_articles(self) -> "Issue":
        """Return the issue with its sections empty."""
        return replace(self, sections=tuple(replace(section, articles=()) for section in self.sections))
