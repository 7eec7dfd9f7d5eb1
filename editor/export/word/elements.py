"""What a section of the Word file is made of, as values: its markup and its heights in the page map come from these.

Heights and widths in twips, but for those of lines of text, which are em of their type.
"""

from dataclasses import dataclass

from editor.document.parts import ArticlePart, LinkCard, SectionPart
from editor.model.body import Figure, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """A section's name, on a new page."""

    section: SectionPart
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankLine:
    """The line above an article that runs on."""

    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTitle:
    """lines: of the grid's title; fresh: on a new page."""

    article: ArticlePart
    lines: int
    height: int
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OneLine:
    """A paragraph of the model's one line. keep: with what follows; ends: the article that ends with it."""

    style: str
    text: str
    height: int
    whole: bool = True
    keep: bool = False
    ends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLines:
    """A paragraph of running text. height: of a line; width: em of its type in one; indent: em of the first line."""

    style: str
    runs: Text
    height: int
    width: float
    indent: float = 0
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLines:
    """The items of a list, numbered from 1 where it is ordered."""

    ordered: bool
    items: tuple[TextLines, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A figure with its caption in a row that is never divided. size: of the picture, None for a missing one."""

    figure: Figure
    size: tuple[int, int] | None
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRows:
    """The rows of a table, the head first, and the height of each. head: height of the head where it is repeated."""

    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """Source, code, caption and address in one row of exact height: they can never part."""

    credit: str
    card: LinkCard
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Divider:
    """The 1 pt paragraph behind a table. ends: the article that ends with it."""

    height: int
    whole: bool = True
    ends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """A height that is reckoned with and has no markup. ends: the article that ends here."""

    height: int
    whole: bool = False
    ends: str = ""


Element = (
    Opener
    | BlankLine
    | ArticleTitle
    | OneLine
    | TextLines
    | ListLines
    | FigureRow
    | TableRows
    | CardRow
    | Divider
    | Allowance
)
