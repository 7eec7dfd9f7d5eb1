"""A list of rows under headings, of which one is in hand: arrows and clicks lead to it, headings cannot be chosen."""

from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QItemSelection, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget

from editor.ui.theme.apply import set_style

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SpokenRow(Protocol):
    """What a row has to say. spoken: for the tooltip and the screen reader."""

    @property
    def spoken(self) -> str:
        """The row in words."""


Head = TypeVar("Head", bound=SpokenRow)
Entry = TypeVar("Entry", bound=SpokenRow)


class _Rows(QAbstractListModel):
    def __init__(self, entry: type[SpokenRow], parent: QObject) -> None:
        super().__init__(parent)
        self._entry, self.rows = entry, tuple[SpokenRow, ...]()

    def show_rows(self, rows: tuple[SpokenRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        entry = index.isValid() and isinstance(self.rows[index.row()], self._entry)
        return _ENABLED if entry else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return row.spoken if isinstance(row, self._entry) else getattr(row, "title", row.spoken)
            case _:
                return row if role == ROW_ROLE else None


class HeadedList(QListView, Generic[Head, Entry]):
    """chosen: the user turned to an entry. picked: another is in hand."""

    chosen = Signal(object)
    picked = Signal()

    def __init__(
        self, name: str, entry: type[Entry], delegate: QStyledItemDelegate, parent: QWidget | None = None
    ) -> None:
        """name: for the screen reader; entry: the kind of row that can be in hand, all others are headings."""
        super().__init__(parent)
        self._entry, self._model = entry, _Rows(entry, self)
        self.setAccessibleName(name)
        self.setModel(self._model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_style(self, ground="sidebar")
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> tuple[Head | Entry, ...]:
        """All rows."""
        return self._model.rows  # type: ignore[return-value]

    @property
    def current(self) -> Entry | None:
        """The entry in hand, None for none."""
        at = self.currentIndex().row()
        row = self.rows[at] if 0 <= at < len(self.rows) else None
        return row if isinstance(row, self._entry) else None

    def key_of(self, row: Entry) -> object:
        """Return by what an entry is known again when the rows are others."""
        return row

    def show_rows(self, rows: tuple[Head | Entry, ...]) -> None:
        """Show these rows; the entry in hand stays in hand, and the list where it is."""
        if rows == self.rows:
            return
        held, scrolled = self.current, self.verticalScrollBar().value()
        self._model.show_rows(rows)
        same = [at for at, row in self.entries() if held is not None and self.key_of(row) == self.key_of(held)]
        if same:
            self.pick(same[0])
        self.verticalScrollBar().setValue(scrolled)
        self.picked.emit()

    def entries(self) -> list[tuple[int, Entry]]:
        """Return the entries with their places."""
        return [(place, row) for place, row in enumerate(self.rows) if isinstance(row, self._entry)]

    def step(self, by: int) -> None:
        """Turn to the next (1) or previous (-1) entry; at the end nothing happens."""
        place = self.currentIndex().row() + by
        while 0 <= place < len(self.rows) and not isinstance(self.rows[place], self._entry):
            place += by
        if 0 <= place < len(self.rows):
            self.turn_to(place)

    def go_on(self, number: int) -> None:
        """Turn to the entry of a number, counted from 0 through all; to the last where there are fewer."""
        places = [place for place, _ in self.entries()]
        if places:
            self.turn_to(places[min(number, len(places) - 1)])

    def number(self) -> int:
        """Return the number of the entry in hand, counted from 0 through all; 0 for none."""
        here = max(self.currentIndex().row(), 0)
        return sum(place < here for place, _ in self.entries())

    def pick(self, place: int) -> None:
        """Take the row of a place in hand."""
        index = self._model.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def turn_to(self, place: int) -> None:
        """Take the row of a place in hand, and tell that the user turned to it."""
        self.pick(place)
        row = self.current
        if row is not None:
            self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES and not event.modifiers():
            self.step(_MOVES[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.current is not None:
            self.turn_to(index.row())
