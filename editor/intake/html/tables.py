"""Tables of HTML: layout tables become the blocks in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.intake.html.flow import Cell, one_text, plain_heading
from editor.intake.html.losses import Account, Loss
from editor.intake.html.style import read_style
from editor.model.block_kinds import as_figure, as_table, figures_in
from editor.model.body import Block, ColumnAlignment, Paragraph, Table, Text, plain
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.table_edits import spans_in

_SIDES = {"left": ColumnAlignment.LEFT, "center": ColumnAlignment.CENTRE, "right": ColumnAlignment.RIGHT}
_WIDEST_SPAN = 100
_LONGEST_SPAN = 65534
# the most cells of one table that spans may cover; spans beyond that count as 1
_MOST_COVERED = 100_000
_MOST_CELLS = 50_000
_HASHES = re.compile(r"#{3,}")
# of a cell that is a column of a page: paragraphs, characters, and its share of the table's text
_PARAGRAPHS, _LONG_CELL, _ARTICLE_SHARE = 3, 150, 0.8


@dataclass(slots=True)
class Grid:
    """A table being read. part: the tag of the rows' group."""

    rows: list[list[Cell]] = field(default_factory=list)
    caption: Text = ()
    part: str = ""

    def add(self, cell: Cell) -> Cell:
        """Add a cell to the last row and return it."""
        if not self.rows:
            self.rows.append([])
        cell.foot = self.part == "tfoot"
        cell.head = cell.head or self.part == "thead"
        self.rows[-1].append(cell)
        return cell


def read_span(value: str | None) -> int:
    """Return a span as browsers read it: at least 1, also for an invalid value."""
    digits = (value or "").strip()
    return max(int(digits), 1) if digits.isascii() and digits.isdecimal() and len(digits) < 20 else 1


def read_side(attributes: Mapping[str, str]) -> ColumnAlignment:
    """Return how a cell says that its text is aligned, by style or attribute; AUTO where it says nothing."""
    styled = read_style(attributes["style"]).side if "style" in attributes else ""
    return _SIDES.get(styled or attributes.get("align", "").lower(), ColumnAlignment.AUTO)


def close_table(grid: Grid, outer: Cell | None, account: Account) -> list[Block]:
    """Return the blocks of a table: a table with the figures of its cells after it, or what a layout table holds.

    outer: the cell that the table is in, which notes a layout table. Raises UserError for over 50,000 cells.
    """
    rows = [row for row in grid.rows if row]
    cells = [cell for row in rows for cell in row]
    if _is_layout(rows):
        account[Loss.UNFOLDED] += bool(cells)
        if outer:
            outer.layout = True
        return [*_caption_line(grid), *(block for cell in cells for block in cell.blocks)]
    rows, caption = _captioned(rows, grid.caption)
    cells = [cell for row in rows for cell in row]
    account[Loss.HASHES] += sum(_HASHES.fullmatch(plain(_text(cell))) is not None for cell in cells)
    note = _note(rows)
    figures: list[Block] = [figure for cell in cells for figure in figures_in(cell.blocks)]
    account[Loss.LIFTED] += len(figures)
    return [_table(_squared(rows[:-1] if note else rows, account), plain(caption), plain(note)), *figures]


def _table(squared: list[list[Cell]], caption: str, note: str) -> Table:
    heads = _header_rows(squared)
    shown: set[int] = set()
    grid = [tuple(_first_text(cell, shown) for cell in row) for row in squared]
    head, *rest = (tuple(map(plain_heading, row)) if at < heads else row for at, row in enumerate(grid))
    return Table(
        head=head,
        rows=tuple(rest),
        caption=caption,
        note=note,
        spans=tuple(spans_in(squared, heads)),
        header_rows=heads,
        alignments=_alignments(squared[heads:]),
    )


def _header_rows(squared: list[list[Cell]]) -> int:
    """Return how many rows from the top are heads: those of nothing but heads, at least the first.

    A head that reaches further down makes heads of the rows it reaches.
    """
    heads = 1
    while heads < len(squared) and (
        all(cell.head for cell in squared[heads]) or any(map(_same, squared[heads - 1], squared[heads]))
    ):
        heads += 1
    return heads


def _same(above: Cell, below: Cell) -> bool:
    return above is below


def _first_text(cell: Cell, shown: set[int]) -> Text:
    """Return a cell's text at the first of its places, nothing at the others."""
    if id(cell) in shown:
        return ()
    shown.add(id(cell))
    return _text(cell)


