"""A table of statistics that can be sorted by every column; its sums stand below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from editor.desk.statistics.tables import Cell, StatTable, said_cell
from editor.ui.theme.apply import set_style

_NUMBER, _RANK = 112, 64
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StatCell(QTableWidgetItem):
    """A cell; numbers are ordered as numbers, and what is empty comes last going down."""

    def __init__(self, value: Cell, row: int) -> None:
        """row: in the table's own order."""
        super().__init__(f"{value:,}" if isinstance(value, int | float) else said_cell(value))
        self.value, self.own_row = value, row
        self.setTextAlignment(_LEFT if isinstance(value, str) else _RIGHT)
        self.setToolTip(self.text())

    def __lt__(self, other: QTableWidgetItem) -> bool:
        """Return whether it comes before another."""
        if not isinstance(other, StatCell):
            return NotImplemented
        return _order(self.value) < _order(other.value)


class StatGrid(QTableWidget):
    """shown: the table."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: StatTable | None = None
        set_style(self, kind="spaced")
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().setHighlightSections(False)

    def show_table(self, table: StatTable, *, named: int = 0) -> None:
        """Show a table. named: the column of the names, which takes what room there is."""
        self.shown = table
        self.setSortingEnabled(False)
        self.setAccessibleName(table.name)
        self.setColumnCount(len(table.heads))
        self.setRowCount(len(table.rows))
        for place, text in enumerate(table.heads):
            head = QTableWidgetItem(text)
            head.setTextAlignment(_LEFT if place == named else _RIGHT)
            self.setHorizontalHeaderItem(place, head)
        for number, row in enumerate(table.rows):
            for place, value in enumerate(row):
                self.setItem(number, place, StatCell(value, number))
        header = self.horizontalHeader()
        for place in range(len(table.heads)):
            stretched = place == named
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, mode)
            if not stretched:
                self.setColumnWidth(place, _NUMBER if place > named else _RANK)
        # the table's own order first; -1: of no column
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def order(self) -> tuple[int, ...]:
        """Return the numbers of the table's own rows as the user sees them."""
        items = (self.item(row, 0) for row in range(self.rowCount()))
        return tuple(item.own_row for item in items if isinstance(item, StatCell))


def _order(value: Cell) -> tuple[int, float, str]:
    if value is None:
        return (0, 0.0, "")
    return (1, 0.0, value) if isinstance(value, str) else (1, float(value), "")
