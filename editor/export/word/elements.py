"""What a section of the Word file is made of, as values: its markup and its heights in the page map come from these.

Heights and widths in twips, but for those of lines of text, which are em of their type. Named tuples: every export
makes the classes anew, and as dataclasses they would take it 5 ms.
"""

from typing import NamedTuple

from editor.document.parts import ArticlePart, LinkCard, SectionPart
from editor.model.body import Figure, Text


class Opener(NamedTuple):
    """A section's name, on a new page."""

    section: SectionPart
    height: int


class ArticleTitle(NamedTuple):
    """lines: of the grid's title; fresh: on a new page."""

    article: ArticlePart
    lines: int
    height: int
    fresh: bool


class OneLine(NamedTuple):
    """A paragraph that takes one line. keep: with what follows; ends: the article that ends with it.

    properties: children of w:pPr after the style.
    """

    style: str
    text: str
    height: int
    whole: bool = True
    keep: bool = False
    ends: str = ""
    properties: str = ""


class TextLines(NamedTuple):
    """A paragraph of running text. height: of a line; width: em of its type in one; indent: em of the first line."""

    style: str
    runs: Text
    height: int
    width: float
    indent: float = 0
    keep: bool = False


class ListLines(NamedTuple):
    """The items of a list, numbered from 1 where it is ordered."""

    ordered: bool
    items: tuple[TextLines, ...]


class FigureRow(NamedTuple):
    """A figure with its caption in a row that is never divided. size: of the picture, None for a missing one."""

    figure: Figure
    size: tuple[int, int] | None
    height: int


class TableRows(NamedTuple):
    """The rows of a table, the head first, and the height of each. head: height of the head where it is repeated."""

    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    head: int


class CardRow(NamedTuple):
    """Source, code, caption and address in one row of exact height: they can never part."""

    credit: str
    card: LinkCard
    height: int


class Space(NamedTuple):
    """A height without text. written: as the 1 pt paragraph behind a table; ends: the article that ends here."""

    height: int
    written: bool = True
    whole: bool = True
    ends: str = ""


Element = Opener | ArticleTitle | OneLine | TextLines | ListLines | FigureRow | TableRows | CardRow | Space
