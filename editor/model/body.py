"""The body of an article: blocks of runs. Every block keeps its identity through editing."""

from dataclasses import field
from enum import StrEnum

from editor.model.dataclass import dataclass
from editor.model.picture import Picture, VectorPicture
from editor.model.uid import check_uid, new_uid

# printed in place of a missing picture in files for other programs
MISSING_PICTURE = "〔图片待补〕"
ANCHOR = "\ufffc"
"""The one character of a run that a footnote is anchored to, OBJECT REPLACEMENT CHARACTER: so it has a place among the
characters, and whatever cuts, moves or compares text takes the footnote along. It is never printed as such."""


class Script(StrEnum):
    """Vertical position of a run."""

    BASE = "base"
    SUPER = "super"
    SUB = "sub"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text of one appearance. link: address it leads to, empty for none.

    footnote: the words of a footnote 脚注, empty for none; the run's text is then ANCHOR. Its number follows from its
    place in the article.
    """

    text: str
    bold: bool = False
    italic: bool = False
    script: Script = Script.BASE
    link: str = ""
    footnote: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for a footnote on other text than its anchor."""
        if self.footnote and self.text != ANCHOR:
            raise ValueError(f"a footnote is anchored to one character, not to {self.text[:20]!r}")


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """Return the characters of runs without their appearance."""
    return "".join(run.text for run in text)


def readable(words: str) -> str:
    """Return words of a text to be shown somewhere else, with ※ for the anchors of footnotes."""
    return words.replace(ANCHOR, "※")


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


class ChartKind(StrEnum):
    """How a chart's figures are drawn. SHARE: as parts of a whole."""

    BAR = "bar"
    LINE = "line"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture in the text. width: in thousandths of the measure; picture: None for one that is still missing.

    original: the drawing as it came, where the picture was made from one, or is to be; chart: the figures of a chart,
    rows of equal length with their headings in the first row and column and the unit in the first cell, empty for other
    pictures. A chart is drawn where there is no picture.
    """

    picture: Picture | None = None
    caption: str = ""
    source: str = ""
    alt: str = ""
    width: int = 1000
    original: VectorPicture | None = None
    chart: tuple[tuple[str, ...], ...] = ()
    chart_kind: ChartKind = ChartKind.BAR
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity, a width outside 50 to 1000 or a ragged chart."""
        check_uid(self.uid)
        if not 50 <= self.width <= 1000:
            raise ValueError(f"a figure takes 50 to 1000 thousandths of the measure, not {self.width}")
        if len({len(row) for row in self.chart}) > 1 or (self.chart and not self.chart[0]):
            raise ValueError("the rows of a chart have equally many figures, at least one")

    @property
    def drawn(self) -> bool:
        """Whether it is a chart that is drawn from its figures."""
        return bool(self.chart) and self.picture is None

    def chart_headings(self) -> tuple[str, ...]:
        """Return the words that a drawn chart prints as they stand: its unit and headings, without the numbers."""
        return (*self.chart[0], *(row[0] for row in self.chart[1:])) if self.drawn else ()


class ColumnAlignment(StrEnum):
    """How the cells of a column are set. AUTO: figures to the right, all else to the left."""

    AUTO = "auto"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSpan:
    """A cell over several rows or columns. row, column: of its upper left cell, from 0, the head being row 0."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1

    def cells(self) -> tuple[tuple[int, int], ...]:
        """Return row and column of every cell it takes, its own first."""
        rows, columns = range(self.row, self.row + self.rows), range(self.column, self.column + self.columns)
        return tuple((row, column) for row in rows for column in columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. head: one cell a column; rows: each as long as head.

    spans: by their upper left cells in reading order; the other cells under them are empty. header_rows: how many rows
    are set as heads and repeated on the next page, 0 for none; alignments: one a column, empty where all are AUTO.
    """

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...] = ()
    caption: str = ""
    note: str = ""
    spans: tuple[CellSpan, ...] = ()
    header_rows: int = 1
    alignments: tuple[ColumnAlignment, ...] = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity, a table without columns, ragged rows or spans that don't fit."""
        check_uid(self.uid)
        if not self.head:
            raise ValueError("a table has at least one column")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.head):
                raise ValueError(f"row {number} has {len(row)} cells, the head has {len(self.head)}")
        if not 0 <= self.header_rows <= len(self.rows) + 1:
            raise ValueError(f"a table of {len(self.rows) + 1} rows has no {self.header_rows} header rows")
        if len(self.alignments) not in (0, len(self.head)):
            raise ValueError(f"{len(self.alignments)} alignments for {len(self.head)} columns")
        if self.spans:
            self._check_spans()

    def grid(self) -> tuple[tuple[Text, ...], ...]:
        """Return every row, the head first."""
        return (self.head, *self.rows)

    def places(self) -> tuple[tuple[int, int], ...]:
        """Return row and column of every cell in reading order; the places under a span are none."""
        every = tuple((row, column) for row in range(len(self.rows) + 1) for column in range(len(self.head)))
        hidden = {place for span in self.spans for place in span.cells()[1:]}
        return tuple(place for place in every if place not in hidden) if hidden else every

    def cells(self) -> tuple[CellSpan, ...]:
        """Return every cell in reading order, those that take one place as spans of one."""
        spans = {(one.row, one.column): one for one in self.spans}
        return tuple(spans.get(place) or CellSpan(row=place[0], column=place[1]) for place in self.places())

    def _check_spans(self) -> None:
        grid, taken = self.grid(), set[tuple[int, int]]()
        if list(self.spans) != sorted(self.spans, key=lambda one: (one.row, one.column)):
            raise ValueError("spans stand in reading order")
        for span in self.spans:
            if span.rows < 1 or span.columns < 1 or span.rows * span.columns == 1:
                raise ValueError("a span takes at least two cells")
            if span.row < 0 or span.column < 0 or span.row + span.rows > len(grid):
                raise ValueError("a span lies inside its table")
            if span.column + span.columns > len(self.head):
                raise ValueError("a span lies inside its table")
            if span.row < self.header_rows < span.row + span.rows:
                raise ValueError("a span lies in the header or below it")
            cells = span.cells()
            if not taken.isdisjoint(cells):
                raise ValueError("spans do not overlap")
            taken.update(cells)
            if any(plain(grid[row][column]) for row, column in cells[1:]):
                raise ValueError("the cells under a span are empty")


Block = Paragraph | Heading | Quote | ItemList | Figure | Table
