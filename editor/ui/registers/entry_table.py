"""A list of entries with cells that are edited in place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from editor.ui.kit.widgets import application
from editor.ui.registers.cells import CellDelegate
from editor.ui.theme.apply import current_theme
from editor.ui.theme.icons import icon

_UID = Qt.ItemDataRole.UserRole
# said, since Qt would ask which keys are held
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """width: logical pixels, 0 for what is left; editable: in place."""

    title: str
    width: int = 0
    editable: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEntry:
    """A row. dim: out of use; tip: said when the pointer rests on it; sign: icon of the first cell, empty for none."""

    uid: str
    cells: tuple[str, ...]
    dim: bool = False
    tip: str = ""
    sign: str = ""


class EntryTable(QTreeWidget):
    """written: a cell got another text (uid, column, text); it is shown once the owner shows new rows."""

    written = Signal(str, int, str)
    chosen_changed = Signal()
    delete_wanted = Signal()

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._columns = tuple(columns)
        self._entries: tuple[TableEntry, ...] = ()
        self.writable, self._filling = True, False
        self.setColumnCount(len(columns))
        self.setHeaderLabels([column.title for column in columns])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setItemDelegate(CellDelegate(self, self.is_editable))
        self._size_columns()
        self.itemChanged.connect(self._on_item_changed)
        self.itemSelectionChanged.connect(self.chosen_changed)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The identities of the selected rows; the one chosen last stands last."""
        current = self.currentItem()
        items = sorted(self.selectedItems(), key=lambda item: (item is current, self.indexFromItem(item).row()))
        return tuple(item.data(0, _UID) for item in items)

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The cells as shown."""
        items = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return tuple(tuple(item.text(place) for place in range(len(self._columns))) for item in items if item)

    def show_entries(self, entries: Sequence[TableEntry]) -> None:
        """Show these rows; what is selected stays so where it is still there."""
        chosen, current = frozenset(self.chosen), self.chosen[-1:]
        self._filling = True
        if [one.uid for one in entries] != [one.uid for one in self._entries]:
            self.clear()
            self.addTopLevelItems([QTreeWidgetItem() for _ in entries])
        self._entries = tuple(entries)
        for row, entry in enumerate(entries):
            item = self.topLevelItem(row)
            if item:
                self._fill(item, entry)
                item.setSelected(entry.uid in chosen)
        self._filling = False
        self.choose(current[0] if current else "", keep=True)
        self.chosen_changed.emit()

    def choose(self, uid: str, *, keep: bool = False) -> None:
        """Make a row the current one, the first where it is not there. keep: the others stay selected."""
        rows = [row for row, entry in enumerate(self._entries) if entry.uid == uid]
        item = self.topLevelItem(rows[0] if rows else 0)
        if item is None:
            return
        selected = [] if not (keep and rows) else self.selectedItems()
        self.setCurrentItem(item, 0, _ALONE)
        for one in selected:
            one.setSelected(True)
        self.scrollToItem(item)

    def edit_cell(self, uid: str, column: int = 0) -> None:
        """Let the user write in a cell."""
        self.choose(uid)
        item = self.currentItem()
        if item and self.writable:
            self.editItem(item, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit_cell(self.chosen[-1] if self.chosen else "", self._first_editable())
        else:
            super().keyPressEvent(event)

    def _first_editable(self) -> int:
        return next((place for place, column in enumerate(self._columns) if column.editable), 0)

    def is_editable(self, column: int) -> bool:
        """Return whether the cells of a column are written in."""
        return self.writable and self._columns[column].editable

    def _fill(self, item: QTreeWidgetItem, entry: TableEntry) -> None:
        theme = current_theme(application())
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags)
        item.setData(0, _UID, entry.uid)
        if entry.sign:
            item.setIcon(0, icon(entry.sign, theme, size=16, token="text3"))
        for place, (cell, column) in enumerate(zip(entry.cells, self._columns, strict=True)):
            item.setText(place, cell)
            item.setToolTip(place, entry.tip)
            item.setForeground(place, theme.colour("text3" if entry.dim or column.right else "text"))
            if column.right:
                item.setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _size_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(self._columns):
            mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(place, mode)
            if column.width:
                self.setColumnWidth(place, column.width)
            if column.right:
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                self.headerItem().setTextAlignment(place, side)

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        uid, text = item.data(0, _UID), item.text(column)
        known = next((one for one in self._entries if one.uid == uid), None)
        if known and not self._filling and known.cells[column] != text:
            # once the editor that wrote it has gone: the owner shows new rows
            QTimer.singleShot(0, self, lambda: self.written.emit(uid, column, text))
