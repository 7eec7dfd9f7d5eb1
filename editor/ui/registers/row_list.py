"""A list of rows that are only shown, tens of thousands of them: a cell is asked for when it is drawn."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from editor.ui.registers.cells import CellDelegate

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


class RowColumn(NamedTuple):
    """width: logical pixels, 0 for what is left; cell: its text of a row's value; sign: its icon, None for none."""

    title: str
    width: int
    cell: Callable[[Any], str]
    sign: Callable[[Any], QIcon] | None = None


class RowList(QTreeView):
    """chosen_changed: other rows are selected; enter_wanted: the current one is to be edited."""

    chosen_changed = Signal()
    delete_wanted = Signal()
    enter_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, name: str, columns: Sequence[RowColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _RowModel(columns)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(CellDelegate(self, lambda _column: False))
        self.doubleClicked.connect(lambda _index: self.enter_wanted.emit())
        self._size_columns(columns)
        self._keys = {
            QKeySequence.StandardKey.Delete: self.delete_wanted,
            QKeySequence.StandardKey.Copy: self.copy_wanted,
            QKeySequence.StandardKey.Paste: self.paste_wanted,
        }

    @property
    def values(self) -> Sequence[Any]:
        """The values of all rows."""
        return self._rows.values

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The cells as shown."""
        return tuple(tuple(column.cell(value) for column in self._rows.columns) for value in self.values)

    @property
    def chosen(self) -> tuple[Any, ...]:
        """The values of the selected rows, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.values[row] for row in rows)

    @property
    def current(self) -> Any:  # noqa: ANN401 - of whatever kind the rows are
        """The value of the current row, None where there is none."""
        row = self.currentIndex().row()
        return self.values[row] if 0 <= row < len(self.values) else None

    def show_values(self, values: Sequence[Any], current: int = 0) -> None:
        """Show these rows; current: the one that is selected then."""
        self._rows.show_values(values)
        self.choose(min(current, len(values) - 1))
        self.chosen_changed.emit()

    def choose(self, row: int) -> None:
        """Select one row alone and scroll to it."""
        index = self._rows.index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _ALONE)
            self.scrollTo(index)

    def selectionChanged(self, chosen: QItemSelection, before: QItemSelection) -> None:
        super().selectionChanged(chosen, before)
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        told = next((signal for key, signal in self._keys.items() if event.matches(key)), None)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            told = self.enter_wanted
        if told:
            told.emit()
        else:
            super().keyPressEvent(event)

    def _size_columns(self, columns: Sequence[RowColumn]) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(place, mode)
            if column.width:
                self.setColumnWidth(place, column.width)


class _RowModel(QAbstractTableModel):
    def __init__(self, columns: Sequence[RowColumn]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.values: Sequence[Any] = ()

    def show_values(self, values: Sequence[Any]) -> None:
        self.beginResetModel()
        self.values = values
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.values)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QIcon | None:
        column, value = self.columns[index.column()], self.values[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return column.sign(value) if column.sign else None
        return column.cell(value) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.columns[section].title if shown else None
