"""The list of changes: arrows and clicks lead to one, Space or Enter ticks it, Delete turns it back."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from editor.model.language import tr
from editor.ui.collating.delegate import BOX_SIDE, CollateDelegate
from editor.ui.collating.rows import CollateHeadRow, CollateRow
from editor.ui.kit.headed_list import HeadedList

_TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_RETURNING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CollateList(HeadedList[CollateHeadRow, CollateRow]):
    """tick_wanted, return_wanted: for the change in hand."""

    tick_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("核红列表"), CollateRow, CollateDelegate(), parent)
        self._on_box = False

    def key_of(self, row: CollateRow) -> object:
        """Return the key of a change: its row is another once it is ticked."""
        return row.change.key

    def pick_at(self, where: str, block: str) -> bool:
        """Take the first change of a block in hand, else of its article. Returns whether there is one."""
        of_article = [(place, row) for place, row in self.entries() if row.change.where == where]
        exact = [place for place, row in of_article if row.change.block == block]
        places = exact or [place for place, _ in of_article]
        if places:
            self.pick(places[0])
        return bool(places)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _TICKING and plain:
            self.tick_wanted.emit()
        elif key in _RETURNING and plain:
            self.return_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.visualRect(self.indexAt(event.position().toPoint()))
        self._on_box = 0 <= event.position().x() - place.left() < BOX_SIDE
        super().mousePressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.current and self._on_box:
            self.tick_wanted.emit()
        else:
            super()._on_clicked(index)
