"""The left column: kept searches and facets, walked through and ticked by keys as by clicks."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from editor.desk.archive.asking import Asked, SavedSearch
from editor.desk.archive.values import SearchField
from editor.model.language import tr
from editor.ui.archive.search import Facets
from editor.ui.archive.side_delegate import SideDelegate
from editor.ui.archive.side_rows import FacetRow, MoreRow, SavedRow, SideHead, SideRow, side_rows
from editor.ui.kit.headed_list import HeadedList

_ACT = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SideList(HeadedList[SideHead, SideRow]):
    """toggled: a value of a field; saved_chosen, rename_wanted, remove_wanted: a kept search."""

    toggled = Signal(object, str)
    saved_chosen = Signal(object)
    rename_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("常用检索和筛选"), SideRow, SideDelegate(), parent)
        self._asked, self._saved = Asked(), tuple[SavedSearch, ...]()
        self._facets: Facets = {}
        self._unfolded: frozenset[SearchField] = frozenset()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.clicked.connect(self._on_row_clicked)

    def show_side(self, asked: Asked, facets: Facets, saved: Sequence[SavedSearch]) -> None:
        """Show what can be ticked and what is, and the kept searches."""
        self._asked, self._facets, self._saved = asked, facets, tuple(saved)
        at, held = self.currentIndex().row(), self.current
        self.show_rows(tuple(side_rows(asked, facets, self._saved, self._unfolded)))
        if isinstance(held, SavedRow) and self.current is None:
            # renamed, or gone: the keys go on from there
            self.pick(min(at, len(self.rows) - 1))

    def key_of(self, row: SideRow) -> object:
        """Return by what a row is known again when its count or its tick is another."""
        return type(row), row.key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.current
        if key in _ACT and row is not None:
            self._act(row)
        elif key == Qt.Key.Key_F2 and isinstance(row, SavedRow):
            self.rename_wanted.emit(row.saved)
        elif key == Qt.Key.Key_Delete and isinstance(row, SavedRow):
            self.remove_wanted.emit(row.saved)
        else:
            super().keyPressEvent(event)

    def menu_of(self, row: SavedRow) -> QMenu:
        """Return what can be done with a kept search."""
        menu = QMenu(self)
        menu.addAction(tr("改名…\tF2"), lambda: self.rename_wanted.emit(row.saved))
        menu.addAction(tr("删掉\tDelete"), lambda: self.remove_wanted.emit(row.saved))
        return menu

    def _on_row_clicked(self, _index: QModelIndex) -> None:
        row = self.current
        if row is not None:
            self._act(row)

    def _on_menu_wanted(self, at: QPoint) -> None:
        row = self.rows[self.indexAt(at).row()] if self.indexAt(at).isValid() else None
        if isinstance(row, SavedRow):
            menu = self.menu_of(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def _act(self, row: SideRow) -> None:
        match row:
            case FacetRow():
                self.toggled.emit(row.field, row.value)
            case SavedRow():
                self.saved_chosen.emit(row.saved)
            case MoreRow():
                self._unfolded ^= {row.field}
                self.show_side(self._asked, self._facets, self._saved)
