"""The list of changes: arrows and clicks lead to one, Space or Enter ticks it, Delete turns it back."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from editor.model.language import tr
from editor.ui.collating.delegate import BOX_SIDE, CollateDelegate
from editor.ui.collating.model import CollateModel
from editor.ui.collating.rows import CollateRow, Row
from editor.ui.theme.apply import set_style

_TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_RETURNING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CollateList(QListView):
    """chosen: the user turned to a change. tick_wanted, return_wanted: for the one in hand. picked: another is."""

    chosen = Signal(object)
    tick_wanted = Signal()
    return_wanted = Signal()
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("核红列表"))
        self._changes = CollateModel(self)
        self._on_box = False
        self.setModel(self._changes)
        self.setItemDelegate(CollateDelegate(self))
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
    def current(self) -> CollateRow | None:
        """The change in hand, None for none."""
        at = self.currentIndex().row()
        row = self.rows[at] if 0 <= at < len(self.rows) else None
        return row if isinstance(row, CollateRow) else None

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the change in hand stays in hand, and the list where it is."""
        if rows == self.rows:
            return
        held, scrolled = self.current, self.verticalScrollBar().value()
        self._changes.show_rows(rows)
        same = [place for place, key in self._keys() if held and key == held.change.key]
        if same:
            self._pick(same[0])
        self.verticalScrollBar().setValue(scrolled)
        self.picked.emit()

    def step(self, by: int) -> None:
        """Turn to the next (1) or previous (-1) change; at the end nothing happens."""
        place = self.currentIndex().row() + by
        while 0 <= place < len(self.rows) and not isinstance(self.rows[place], CollateRow):
            place += by
        if 0 <= place < len(self.rows):
            self._turn_to(place)

    def go_on(self, number: int) -> None:
        """Turn to the change of a number, counted from 0 through all; to the last where there are fewer."""
        places = [place for place, _ in self._keys()]
        if places:
            self._turn_to(places[min(number, len(places) - 1)])

    def number(self) -> int:
        """Return the number of the change in hand, counted from 0 through all; 0 for none."""
        return sum(isinstance(row, CollateRow) for row in self.rows[: max(self.currentIndex().row(), 0)])

    def pick_at(self, where: str, block: str) -> bool:
        """Take the first change of a block in hand, else of its article. Returns whether there is one."""
        found = [(place, row) for place, row in enumerate(self.rows) if isinstance(row, CollateRow)]
        of_article = [(place, row) for place, row in found if row.change.where == where]
        exact = [place for place, row in of_article if row.change.block == block]
        places = exact or [place for place, _ in of_article]
        if places:
            self._pick(places[0])
        return bool(places)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _TICKING and plain:
            self.tick_wanted.emit()
        elif key in _RETURNING and plain:
            self.return_wanted.emit()
        elif key in _MOVES and not event.modifiers():
            self.step(_MOVES[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.visualRect(self.indexAt(event.position().toPoint()))
        self._on_box = 0 <= event.position().x() - place.left() < BOX_SIDE
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def _keys(self) -> list[tuple[int, str]]:
        return [(place, row.change.key) for place, row in enumerate(self.rows) if isinstance(row, CollateRow)]

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
        if self.current and self._on_box:
            self.tick_wanted.emit()
        elif self.current:
            self._turn_to(index.row())
