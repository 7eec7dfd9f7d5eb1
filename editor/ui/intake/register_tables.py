"""The tables of 来稿登记: piece by piece, and how much each unit has sent."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from editor.desk.intake.register import RegisterEntry, UnitCount, register_heads, register_row, unit_grid
from editor.model.language import tr
from editor.ui.theme.apply import set_style

_ENTRY_WIDTHS = {0: 96, 2: 136, 3: 88, 4: 112, 5: 152}
_COUNT_WIDTHS = {1: 88, 2: 88, 3: 88, 4: 88}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EntryTable(QTableWidget):
    """A row an entry."""

    def __init__(self) -> None:
        super().__init__()
        _set_up(self, tr("来稿"), register_heads(), _ENTRY_WIDTHS, stretched=1)

    def show_entries(self, entries: Sequence[RegisterEntry]) -> None:
        """List entries."""
        _fill(self, [register_row(one) for one in entries])

    def show_entry(self, row: int, entry: RegisterEntry) -> None:
        """Show an entry that has changed."""
        for place, text in enumerate(register_row(entry)):
            cell = self.item(row, place)
            if cell:
                cell.setText(text)
                cell.setToolTip(text)


class UnitTable(QTableWidget):
    """A row a unit."""

    def __init__(self) -> None:
        super().__init__()
        _set_up(self, tr("按单位"), unit_grid(())[0], _COUNT_WIDTHS, stretched=0)
        for place in _COUNT_WIDTHS:
            head = self.horizontalHeaderItem(place)
            if head:
                head.setTextAlignment(_RIGHT)

    def show_counts(self, counts: Sequence[UnitCount]) -> None:
        """List counts."""
        _fill(self, unit_grid(counts)[1:])
        for row in range(self.rowCount()):
            for place in _COUNT_WIDTHS:
                cell = self.item(row, place)
                if cell:
                    cell.setTextAlignment(_RIGHT)


def _fill(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    table.setRowCount(len(rows))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            cell = QTableWidgetItem(text)
            cell.setToolTip(text)
            table.setItem(number, place, cell)


def _set_up(table: QTableWidget, name: str, heads: Sequence[str], widths: dict[int, int], *, stretched: int) -> None:
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.setAccessibleName(name)
    set_style(table, kind="spaced")
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setTextElideMode(Qt.TextElideMode.ElideRight)
    table.setWordWrap(False)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    for place, width in widths.items():
        table.setColumnWidth(place, width)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
