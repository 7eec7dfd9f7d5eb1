"""A table as a grid: cells, rows and columns; every change is a new value, so that all of them can be undone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from editor.model.body import Table, Text, plain, text_of
from editor.model.language import tr
from editor.text.sanitise import sanitise
from editor.ui.tables.cell_editor import CellEditor
from editor.ui.theme.fonts import font

_RUNS = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
Grid = tuple[tuple[Text, ...], ...]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLACES = (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle)
_LEAVING = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class TableGrid(QTableWidget):
    """The first row is the table's head."""

    changed = Signal()
    finished = Signal()

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("表格"))
        self._past: list[Grid] = []
        self._future: list[Grid] = []
        self._grid: Grid = (table.head, *table.rows)
        self.setItemDelegate(_CellDelegate(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._show(0, 0)

    @property
    def grid(self) -> Grid:
        """Every row, the head first."""
        return self._grid

    # commands

    def insert_row(self, *, below: bool) -> None:
        """Put an empty row in beside the current one; never above the head."""
        at = max(1, self.currentRow() + int(below))
        self._become((*self._grid[:at], tuple(() for _ in self._grid[0]), *self._grid[at:]), at, self.currentColumn())

    def insert_column(self, *, right: bool) -> None:
        """Put an empty column in beside the current one."""
        at = max(0, self.currentColumn() + int(right))
        self._become(tuple((*row[:at], (), *row[at:]) for row in self._grid), self.currentRow(), at)

    def remove_rows(self) -> None:
        """Take the selected rows out; the head stays."""
        gone = {index.row() for index in self.selectedIndexes()} - {0}
        kept = tuple(row for place, row in enumerate(self._grid) if place not in gone)
        self._become(kept, min(self.currentRow(), len(kept) - 1), self.currentColumn())

    def remove_columns(self) -> None:
        """Take the selected columns out; at least one stays."""
        gone = {index.column() for index in self.selectedIndexes()}
        if len(gone) < len(self._grid[0]):
            kept = tuple(tuple(cell for place, cell in enumerate(row) if place not in gone) for row in self._grid)
            self._become(kept, self.currentRow(), min(self.currentColumn(), len(kept[0]) - 1))

    def move_row(self, by: int) -> None:
        """Move the current row up (-1) or down (1) among the rows below the head."""
        at = self.currentRow()
        if at >= 1 and 1 <= at + by < len(self._grid):
            rows = list(self._grid)
            rows[at], rows[at + by] = rows[at + by], rows[at]
            self._become(tuple(rows), at + by, self.currentColumn())

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        self._each(lambda row, column, cell: () if (row, column) in chosen else cell)

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._future.append(self._grid)
            self._set(self._past.pop())

    def redo(self) -> None:
        """Do the change again that was taken back."""
        if self._future:
            self._past.append(self._grid)
            self._set(self._future.pop())

    def set_cell(self, row: int, column: int, runs: Text) -> None:
        """Change one cell."""
        self._each(lambda at, beside, cell: runs if (at, beside) == (row, column) else cell)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as spreadsheets read them."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        columns = sorted({index.column() for index in self.selectedIndexes()})
        lines = ("\t".join(plain(self._grid[row][column]) for column in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Write the clipboard's cells from the current one on; rows and columns are added where they are wanting."""
        text = sanitise(QGuiApplication.clipboard().text()).rstrip("\n")
        cells = [line.split("\t") for line in text.split("\n")]
        top, left = max(0, self.currentRow()), max(0, self.currentColumn())
        height = max(len(self._grid), top + len(cells))
        width = max(len(self._grid[0]), left + max(map(len, cells)))
        rows = [[*row, *(() for _ in range(width - len(row)))] for row in self._grid]
        rows += [[() for _ in range(width)] for _ in range(height - len(rows))]
        for down, line in enumerate(cells):
            for across, cell in enumerate(line):
                rows[top + down][left + across] = text_of(cell.strip())
        self._become(tuple(map(tuple, rows)), top, left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...] = (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Paste, self.paste),
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
            (QKeySequence.StandardKey.Delete, self.clear_cells),
        )
        act = next((act for key, act in acts if event.matches(key)), None)
        if act:
            act()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _LEAVING:
            self.leave(Qt.Key(event.key()))
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.walk(1 if event.key() == Qt.Key.Key_Tab else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.updateMicroFocus()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Answer for the cell that is composed over: until the first word is there the grid keeps the focus.

        Qt opens the cell for it, but gives places inside the cell as if they were the grid's.
        """
        if query not in _PLACES:
            return super().inputMethodQuery(query)
        editor = self.findChild(CellEditor)
        if editor is None:
            return self.visualRect(self.currentIndex()).translated(self.viewport().pos())
        found: QRect = editor.inputMethodQuery(query)
        return found.translated(editor.mapTo(self, QPoint(0, 0)))

    def walk(self, by: int) -> None:
        """Go to the next (1) or previous (-1) cell; after the last one a new row begins, as in Word."""
        columns = len(self._grid[0])
        at = self.currentRow() * columns + self.currentColumn() + by
        if at >= columns * len(self._grid):
            self.setCurrentCell(len(self._grid) - 1, 0)
            self.insert_row(below=True)
            return
        self.setCurrentCell(max(0, at) // columns, max(0, at) % columns)

    def leave(self, key: Qt.Key) -> None:
        """Ctrl+Enter is done with the table, Ctrl+Tab goes on to another field: Tab alone walks the cells."""
        if key in _ENTER:
            self.finished.emit()
        else:
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)

    # inside

    def _each(self, change: Callable[[int, int, Text], Text]) -> None:
        grid = tuple(
            tuple(change(row, column, cell) for column, cell in enumerate(cells))
            for row, cells in enumerate(self._grid)
        )
        self._become(grid, self.currentRow(), self.currentColumn())

    def _become(self, grid: Grid, row: int, column: int) -> None:
        if grid == self._grid:
            return
        self._past.append(self._grid)
        self._future = []
        self._grid = grid
        self._show(row, column)
        self.changed.emit()

    def _set(self, grid: Grid) -> None:
        row, column = self.currentRow(), self.currentColumn()
        self._grid = grid
        self._show(min(row, len(grid) - 1), min(column, len(grid[0]) - 1))
        self.changed.emit()

    def _show(self, row: int, column: int) -> None:
        self.setRowCount(len(self._grid))
        self.setColumnCount(len(self._grid[0]))
        for place, cells in enumerate(self._grid):
            for beside, cell in enumerate(cells):
                self.setItem(place, beside, _item(cell, head=place == 0))
        self.setVerticalHeaderLabels([tr("表头"), *(str(number) for number in range(1, len(self._grid)))])
        self.setHorizontalHeaderLabels([str(number) for number in range(1, len(self._grid[0]) + 1)])
        self.setCurrentCell(row, column)


def with_grid(table: Table, grid: Grid) -> Table:
    """Return the table with the cells of a grid."""
    return replace(table, head=grid[0], rows=grid[1:])


def _item(cell: Text, *, head: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(plain(cell))
    item.setData(_RUNS, cell)
    bold = head or (bool(cell) and all(run.bold for run in cell))
    item.setFont(font("strong" if bold else "base"))
    return item


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, grid: TableGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        made = CellEditor(parent)
        at = QPersistentModelIndex(index)
        made.done.connect(lambda key: self._end(made, at, key))
        made.left.connect(lambda key: self._end(made, at, key, leave=True))
        return made

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, CellEditor) and not editor.toPlainText():
            editor.show_runs(index.data(_RUNS) or ())

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, CellEditor):
            self._grid.set_cell(index.row(), index.column(), editor.runs)

    def _end(self, editor: CellEditor, at: QPersistentModelIndex, key: int, *, leave: bool = False) -> None:
        self._grid.setCurrentCell(at.row(), at.column())
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._grid.setFocus()
        if leave:
            self._grid.leave(Qt.Key(key))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._grid.walk(1 if key == Qt.Key.Key_Tab else -1)
