"""The elements of a section in the Word file; both its markup and its heights in the page map are made from them.

Heights and widths in twips, except widths of text, which are in em of its type. Named tuples: dataclasses would add
5 ms to the start of every export.
"""

from typing import NamedTuple

from editor.document.parts import ArticlePart, LinkCard, SectionPart
from editor.document.table_setting import TableSetting
from editor.model.body import Figure, Table, Text


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
    """A paragraph that takes one line. keep: on the page of what follows; ends: the article that ends with it.

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
    """A table with its setting, which is also the PDF's."""

    table: Table
    setting: TableSetting

    @property
    def widths(self) -> tuple[int, ...]:
        """Widths of the columns."""
        return self.setting.widths

    @property
    def heights(self) -> tuple[int, ...]:
        """Heights of the rows, heads first."""
        return self.setting.heights

    @property
    def head(self) -> int:
        """Height of the heads on following pages, 0 for none."""
        return self.setting.head(self.table)


class TurnedTable(NamedTuple):
    """A table on pages of its own, turned sideways: caption and note are empty for none, pages how many it takes."""

    caption: str
    rows: TableRows
    note: str
    pages: int


class CardRow(NamedTuple):
    """Source, code, caption and address in one row of exact height, so that no page break separates them."""

    credit: str
    card: LinkCard
    height: int


class Space(NamedTuple):
    """A height without text. written: as the 1 pt paragraph after a table; ends: the article that ends here."""

    height: int
    written: bool = True
    whole: bool = True
    ends: str = ""


Element = (
    Opener | ArticleTitle | OneLine | TextLines | ListLines | FigureRow | TableRows | TurnedTable | CardRow | Space
)
