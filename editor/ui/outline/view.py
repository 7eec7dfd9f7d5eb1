"""The outline as a tree."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QKeyCombination, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from editor.desk.overview import Overview
from editor.model.language import tr
from editor.ui.outline.delegate import OutlineDelegate
from editor.ui.outline.model import OutlineModel
from editor.ui.outline.rows import GROUPS, OutlineRow, OutlineRowKind, outline_rows
from editor.ui.theme.apply import set_style

_LONG = 300
_CTRL = Qt.KeyboardModifier.ControlModifier
_MOVES = (QKeyCombination(_CTRL, Qt.Key.Key_Up), QKeyCombination(_CTRL, Qt.Key.Key_Down))


class OutlineView(QTreeView):
    """Shows where everything of the issue stands; choosing a row opens it."""

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
        self.setModel(OutlineModel(self))
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
        self._known: set[str] = set()
        self._only = ""
        self.setViewportMargins(0, 8, 0, 8)
        set_style(self, ground="sidebar")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self._outline().dropped.connect(self.moved)
        self._outline().renamed.connect(self.renamed)

    def show_overview(self, seen: Overview, findings: Mapping[str, str], *, writable: bool) -> None:
        """Show an issue; chosen rows and folded sections stay where they are still there. findings: level by key."""
        key, chosen, folded = self.current_key(), self.chosen_keys(), self._folded()
        self._outline().writable = writable
        if self._outline().show_rows(outline_rows(seen, findings)):
            self._unfold(folded)
            self.choose(key)
            self.select_keys(chosen)
        if self._only:
            self._hide_others()
        self.overviewed.emit(seen)

    def show_only(self, step: str) -> None:
        """Show of the articles those that stand at a step; empty: all of them."""
        self._only = step
        self._hide_others()

    def unfold(self, key: str) -> bool:
        """Show what a group holds, with its row current; False where there is no such row."""
        index = self._outline().find(key)
        if not index.isValid():
            return False
        self.expand(index)
        self.setCurrentIndex(index)
        self.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)
        return True

    def chosen_keys(self) -> tuple[str, ...]:
        """Return the keys of the selected rows, in the order in which they stand."""
        rows = [(index, self._outline().row_at(index)) for index in self.selectedIndexes()]
        standing = sorted((pair for pair in rows if pair[1]), key=lambda pair: self.visualRect(pair[0]).top())
        return tuple(row.key for _, row in standing if row)

    def chosen_rows(self) -> tuple[OutlineRow, ...]:
        """Return the selected rows, in the order in which they stand."""
        found = (self._outline().row_at(self._outline().find(key)) for key in self.chosen_keys())
        return tuple(row for row in found if row)

    def chosen_articles(self) -> tuple[str, ...]:
        """Return the selected articles that are not in the trash."""
        return tuple(row.key for row in self.chosen_rows() if row.kind is OutlineRowKind.ARTICLE)

    def chosen_discarded(self) -> tuple[str, ...]:
        """Return the selected articles of the trash."""
        return tuple(row.key for row in self.chosen_rows() if row.kind is OutlineRowKind.DISCARDED)

    def select_keys(self, keys: tuple[str, ...]) -> None:
        """Select rows beside the current one, without announcing it."""
        for key in keys:
            index = self._outline().find(key)
            if index.isValid():
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    def rename(self) -> None:
        """Let the user write the current article's title in its row."""
        if self.currentIndex().isValid() and self._outline().flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())

    def current_key(self) -> str:
        """Return the key of the chosen row, empty for none."""
        row = self._outline().row_at(self.currentIndex())
        return row.key if row else ""

    def choose(self, key: str) -> None:
        """Choose a row without announcing it."""
        index = self._outline().find(key)
        if index.isValid() and index != self.currentIndex():
            selection = self.selectionModel()
            selection.currentChanged.disconnect(self._on_current_changed)
            self.setCurrentIndex(index)
            selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            selection.currentChanged.connect(self._on_current_changed)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) article."""
        model = self._outline()
        keys = tuple(key for key in model.article_keys() if not self._hidden(model.find(key)))
        if not keys:
            return
        here = keys.index(self.current_key()) + by if self.current_key() in keys else 0
        self.setCurrentIndex(model.find(keys[min(max(here, 0), len(keys) - 1)]))

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

    def _outline(self) -> OutlineModel:
        model = self.model()
        assert isinstance(model, OutlineModel), "the view has one model from its beginning"  # noqa: S101
        return model

    def _hidden(self, index: QModelIndex) -> bool:
        return bool(self._only) and self.isRowHidden(index.row(), index.parent())

    def _hide_others(self) -> None:
        model = self._outline()
        for place, row in enumerate(model.rows()):
            section = model.index(place, 0)
            for at, child in enumerate(row.children):
                other = child.standing is not None and child.standing.step != self._only
                self.setRowHidden(at, section, bool(self._only) and other)

    def _folded(self) -> list[str]:
        model = self._outline()
        indexes = [model.index(place, 0) for place in range(model.rowCount())]
        rows = [(model.row_at(index), index) for index in indexes]
        return [row.key for row, index in rows if row and row.kind in GROUPS and not self.isExpanded(index)]

    def _unfold(self, folded: list[str]) -> None:
        """Open every section that was not folded; the trash begins folded, and what is too long to be read through."""
        model = self._outline()
        for place, row in enumerate(model.rows()):
            if row.kind in GROUPS:
                fresh = row.key not in self._known
                long = row.kind is OutlineRowKind.TRASH or len(row.children) > _LONG
                closed = long if fresh else row.key in folded
                self.setExpanded(model.index(place, 0), not closed)
        self._known = {row.key for row in model.rows()}

    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_wanted.emit(self.viewport().mapToGlobal(point))

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self._outline().row_at(current)
        if row and row.kind is OutlineRowKind.ARTICLE:
            self.article_chosen.emit(row.key)
        elif row and row.kind is OutlineRowKind.PART:
            self.part_chosen.emit(row.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._outline().row_at(index)
        if row and row.kind in GROUPS:
            self.setExpanded(index, not self.isExpanded(index))
