"""Changes of a table as pure functions. Rows count from the head (0), which stays the first and is never taken out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from editor.model.body import Table, Text

T = TypeVar("T")
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

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell lies in it."""
        return row in self.rows and column in self.columns


def grid_of(table: Table) -> Grid:
    """Return every row of a table."""
    return (table.head, *table.rows)


def with_grid(table: Table, grid: Grid) -> Table:
    """Return the table with other cells."""
    return replace(table, head=grid[0], rows=grid[1:])


def insert_row(table: Table, at: int) -> Table:
    """Put an empty row in before another one; never above the head."""
    grid, at = grid_of(table), max(1, at)
    return with_grid(table, (*grid[:at], ((),) * len(table.head), *grid[at:]))


def insert_column(table: Table, at: int) -> Table:
    """Put an empty column in before another one."""
    return with_grid(table, tuple((*cells[:at], (), *cells[at:]) for cells in grid_of(table)))


def remove_rows(table: Table, rows: range) -> Table:
    """Take rows out; the head stays."""
    return with_grid(table, tuple(cells for at, cells in enumerate(grid_of(table)) if at == 0 or at not in rows))


def remove_columns(table: Table, columns: range) -> Table:
    """Take columns out; all of them cannot go."""
    if len(columns) >= len(table.head):
        return table
    return with_grid(
        table, tuple(tuple(cell for at, cell in enumerate(cells) if at not in columns) for cells in grid_of(table))
    )


def move_rows(table: Table, rows: range, by: int) -> Table:
    """Move rows up (-1) or down (1) among those below the head; at an edge they stay."""
    if rows.start + by < 1 or rows.stop + by > len(grid_of(table)):
        return table
    return with_grid(table, _moved(grid_of(table), rows, by))


def move_columns(table: Table, columns: range, by: int) -> Table:
    """Move columns left (-1) or right (1); at an edge they stay."""
    if columns.start + by < 0 or columns.stop + by > len(table.head):
        return table
    return with_grid(table, tuple(_moved(cells, columns, by) for cells in grid_of(table)))


def emptied(table: Table, chosen: CellRange) -> Table:
    """Empty the cells of a range."""
    return _each(table, lambda row, column, cell: () if chosen.holds(row, column) else cell)


def filled(table: Table, row: int, column: int, cells: Grid) -> Table:
    """Write cells from a place on; rows and columns are added where they are wanting."""
    grid = grid_of(table)
    width = max(len(table.head), column + max(map(len, cells), default=0))
    height = max(len(grid), row + len(cells))
    padded = tuple((*line, *((),) * (width - len(line))) for line in grid) + (((),) * width,) * (height - len(grid))

    def written(at: int, beside: int, cell: Text) -> Text:
        inside = 0 <= at - row < len(cells) and 0 <= beside - column < len(cells[at - row])
        return cells[at - row][beside - column] if inside else cell

    return _each(with_grid(table, padded), written)


def part_of(table: Table, chosen: CellRange) -> Table:
    """Return the cells of a range as a table of their own."""
    cells = tuple(tuple(grid_of(table)[row][column] for column in chosen.columns) for row in chosen.rows)
    return Table(head=cells[0], rows=cells[1:])


def _each(table: Table, change: Callable[[int, int, Text], Text]) -> Table:
    return with_grid(
        table,
        tuple(
            tuple(change(row, column, cell) for column, cell in enumerate(cells))
            for row, cells in enumerate(grid_of(table))
        ),
    )


def _moved(items: tuple[T, ...], places: range, by: int) -> tuple[T, ...]:
    kept = items[: places.start] + items[places.stop :]
    at = places.start + by
    return kept[:at] + items[places.start : places.stop] + kept[at:]
