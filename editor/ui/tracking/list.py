"""The list of changes: arrows and clicks lead to a change, Enter accepts it, Delete rejects it."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from editor.model.language import tr
from editor.text.tracked import ChangeDecision
from editor.ui.theme.apply import set_style
from editor.ui.tracking.delegate import ChangesDelegate
from editor.ui.tracking.model import ChangesModel
from editor.ui.tracking.rows import ChangeRow, Row

_VERDICTS = {
    Qt.Key.Key_Return: ChangeDecision.ACCEPTED,
    Qt.Key.Key_Enter: ChangeDecision.ACCEPTED,
    Qt.Key.Key_Delete: ChangeDecision.REJECTED,
    Qt.Key.Key_Backspace: ChangeDecision.REJECTED,
}
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChangesList(QListView):
    """chosen: the user turned to a change. decided: what becomes of the one in hand. picked: another is in hand."""

    chosen = Signal(object)
    decided = Signal(object)
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("修订列表"))
        self._changes = ChangesModel(self)
        self.setModel(self._changes)
        self.setItemDelegate(ChangesDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_style(self, ground="sidebar")
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._changes.rows

    @property
    def current(self) -> ChangeRow | None:
        """The change in hand, None for none."""
        at = self.currentIndex().row()
        row = self.rows[at] if 0 <= at < len(self.rows) else None
        return row if isinstance(row, ChangeRow) else None

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the change in hand stays in hand, and the list where it is."""
        if rows == self.rows:
            return
        held, scrolled = self.current, self.verticalScrollBar().value()
        self._changes.show_rows(rows)
        if held in rows:
            self._pick(rows.index(held))
        self.verticalScrollBar().setValue(scrolled)
        self.picked.emit()

    def step(self, by: int) -> None:
        """Turn to the next (1) or previous (-1) change; at the end nothing happens."""
        place = self.currentIndex().row() + by
        while 0 <= place < len(self.rows) and not isinstance(self.rows[place], ChangeRow):
            place += by
        if 0 <= place < len(self.rows):
            self._turn_to(place)

    def go_on(self, number: int) -> None:
        """Turn to the change of a number, counted from 0 through all; to the last where there are fewer."""
        places = [place for place, row in enumerate(self.rows) if isinstance(row, ChangeRow)]
        if places:
            self._turn_to(places[min(number, len(places) - 1)])

    def number(self) -> int:
        """Return the number of the change in hand, counted from 0 through all; 0 for none."""
        return sum(isinstance(row, ChangeRow) for row in self.rows[: max(self.currentIndex().row(), 0)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _VERDICTS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.current:
                self.decided.emit(_VERDICTS[key])
        elif key in _MOVES and not event.modifiers():
            self.step(_MOVES[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def _pick(self, place: int) -> None:
        index = self._changes.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _turn_to(self, place: int) -> None:
        self._pick(place)
        row = self.current
        if row:
            self.chosen.emit(row)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.current:
            self._turn_to(index.row())
