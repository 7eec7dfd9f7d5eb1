"""The list of hits: arrows walk through it, Enter opens."""

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from editor.desk.archive.values import Found, Hit
from editor.model.language import tr
from editor.ui.archive.hits_delegate import HitsDelegate
from editor.ui.archive.hits_model import HitsModel
from editor.ui.archive.search import FIRST

_Index = QModelIndex | QPersistentModelIndex
_ABOVE = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HitsList(QListView):
    """picked: another hit is in hand, or none; opened: the user wants to see it in its issue."""

    picked = Signal()
    opened = Signal()
    left_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitsModel(self)
        self._showing = False
        self.setAccessibleName(tr("检索结果"))
        self.setModel(self.hits)
        self.setItemDelegate(HitsDelegate(self))
        self.setUniformItemSizes(True)
        self.setViewportMargins(0, _ABOVE, 0, 0)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(40)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    @property
    def current(self) -> Hit | None:
        """The hit in hand, None for none."""
        at = self.currentIndex().row()
        return self.hits.hits[at] if 0 <= at < len(self.hits.hits) else None

    @property
    def at_top(self) -> bool:
        """Whether the first hits are in view, and no others were asked for."""
        return self.verticalScrollBar().value() == 0 and len(self.hits.hits) <= FIRST

    def show_found(self, found: Found, *, held: str = "", pick: bool = True) -> None:
        """Show another answer. pick: take its first hit in hand, or the one of an article where it is there."""
        self._showing = True
        self.hits.show_found(found)
        same = [at for at, hit in enumerate(found.hits) if hit.article == held]
        if found.hits and (pick or same):
            self.setCurrentIndex(self.hits.index(same[0] if same else 0, 0))
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()
        self._showing = False
        self.picked.emit()

    def step(self, by: int) -> None:
        """Take the next hit (1) or the one before (-1) in hand."""
        at = self.currentIndex().row() + by
        if 0 <= at < len(self.hits.hits):
            self.setCurrentIndex(self.hits.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        # a new answer tells of itself once it is whole
        if current.isValid() and not self._showing:
            self.picked.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
