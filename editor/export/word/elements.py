"""The elements of a section in the Word file; both its markup and its heights in the page plan are made from them.

Heights, widths and spaces in twips. Named tuples: dataclasses would add 5 ms to the start of every export.
"""

from typing import NamedTuple

from editor.document.parts import ArticlePart, LinkCard, SectionPart
from editor.document.table_setting import TableSetting
from editor.model.body import Figure, Table, Text


class Opener(NamedTuple):
    """A section's name, on a new page. line: its height; after: space below."""

    section: SectionPart
    line: int
    after: int


class ArticleTitle(NamedTuple):
    """A title. before: what stands above its words (the gap after an article before it too), dropped at a page's head.

    lines: of its own type, of height line, with that of the bar over it; after: below them; gap: part of before; fresh:
    on a new page.
    """

    article: ArticlePart
    lines: int
    line: int
    before: int
    after: int
    gap: int = 0
    spacing: int = 0
    bar: bool = False
    fresh: bool = False


class OneLine(NamedTuple):
    """A paragraph that takes one line. keep: on the page of what follows; ends: the article that ends with it.

    before, after: space above and below; block, fresh: see `TextLines`; closes: see `TableRows`.
    """

    style: str
    text: str
    height: int
    whole: bool = True
    keep: bool = False
    ends: str = ""
    after: int = 0
    block: str = ""
    fresh: bool = False
    before: int = 0
    closes: str = ""


class TextLines(NamedTuple):
    """A paragraph of running text. height: of a line; lines: how many it takes, by its character spacing.

    block: its uid, empty for a part of a block; before, after: space, that above dropped at the head of a page; keep:
    on the page of what follows; whole: never divided; fresh: on a new page; source: at the right end of the last line,
    or on a line of its own (apart); scale: width of the source's characters, %; sure: the same lines in every renderer;
    notes: room that its footnotes take at the foot of the page; closes: see `TableRows`.
    """

    style: str
    runs: Text
    height: int
    lines: int
    spacing: int = 0
    block: str = ""
    before: int = 0
    after: int = 0
    keep: bool = False
    whole: bool = False
    fresh: bool = False
    source: str = ""
    scale: int = 100
    apart: bool = False
    ends: str = ""
    sure: bool = True
    notes: int = 0
    closes: str = ""


class ListLines(NamedTuple):
    """The items of a list, numbered from 1 where it is ordered."""

    ordered: bool
    items: tuple[TextLines, ...]


class FigureRow(NamedTuple):
    """A figure with its caption in a row that is never divided. size: of the picture, None for a missing one."""

    figure: Figure
    size: tuple[int, int] | None
    height: int

    @property
    def block(self) -> str:
        """The figure's uid."""
        return self.figure.uid


class TableRows(NamedTuple):
    """A table with its setting, which is also the PDF's. before, after: space that its first and last row hold.

    kept: rows that go to the next page with the row below them, since the PDF's page ends before them; closes: the
    table over pages that ends with the element; noted: footnotes stand below it.
    """

    table: Table
    setting: TableSetting
    before: int = 0
    after: int = 0
    kept: frozenset[int] = frozenset()
    closes: str = ""
    noted: bool = False

    def keeps(self, row: int) -> bool:
        """Return whether a row stays on the page of the next one."""
        return self.setting.keeps(row) or row in self.kept

    @property
    def widths(self) -> tuple[int, ...]:
        """Widths of the columns."""
        return self.setting.widths

    @property
    def heights(self) -> tuple[int, ...]:
        """Heights of the rows, heads first."""
        first, *rest = self.setting.heights
        heights = [first + self.before, *rest]
        return (*heights[:-1], heights[-1] + self.after)

    @property
    def head(self) -> int:
        """Height of the heads on following pages, 0 for none."""
        return self.setting.head(self.table)


class TurnedTable(NamedTuple):
    """A table on pages of its own, turned sideways: caption and note are empty for none, pages how many it takes.

    notes: its footnotes.
    """

    caption: str
    rows: TableRows
    note: str
    pages: int
    notes: tuple[TextLines, ...] = ()


class CardRow(NamedTuple):
    """Code, caption and address in one row, so that no page break separates them.

    before, after: space that parts its rules from the text; size: of the address, half-points.
    """

    card: LinkCard
    height: int
    size: int
    ends: str
    before: int = 0
    after: int = 0


class Space(NamedTuple):
    """The 1 pt paragraph that keeps tables apart. fresh: begins a new page; ends: the article that ends here.

    written: False for the end of an article without a paragraph of its own.
    """

    height: int
    written: bool = True
    fresh: bool = False
    ends: str = ""


Element = (
    Opener | ArticleTitle | OneLine | TextLines | ListLines | FigureRow | TableRows | TurnedTable | CardRow | Space
)
