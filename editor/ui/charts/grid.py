"""The numbers of a chart as a small spreadsheet: headings in the first row and column."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from editor.model.language import tr
from editor.text.cell_grid import Grid, grid_from_tabs, trimmed
from editor.text.sanitise import sanitise
from editor.ui.theme.apply import set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_LEAST_ROWS, _LEAST_COLUMNS = 16, 5
_NAMES, _NUMBERS, _HEIGHT = 110, 76, 28
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ChartGrid(QTableWidget):
    """There is always an empty row and column more. pasted: cells that came from elsewhere, to be put in by others."""

    changed = Signal()
    pasted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_LEAST_ROWS, _LEAST_COLUMNS, parent)
        self.setAccessibleName(tr("图表数据"))
        set_style(self, kind="grid")
        self.setItemDelegate(_HeadingDelegate(theme, self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HEIGHT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # between cells Tab goes from an open field alone: the keyboard has to get out of the grid
        self.setTabKeyNavigation(False)
        self.itemChanged.connect(self._on_item_changed)
        self.show_cells(())
        self.setCurrentCell(0, 1)

    @property
    def cells(self) -> Grid:
        """What is written, without empty rows and columns at the ends."""
        rows, columns = range(self.rowCount()), range(self.columnCount())
        return trimmed(tuple(tuple(self._text(row, column) for column in columns) for row in rows))

    def show_cells(self, cells: Grid) -> None:
        """Show other cells."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clearContents()
        self.setRowCount(max(_LEAST_ROWS, len(cells) + 1))
        self.setColumnCount(max(_LEAST_COLUMNS, max(map(len, cells), default=0) + 1))
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                inside = row < len(cells) and column < len(cells[row])
                self.setItem(row, column, self._item(row, column, cells[row][column] if inside else ""))
        for column in range(self.columnCount()):
            self.setColumnWidth(column, _NAMES if column == 0 else _NUMBERS)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.changed.emit()

    def paste(self, data: QMimeData) -> None:
        """Put the cells of a clipboard in from the current one on; from the first one on they are the whole grid."""
        text = sanitise(data.text()).strip("\n")
        if not text:
            return
        cells = grid_from_tabs(text)
        row, column = max(0, self.currentRow()), max(0, self.currentColumn())
        if ((row, column) == (0, 0) or not self.cells) and len(cells) > 1 and len(cells[0]) > 1:
            self.pasted.emit(cells)
            return
        self._put(cells, row, column)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().mimeData())
        elif event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            QGuiApplication.clipboard().setText(self._chosen_text())
            if event.matches(QKeySequence.StandardKey.Cut):
                self._empty_chosen()
        elif event.key() in _EMPTYING:
            self._empty_chosen()
        elif event.key() in _ENTER:
            # of an open field it is taken in first: see closeEditor
            if self.state() != QAbstractItemView.State.EditingState:
                self._step_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._step_down()

    def _item(self, row: int, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        heading = row == 0 or column == 0
        if heading:
            item.setFont(font("strong"))
        if row == column == 0:
            # the unit has a field of its own
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return " ".join(sanitise(item.text()).split()) if item else ""

    def _put(self, cells: Grid, row: int, column: int) -> None:
        before = self.cells
        wide = max(max(map(len, before), default=0), column + len(cells[0]))
        high = max(len(before), row + len(cells))
        made = [[self._text(y, x) for x in range(wide)] for y in range(high)]
        for y, line in enumerate(cells):
            made[row + y][column : column + len(line)] = line
        made[0][0] = ""
        self.show_cells(tuple(map(tuple, made)))
        self.setCurrentCell(row, column)

    def _chosen_text(self) -> str:
        rows = sorted({index.row() for index in self.selectedIndexes()})
        columns = sorted({index.column() for index in self.selectedIndexes()})
        return "\n".join("\t".join(self._text(row, column) for column in columns) for row in rows)

    def _empty_chosen(self) -> None:
        chosen = [(index.row(), index.column()) for index in self.selectedIndexes()]
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        for row, column in chosen:
            self.setItem(row, column, self._item(row, column, ""))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.changed.emit()

    def _step_down(self) -> None:
        row = min(self.currentRow() + 1, self.rowCount() - 1)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.model().index(row, max(0, self.currentColumn())), flag)

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.row() == self.rowCount() - 1 or item.column() == self.columnCount() - 1:
            place = item.row(), item.column()
            self.show_cells(self.cells)
            self.setCurrentCell(*place)
            return
        self.changed.emit()


class _HeadingDelegate(QStyledItemDelegate):
    """Sets headings off from the numbers: the style paints no ground of an item's own."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.row() == 0 or index.column() == 0:
            painter.fillRect(option.rect, self._theme.colour("sunken"))
        super().paint(painter, option, index)


def _is_own(event: QKeyEvent) -> bool:
    """Return whether a key is the grid's, not a shortcut of the window: what is pasted goes into it."""
    keys = QKeySequence.StandardKey
    return any(event.matches(one) for one in (keys.Paste, keys.Copy, keys.Cut))