def _alignments(rows: list[list[Cell]]) -> tuple[ColumnAlignment, ...]:
    """Return how the columns are aligned where all cells below the heads agree, nothing where no column says so."""
    sides = [{cell.side for cell in column} for column in zip(*rows, strict=True)]
    made = tuple(side.pop() if len(side) == 1 else ColumnAlignment.AUTO for side in sides)
    return made if set(made) > {ColumnAlignment.AUTO} or ColumnAlignment.AUTO not in made else ()


def _is_layout(rows: list[list[Cell]]) -> bool:
    """Return whether a table without heads has one column, no text, a table inside, or an article in a cell."""
    cells = [cell for row in rows for cell in row]
    if any(cell.head for cell in cells):
        return False
    nested = any(map(as_table, (block for cell in cells for block in cell.blocks)))
    if nested or all(len(row) == 1 for row in rows) or not any(_text(cell) for cell in cells):
        return True
    return any(cell.layout and len(cell.blocks) > 1 for cell in cells) or _is_article(cells)


def _is_article(cells: list[Cell]) -> bool:
    """Return whether a cell holds several paragraphs that are most of the table's text."""
    longest = max(cells, key=lambda cell: len(plain(_text(cell))))
    length = len(plain(_text(longest)))
    whole = sum(len(plain(_text(cell))) for cell in cells)
    return len(longest.blocks) >= _PARAGRAPHS and length >= _LONG_CELL and length >= _ARTICLE_SHARE * whole


def _captioned(rows: list[list[Cell]], caption: Text) -> tuple[list[list[Cell]], Text]:
    """Return the rows without a first one that is the table's title: a text over all columns, others of it empty."""
    if caption or len(rows) < 3:
        return rows, caption
    first, *rest = rows
    filled = [cell for cell in first if _text(cell)]
    columns = sum(cell.columns for cell in first)
    titled = len(filled) == 1 and filled[0] is first[0] and filled[0].columns > 1 and filled[0].rows == 1
    if (
        not titled
        or columns < max(sum(cell.columns for cell in row) for row in rest)
        or any(figures_in(first[0].blocks))
    ):
        return rows, caption
    return rest, _text(first[0])


def _caption_line(grid: Grid) -> list[Block]:
    return [Paragraph(runs=grid.caption)] if grid.caption else []


def _text(cell: Cell) -> Text:
    return one_text([block for block in cell.blocks if not as_figure(block)])


def _note(rows: list[list[Cell]]) -> Text:
    """Return the text of a footer of one cell, which becomes the table's note."""
    last = rows[-1]
    return _text(last[0]) if len(last) == 1 and last[0].foot and len(rows) > 1 else ()


def _squared(rows: list[list[Cell]], account: Account) -> list[list[Cell]]:
    """Return the rows in equal length; a cell over several places stands in each of them."""
    placed = _placed(rows)
    _check_size(placed)
    # columns that only spans reach are left out
    own = sorted({column for row in placed for column, cell in row.items() if not _reaches(cell, column, row)})
    account[Loss.RAGGED] += any(column not in row for row in placed for column in own)
    return [[row.get(column) or Cell() for column in own] for row in placed]


def _reaches(cell: Cell, column: int, row: dict[int, Cell]) -> bool:
    """Return whether a place is taken by a cell that begins further left."""
    return row.get(column - 1) is cell


def _check_size(placed: list[dict[int, Cell]]) -> None:
    rows, columns = len(placed), max(map(len, placed))
    if rows * columns > _MOST_CELLS:
        raise UserError(tr("表格有 {n} 行 {columns} 列，放不进一篇文章。请只复制需要的部分。", n=rows, columns=columns))


def _placed(rows: list[list[Cell]]) -> list[dict[int, Cell]]:
    """Return cells by column for each row, one over several places in each of them."""
    made: list[dict[int, Cell]] = []
    # cells that go on in the next rows, and in how many
    hanging: dict[int, tuple[Cell, int]] = {}
    left_over = _MOST_COVERED
    for row in rows:
        left_over -= len(hanging)
        if left_over < 0:
            hanging = {}
        places = {column: cell for column, (cell, _) in hanging.items()}
        after = {column: (cell, left - 1) for column, (cell, left) in hanging.items() if left > 1}
        column = 0
        for cell in row:
            while column in places:
                column += 1
            width = min(cell.columns, _WIDEST_SPAN) if left_over > 0 else 1
            left_over -= width - 1
            for covered in range(column, column + width):
                places.setdefault(covered, cell)
                if cell.rows > 1:
                    after[covered] = (cell, min(cell.rows, _LONGEST_SPAN) - 1)
        made.append(places)
        hanging = after
    return made
