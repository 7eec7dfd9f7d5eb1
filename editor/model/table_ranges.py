"""Several cells of a table: emptied, written over, taken out as a table of their own."""

from dataclasses import dataclass, replace

from editor.model.body import CellSpan, Table, Text
from editor.model.table_edits import move_column, move_row, resized, split_cells, whole_area

Grid = tuple[tuple[Text, ...], ...]
"""Every row of a table, the head first."""


@dataclass(frozen=True, slots=True)
class CellRange:
    """Cells from one corner to the other, both inside. The first corner is where the range was begun."""

    row: int
    column: int
    to_row: int
    to_column: int

    @property
    def rows(self) -> range:
        """The rows that it touches."""
        return range(min(self.row, self.to_row), max(self.row, self.to_row) + 1)

    @property
    def columns(self) -> range:
        """The columns that it touches."""
        return range(min(self.column, self.to_column), max(self.column, self.to_column) + 1)

    @property
    def area(self) -> CellSpan:
        """All of it as one cell would be."""
        return CellSpan(row=self.rows.start, column=self.columns.start, rows=len(self.rows), columns=len(self.columns))

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell lies in it."""
        return row in self.rows and column in self.columns


def whole_range(table: Table, chosen: CellRange) -> CellRange:
    """Return a range with all of every span that lies partly in it; it begins and ends at the same corners."""
    area = whole_area(table, chosen.area)
    rows = (area.row, area.row + area.rows - 1)
    columns = (area.column, area.column + area.columns - 1)
    (row, to_row), (column, to_column) = (
        edges if begun <= ended else edges[::-1]
        for edges, begun, ended in (
            (rows, chosen.row, chosen.to_row),
            (columns, chosen.column, chosen.to_column),
        )
    )
    return CellRange(row, column, to_row, to_column)


def emptied(table: Table, chosen: CellRange) -> Table:
    """Empty the cells of a range."""
    grid = tuple(
        tuple(() if chosen.holds(row, column) else cell for column, cell in enumerate(cells))
        for row, cells in enumerate(table.grid())
    )
    return replace(table, head=grid[0], rows=grid[1:])


def filled(table: Table, row: int, column: int, cells: Table) -> Table:
    """Write the cells of another table from a place on, with its spans; rows and columns are added where wanting."""
    made = resized(table, row + len(cells.rows) + 1, column + len(cells.head))
    area = CellRange(row, column, row + len(cells.rows), column + len(cells.head) - 1)
    made = split_cells(made, area.area)
    grid = [list(line) for line in made.grid()]
    for down, line in enumerate(cells.grid()):
        grid[row + down][column : column + len(line)] = line
    moved = [replace(one, row=one.row + row, column=one.column + column) for one in cells.spans]
    every = (*made.spans, *_fitting(made, moved))
    head, *rows = map(tuple, grid)
    return replace(made, head=head, rows=tuple(rows), spans=tuple(sorted(every, key=lambda one: (one.row, one.column))))


def part_of(table: Table, chosen: CellRange) -> Table:
    """Return the cells of a range, with the spans in it, as a table of their own."""
    chosen = whole_range(table, chosen)
    head, *rows = (tuple(table.grid()[row][column] for column in chosen.columns) for row in chosen.rows)
    top, left = chosen.rows.start, chosen.columns.start
    inside = [one for one in table.spans if chosen.holds(one.row, one.column)]
    spans = [replace(one, row=one.row - top, column=one.column - left) for one in inside]
    headers = min(max(table.header_rows - top, 0), len(rows) + 1)
    made = Table(head=head, rows=tuple(rows), header_rows=headers)
    return replace(made, spans=tuple(_fitting(made, spans)))


def moved_rows(table: Table, rows: range, by: int) -> Table:
    """Move rows up (-1) or down (1), those of the header and the others among themselves; at an edge they stay."""
    first, last = rows.start + by, rows.stop - 1 + by
    edge = range(table.header_rows) if rows.start < table.header_rows else range(table.header_rows, len(table.rows) + 1)
    if first not in edge or last not in edge:
        return table
    return move_row(table, rows.start - 1 if by < 0 else rows.stop, -by * len(rows))


def moved_columns(table: Table, columns: range, by: int) -> Table:
    """Move columns left (-1) or right (1); at an edge they stay."""
    if columns.start + by < 0 or columns.stop + by > len(table.head):
        return table
    return move_column(table, columns.start - 1 if by < 0 else columns.stop, -by * len(columns))


def _fitting(table: Table, spans: list[CellSpan]) -> list[CellSpan]:
    """Return the spans that lie in the header or below it."""
    return [one for one in spans if not one.row < table.header_rows < one.row + one.rows]
