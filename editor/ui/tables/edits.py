"""What is done to the cells of a table under edit; every change is a new value, so that all of them can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from editor.model.body import Table, Text, plain, text_of
from editor.text.sanitise import sanitise

Grid = tuple[tuple[Text, ...], ...]


class TableEdits(QObject):
    """Acts where the current and the selected cells of a view are. grid: every row as it stands, the head first.

    changed: the cells are others; row and column of the one that is current then.
    """

    changed = Signal(int, int)

    def __init__(self, table: Table, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._past: list[Grid] = []
        self._future: list[Grid] = []
        self.grid: Grid = (table.head, *table.rows)

    def insert_row(self, *, below: bool) -> None:
        """Put an empty row in beside the current one; never above the head."""
        row, column = _current(self._view)
        at = max(1, row + int(below))
        self._become((*self.grid[:at], tuple(() for _ in self.grid[0]), *self.grid[at:]), at, column)

    def insert_column(self, *, right: bool) -> None:
        """Put an empty column in beside the current one."""
        row, column = _current(self._view)
        at = max(0, column + int(right))
        self._become(tuple((*cells[:at], (), *cells[at:]) for cells in self.grid), row, at)

    def remove_rows(self) -> None:
        """Take the selected rows out; the head stays."""
        gone = {index.row() for index in self._view.selectedIndexes()} - {0}
        kept = tuple(cells for place, cells in enumerate(self.grid) if place not in gone)
        row, column = _current(self._view)
        self._become(kept, min(row, len(kept) - 1), column)

    def remove_columns(self) -> None:
        """Take the selected columns out; at least one stays."""
        gone = {index.column() for index in self._view.selectedIndexes()}
        if len(gone) < len(self.grid[0]):
            kept = tuple(tuple(cell for place, cell in enumerate(cells) if place not in gone) for cells in self.grid)
            row, column = _current(self._view)
            self._become(kept, row, min(column, len(kept[0]) - 1))

    def move_row(self, by: int) -> None:
        """Move the current row up (-1) or down (1) among the rows below the head."""
        at, column = _current(self._view)
        if at >= 1 and 1 <= at + by < len(self.grid):
            rows = list(self.grid)
            rows[at], rows[at + by] = rows[at + by], rows[at]
            self._become(tuple(rows), at + by, column)

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        chosen = {(index.row(), index.column()) for index in self._view.selectedIndexes()}
        self._each(lambda row, column, cell: () if (row, column) in chosen else cell)

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._future.append(self.grid)
            self._set(self._past.pop())

    def redo(self) -> None:
        """Do the change again that was taken back."""
        if self._future:
            self._past.append(self.grid)
            self._set(self._future.pop())

    def set_cell(self, row: int, column: int, runs: Text) -> None:
        """Change one cell."""
        self._each(lambda at, beside, cell: runs if (at, beside) == (row, column) else cell)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as spreadsheets read them."""
        rows = sorted({index.row() for index in self._view.selectedIndexes()})
        columns = sorted({index.column() for index in self._view.selectedIndexes()})
        lines = ("\t".join(plain(self.grid[row][column]) for column in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Write the clipboard's cells from the current one on; rows and columns are added where they are wanting."""
        text = sanitise(QGuiApplication.clipboard().text()).rstrip("\n")
        cells = [line.split("\t") for line in text.split("\n")]
        top, left = (max(0, place) for place in _current(self._view))
        height = max(len(self.grid), top + len(cells))
        width = max(len(self.grid[0]), left + max(map(len, cells)))
        rows = [[*row, *(() for _ in range(width - len(row)))] for row in self.grid]
        rows += [[() for _ in range(width)] for _ in range(height - len(rows))]
        for down, line in enumerate(cells):
            for across, cell in enumerate(line):
                rows[top + down][left + across] = text_of(cell.strip())
        self._become(tuple(map(tuple, rows)), top, left)

    def _each(self, change: Callable[[int, int, Text], Text]) -> None:
        grid = tuple(
            tuple(change(row, column, cell) for column, cell in enumerate(cells)) for row, cells in enumerate(self.grid)
        )
        self._become(grid, *_current(self._view))

    def _become(self, grid: Grid, row: int, column: int) -> None:
        if grid == self.grid:
            return
        self._past.append(self.grid)
        self._future = []
        self.grid = grid
        self.changed.emit(row, column)

    def _set(self, grid: Grid) -> None:
        row, column = _current(self._view)
        self.grid = grid
        self.changed.emit(min(row, len(grid) - 1), min(column, len(grid[0]) - 1))


def _current(view: QTableView) -> tuple[int, int]:
    index = view.currentIndex()
    return index.row(), index.column()
