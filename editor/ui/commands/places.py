"""Where commands are offered: the palette's headings, menus, context menus and bars of the window.

A command says its places by `PLACE.at(order)`. Places show what says so in its order; where the hundreds differ a line
or a gap parts them.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Self

from editor.model.language import tr

_SECTION = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One place of a command. text: what it is called there, empty for its own text.

    folds: when a narrow bar leaves it out, 1 first, 0 never; primary: drawn as what the user probably wants.
    """

    place: "CommandPlace"
    order: int
    text: str = ""
    folds: int = 0
    primary: bool = False

    @property
    def section(self) -> int:
        """The part of the place that it stands in."""
        return self.order // _SECTION


class CommandPlace(Enum):
    """What the three kinds of places have in common."""

    def at(self, order: int, *, text: str = "", folds: int = 0, primary: bool = False) -> Placement:
        """Return the placement of a command here."""
        return Placement(place=self, order=order, text=text, folds=folds, primary=primary)


class CommandGroup(CommandPlace):
    """The headings of palette, settings and key sheet, in their order; the value is what they say."""

    ISSUE = tr("刊库与期")
    ARTICLE = tr("文章")
    TEXT = tr("正文")
    REGISTERS = tr("名录")
    TRACKING = tr("修订")
    REVIEW = tr("审批")
    VIEW = tr("视图与检查")
    PROGRAM = tr("程序")


class CommandMenu(CommandPlace):
    """Menus. Those of the window's main menu have a title there, and their order in it."""

    MAIN = ("main", "", 0)
    FIND = ("find", tr("查找和替换"), 310)
    COPY = ("copy", tr("复制和粘贴"), 320)
    STEPS = ("steps", tr("审稿和校对"), 330)
    TRACKING = ("tracking", tr("修订"), 340)
    REVIEW = ("review", tr("审批"), 360)
    VIEW = ("view", tr("视图"), 450)
    RECENT = ("recent", tr("最近的刊库"), 510)
    SCHEMES = ("schemes", tr("外观"), 610)
    ISSUES = ("issues", "", 0)
    """Below the issues to choose from."""
    ARTICLES = ("articles", "", 0)
    """Over articles in the outline; INBOX over those of 收件, DISCARDED of the trash, OUTLINE over what is none."""
    INBOX = ("inbox", "", 0)
    DISCARDED = ("discarded", "", 0)
    OUTLINE = ("outline", "", 0)
    TEXT = ("text", "", 0)
    """Over the body, and OBJECT over a figure or table in it."""
    OBJECT = ("object", "", 0)
    TABLE = ("table", "", 0)
    """Over the cells of a table."""
    KINDS = ("kinds", "", 0)
    ZOOM = ("zoom", "", 0)
    ALL_CHANGES = ("all changes", "", 0)

    def __init__(self, _name: str, title: str, order: int) -> None:
        self.title, self.order = title, order

    @classmethod
    def submenus(cls) -> tuple[Self, ...]:
        """Return the menus that the main menu holds."""
        return tuple(one for one in cls if one.order)


class CommandBar(CommandPlace):
    """Rows of buttons."""

    TOP_NEW = "top, beside the issue"
    TOP_HISTORY = "top, undo and redo"
    TOP_OUT = "top, what is done with the whole issue"
    DECISIONS = "top, what leads the issue on"
    TEXT = "above the text"
    TEXT_END = "above the text, at its right end"
    OBJECT = "above the text while a figure or table is chosen"
    TABLE = "and while it is a table"
    PAGES_START = "above the pages, at the left end"
    PAGES_ZOOM = "above the pages, around the zoom"
    PAGES_END = "above the pages, at the right end"
