"""An issue with its articles. Fields hold what is printed; `archive` holds metadata that is not."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import field, replace

from editor.model.article import NO_TITLE, Article, Title
from editor.model.article_steps import HOUSE_STEPS, Steps
from editor.model.credits import Credit
from editor.model.dataclass import dataclass
from editor.model.issue_state import IssueState
from editor.model.notes import Note
from editor.model.number import Number
from editor.model.picture import Picture
from editor.model.publication import HOUSE, Contact, Look, PageStart, Profile
from editor.model.tick import Tick
from editor.model.uid import check_uid, new_uid
from editor.model.waiver import Waiver


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
class IssueArchive:
    """Issue metadata that is not printed. steps: the issue's own copy of the publication's; ticks: of 核红."""

    state: IssueState = IssueState.EDITING
    steps: Steps = HOUSE_STEPS
    notes: tuple[Note, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue. profile and look are its own copies; headline: of the cover, with the editor's line breaks.

    cover_articles: uids of the other articles that the cover names, in order; None leaves them to `cover_articles`.
    """

    publication: str
    number: Number
    date: dt.date
    profile: Profile
    headline: Title = NO_TITLE
    cover_picture: Picture | None = None
    cover_articles: tuple[str, ...] | None = None
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
