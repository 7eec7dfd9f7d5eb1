"""A table as a grid: its cells shown, walked by keys and written in."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
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

from editor.model.body import Table, Text, plain
from editor.model.language import tr
from editor.ui.tables.cell_editor import CellEditor
from editor.ui.tables.edits import Grid, TableEdits
from editor.ui.theme.fonts import font

_RUNS = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLACES = (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle)
_LEAVING = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class TableGrid(QTableWidget):
    """Shows the cells and walks them. The first row is the table's head; edits: what is done to the cells."""

    finished = Signal()

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("表格"))
        self.edits = TableEdits(table, self)
        self.edits.changed.connect(self._show)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...] = (
            (QKeySequence.StandardKey.Copy, self.edits.copy),
            (QKeySequence.StandardKey.Paste, self.edits.paste),
            (QKeySequence.StandardKey.Undo, self.edits.undo),
            (QKeySequence.StandardKey.Redo, self.edits.redo),
            (QKeySequence.StandardKey.Delete, self.edits.clear_cells),
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
        columns = len(self.edits.grid[0])
        at = self.currentRow() * columns + self.currentColumn() + by
        if at >= columns * len(self.edits.grid):
            self.setCurrentCell(len(self.edits.grid) - 1, 0)
            self.edits.insert_row(below=True)
            return
        self.setCurrentCell(max(0, at) // columns, max(0, at) % columns)

    def leave(self, key: Qt.Key) -> None:
        """Ctrl+Enter is done with the table, Ctrl+Tab goes on to another field: Tab alone walks the cells."""
        if key in _ENTER:
            self.finished.emit()
        else:
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)

    def _show(self, row: int, column: int) -> None:
        self.setRowCount(len(self.edits.grid))
        self.setColumnCount(len(self.edits.grid[0]))
        for place, cells in enumerate(self.edits.grid):
            for beside, cell in enumerate(cells):
                self.setItem(place, beside, _item(cell, head=place == 0))
        self.setVerticalHeaderLabels([tr("表头"), *(str(number) for number in range(1, len(self.edits.grid)))])
        self.setHorizontalHeaderLabels([str(number) for number in range(1, len(self.edits.grid[0]) + 1)])
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
            self._grid.edits.set_cell(index.row(), index.column(), editor.runs)

    def _end(self, editor: CellEditor, at: QPersistentModelIndex, key: int, *, leave: bool = False) -> None:
        self._grid.setCurrentCell(at.row(), at.column())
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._grid.setFocus()
        if leave:
            self._grid.leave(Qt.Key(key))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._grid.walk(1 if key == Qt.Key.Key_Tab else -1)
