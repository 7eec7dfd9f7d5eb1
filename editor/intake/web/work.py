"""A page on the way to an article: what was read of it so far."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from editor.intake.manuscript import ManuscriptField
from editor.intake.web.credits import PageCredits
from editor.intake.web.declared import Declared
from editor.intake.web.facts import PolicyFacts
from editor.intake.web.leftovers import PageAccount
from editor.intake.web.lines import Page
from editor.intake.web.pictures import PageFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSource:
    """Where a page comes from. address: empty where unknown; copied: chosen by a user; pictures: found by address."""

    address: str = ""
    copied: bool = False
    pictures: Callable[[str], bytes | None] = field(default_factory=PageFolder)


@dataclass(slots=True)
class ArticleOnPage:
    """A page on the way to an article. writer: the account of a platform that stands below the title."""

    root: etree._Element
    page: Page
    declared: Declared
    source: PageSource
    account: PageAccount
    facts: PolicyFacts = field(default_factory=PolicyFacts)
    credits: PageCredits = field(default_factory=PageCredits)
    writer: str = ""
    guessed: set[ManuscriptField] = field(default_factory=set)

    @property
    def words(self) -> str:
        """The page's title element."""
        element = self.root.find(".//title")
        return " ".join((element.text or "").split()) if element is not None else ""

    @property
    def title(self) -> str:
        """The declared title, empty for none."""
        return self.declared.title(self.words)
