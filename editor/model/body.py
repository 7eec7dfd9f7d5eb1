"""The body of an article: blocks of runs. Every block keeps its identity through editing."""

from dataclasses import dataclass, field
from enum import StrEnum

from editor.model.picture import Picture
from editor.model.uid import check_uid, new_uid

# printed in place of a missing picture in files for other programs
MISSING_PICTURE = "〔图片待补〕"


class Script(StrEnum):
    """Vertical position of a run."""

    BASE = "base"
    SUPER = "super"
    SUB = "sub"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text of one appearance. link: address it leads to, empty for none."""

    text: str
    bold: bool = False
    italic: bool = False
    script: Script = Script.BASE
    link: str = ""


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """Return the characters of runs without their appearance."""
    return "".join(run.text for run in text)


def text_of(value: str) -> Text:
    """Return value as one plain run; nothing for an empty string."""
    return (Run(text=value),) if value else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Body text."""

    runs: Text = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Subheading inside an article. level: 1 to 3, for 一、 （一） 1."""

    level: int = 1
    runs: Text = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity or a level outside 1 to 3."""
        check_uid(self.uid)
        if not 1 <= self.level <= 3:
            raise ValueError(f"a heading has level 1, 2 or 3, not {self.level}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation set off from the text."""

    runs: Text = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """A list; numbers of an ordered one count from 1 and are not part of the items."""

    ordered: bool = False
    items: tuple[Text, ...] = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture in the text. width: in thousandths of the measure; picture: None for one that is still missing."""

    picture: Picture | None = None
    caption: str = ""
    source: str = ""
    alt: str = ""
    width: int = 1000
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity or a width outside 50 to 1000."""
        check_uid(self.uid)
        if not 50 <= self.width <= 1000:
            raise ValueError(f"a figure takes 50 to 1000 thousandths of the measure, not {self.width}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. head: one cell a column; rows: each as long as head."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...] = ()
    caption: str = ""
    note: str = ""
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity, a table without columns or ragged rows."""
        check_uid(self.uid)
        if not self.head:
            raise ValueError("a table has at least one column")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.head):
                raise ValueError(f"row {number} has {len(row)} cells, the head has {len(self.head)}")


Block = Paragraph | Heading | Quote | ItemList | Figure | Table
