"""An article: its title and texts, its blocks, and what the archive keeps of the work on it. All values."""

import datetime as dt
from dataclasses import field
from itertools import pairwise

from editor.model.body import Block
from editor.model.dataclass import dataclass
from editor.model.notes import Note
from editor.model.origin import Guess, Origin, Receipt
from editor.model.publication import PageStart
from editor.model.review import Signoff
from editor.model.uid import check_uid, new_uid


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


NO_TITLE = Title(text="")


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
    tracking: None while nobody has switched it on or off; origin: None for what was written or pasted here; guesses:
    see `model/guesses.py`; receipt: None for what nobody sent.
    """

    published: dt.date | None = None
    tags: tuple[str, ...] = ()
    editor: str = ""
    proofreader: str = ""
    state: str = "draft"
    notes: tuple[Note, ...] = ()
    signoffs: tuple[Signoff, ...] = ()
    tracking: Tracking | None = None
    origin: Origin | None = None
    guesses: tuple[Guess, ...] = ()
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article. contents_title: empty where the contents print the title; link_caption: beside the code.

    tight: without the blank lines above its subheads, to save a page.
    """

    title: Title
    contents_title: str = ""
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()
    source: str = ""
    link: str = ""
    link_caption: str = ""
    page_start: PageStart = PageStart.SECTION
    tight: bool = False
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
