"""Tables of HTML: spans become single cells, layout tables become the blocks in them."""

from dataclasses import dataclass, field

from editor.intake.html.flow import Cell, one_text, plain_heading
from editor.intake.html.losses import Account, Loss
from editor.model.block_kinds import as_figure, as_table, figures_in
from editor.model.body import Block, Paragraph, Table, Text, plain
from editor.model.errors import UserError
from editor.model.language import tr

_WIDEST_SPAN = 100
_LONGEST_SPAN = 65534
# the most cells of one table that spans may cover; spans beyond that count as 1
_MOST_COVERED = 100_000
_MOST_CELLS = 50_000


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


def close_table(grid: Grid, account: Account) -> list[Block]:
    """Return the blocks of a table: a table with the figures of its cells after it, or what a layout table holds.

    Raises UserError for over 50,000 cells.
    """
    rows = [row for row in grid.rows if row]
    cells = [cell for row in rows for cell in row]
    if _is_layout(rows):
        account[Loss.UNFOLDED] += bool(cells)
        return [*_caption_line(grid), *(block for cell in cells for block in cell.blocks)]
    note = _note(rows)
    figures: list[Block] = [figure for cell in cells for figure in figures_in(cell.blocks)]
    account[Loss.LIFTED] += len(figures)
    head, *rest = map(tuple, _squared(rows[:-1] if note else rows, account))
    caption = plain(grid.caption)
    table = Table(head=tuple(map(plain_heading, head)), rows=tuple(rest), caption=caption, note=plain(note))
    return [table, *figures]


def _is_layout(rows: list[list[Cell]]) -> bool:
    """Return whether a table without heads has one column, no text, or a table inside."""
    cells = [cell for row in rows for cell in row]
    if any(cell.head for cell in cells):
        return False
    nested = any(map(as_table, (block for cell in cells for block in cell.blocks)))
    return nested or all(len(row) == 1 for row in rows) or not any(_text(cell) for cell in cells)


def _caption_line(grid: Grid) -> list[Block]:
    return [Paragraph(runs=grid.caption)] if grid.caption else []


def _text(cell: Cell) -> Text:
    return one_text([block for block in cell.blocks if not as_figure(block)])


def _note(rows: list[list[Cell]]) -> Text:
    """Return the text of a footer of one cell, which becomes the table's note."""
    last = rows[-1]
    return _text(last[0]) if len(last) == 1 and last[0].foot and len(rows) > 1 else ()


def _squared(rows: list[list[Cell]], account: Account) -> list[list[Text]]:
    """Return the rows in equal length. The text of a span goes into its first cell, the others are empty."""
    placed = _placed(rows)
    _check_size(placed)
    own = sorted({column for row in placed for column, cell in row.items() if cell})
    account[Loss.MERGED] += any(cell is None and column in own for row in placed for column, cell in row.items())
    account[Loss.RAGGED] += any(column not in row for row in placed for column in own)
    return [[_text(cell) if (cell := row.get(column)) else () for column in own] for row in placed]


def _check_size(placed: list[dict[int, Cell | None]]) -> None:
    rows, columns = len(placed), max(map(len, placed))
    if rows * columns > _MOST_CELLS:
        raise UserError(tr("表格有 {n} 行 {columns} 列，放不进一篇文章。请只复制需要的部分。", n=rows, columns=columns))


def _placed(rows: list[list[Cell]]) -> list[dict[int, Cell | None]]:
    """Return cells by column for each row; None where a span covers it. Columns of spans alone are left out later."""
    made: list[dict[int, Cell | None]] = []
    hanging: dict[int, int] = {}
    left_over = _MOST_COVERED
    for row in rows:
        left_over -= len(hanging)
        if left_over < 0:
            hanging = {}
        places: dict[int, Cell | None] = dict.fromkeys(hanging)
        after = {column: left - 1 for column, left in hanging.items() if left > 1}
        column = 0
        for cell in row:
            while column in places:
                column += 1
            width = min(cell.columns, _WIDEST_SPAN) if left_over > 0 else 1
            left_over -= width - 1
            for covered in range(column, column + width):
                places.setdefault(covered, cell if covered == column else None)
                if cell.rows > 1:
                    after[covered] = min(cell.rows, _LONGEST_SPAN) - 1
        made.append(places)
        hanging = after
    return made
