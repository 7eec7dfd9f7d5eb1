"""The outline as a tree."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QKeyCombination, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from editor.desk.overview import Overview
from editor.model.language import tr
from editor.ui.outline.chosen import ChosenRows
from editor.ui.outline.delegate import OutlineDelegate
from editor.ui.outline.drops import OutlineDrops
from editor.ui.outline.folds import OutlineFolds
from editor.ui.outline.model import OutlineModel
from editor.ui.outline.rows import GROUPS, OutlineRowKind, article_keys, outline_rows
from editor.ui.theme.apply import set_style

# of the pointer in the picture of what is dragged
_BESIDE = QPoint(-16, -20)
_CTRL = Qt.KeyboardModifier.ControlModifier
_MOVES = (QKeyCombination(_CTRL, Qt.Key.Key_Up), QKeyCombination(_CTRL, Qt.Key.Key_Down))


class OutlineView(QTreeView):
    """Shows where everything of the issue stands; choosing a row opens it. chosen: what is selected."""

    article_chosen = Signal(str)
    part_chosen = Signal(str)
    menu_wanted = Signal(object)
    discard_wanted = Signal()
    moved = Signal(tuple, object)
    renamed = Signal(str, str)
    overviewed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("目录"))
        self._rows = OutlineModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(OutlineDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.chosen, self._folds = ChosenRows(self, self._rows), OutlineFolds(self, self._rows)
        self.drops = OutlineDrops(self, self._rows)
        self._only = ""
        self.setViewportMargins(0, 8, 0, 8)
        set_style(self, ground="sidebar")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self._rows.dropped.connect(self.moved)
        self._rows.renamed.connect(self.renamed)

    def show_overview(self, seen: Overview, findings: Mapping[str, str], *, writable: bool) -> None:
        """Show an issue; chosen rows and folded sections stay where they are still there. findings: level by key."""
        key, chosen, folded = self.current_key(), self.chosen.keys(), self._folds.folded()
        self._rows.writable = writable
        if self._rows.show_rows(outline_rows(seen, findings)):
            self._folds.restore(folded)
            self.choose(key)
            self.chosen.select(chosen)
        if self._only:
            self._hide_others()
        self.overviewed.emit(seen)

    def show_only(self, step: str) -> None:
        """Show of the articles those that stand at a step; empty: all of them."""
        self._only = step
        self._hide_others()

    def unfold(self, key: str) -> bool:
        """Show what a group holds, with its row current; False where there is no such row."""
        index = self._rows.find(key)
        if not index.isValid():
            return False
        self.expand(index)
        self.setCurrentIndex(index)
        self.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)
        return True

    def rename(self) -> None:
        """Let the user write the current article's title in its row."""
        if self.currentIndex().isValid() and self._rows.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())

    def current_key(self) -> str:
        """Return the key of the chosen row, empty for none."""
        row = self._rows.row_at(self.currentIndex())
        return row.key if row else ""

    def choose(self, key: str) -> None:
        """Choose a row without announcing it."""
        index = self._rows.find(key)
        if index.isValid() and index != self.currentIndex():
            selection = self.selectionModel()
            selection.currentChanged.disconnect(self._on_current_changed)
            self.setCurrentIndex(index)
            selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            selection.currentChanged.connect(self._on_current_changed)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) article."""
        model = self._rows
        places = ((key, model.find(key)) for key in article_keys(model.rows))
        keys = [key for key, at in places if not (self._only and self.isRowHidden(at.row(), at.parent()))]
        if not keys:
            return
        here = keys.index(self.current_key()) + by if self.current_key() in keys else 0
        self.setCurrentIndex(model.find(keys[min(max(here, 0), len(keys) - 1)]))

    def startDrag(self, actions: Qt.DropAction) -> None:
        # as the view does, but the rows' picture hangs below the pointer, where it hides no drop line
        drag = QDrag(self)
        drag.setMimeData(self._rows.mimeData(self.selectedIndexes()))
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.setHotSpot(_BESIDE)
        drag.exec(actions, self.defaultDropAction())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.discard_wanted.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            # commands of the window; where they rest it says why
            event.ignore()
        else:
            super().keyPressEvent(event)

    def drawBranches(self, _painter: QPainter, _rect: object, _index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint nothing: the delegate draws the whole row."""

    def _hide_others(self) -> None:
        model = self._rows
        for place, row in enumerate(model.rows):
            section = model.index(place, 0)
            for at, child in enumerate(row.children):
                other = child.standing is not None and child.standing.step != self._only
                self.setRowHidden(at, section, bool(self._only) and other)

    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_wanted.emit(self.viewport().mapToGlobal(point))

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self._rows.row_at(current)
        if row and row.kind is OutlineRowKind.ARTICLE:
            self.article_chosen.emit(row.key)
        elif row and row.kind is OutlineRowKind.PART:
            self.part_chosen.emit(row.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row and row.kind in GROUPS:
            self.setExpanded(index, not self.isExpanded(index))
