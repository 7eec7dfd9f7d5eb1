"""The outline as a tree."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from editor.desk.overview import Overview
from editor.ui.outline.delegate import OutlineDelegate
from editor.ui.outline.model import OutlineModel
from editor.ui.outline.rows import RowKind, outline_rows
from editor.ui.theme.apply import mark


class OutlineView(QTreeView):
    """Shows where everything of the issue stands; choosing a row opens it."""

    article_chosen = Signal(str)
    part_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("目录")
        self.setModel(OutlineModel(self))
        self.setItemDelegate(OutlineDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setViewportMargins(0, 8, 0, 8)
        mark(self, ground="sidebar")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)

    def show_overview(self, seen: Overview) -> None:
        """Show an issue; the chosen row and folded sections stay where they are still there."""
        key, folded = self.current_key(), self._folded()
        if self._outline().show_rows(outline_rows(seen)):
            self.expandAll()
            for section in folded:
                self.collapse(self._outline().find(section))
            self.choose(key)

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
        keys = self._outline().article_keys()
        if not keys:
            return
        here = keys.index(self.current_key()) + by if self.current_key() in keys else 0
        self.setCurrentIndex(self._outline().find(keys[min(max(here, 0), len(keys) - 1)]))

    def drawBranches(self, _painter: QPainter, _rect: object, _index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint nothing: the delegate draws the whole row."""

    def _outline(self) -> OutlineModel:
        model = self.model()
        assert isinstance(model, OutlineModel), "the view has one model from its beginning"  # noqa: S101
        return model

    def _folded(self) -> list[str]:
        model = self._outline()
        indexes = [model.index(place, 0) for place in range(model.rowCount())]
        rows = [(model.row_at(index), index) for index in indexes if model.rowCount(index)]
        return [row.key for row, index in rows if row and not self.isExpanded(index)]

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self._outline().row_at(current)
        if row and row.kind is RowKind.ARTICLE:
            self.article_chosen.emit(row.key)
        elif row and row.kind is RowKind.PART:
            self.part_chosen.emit(row.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._outline().row_at(index)
        if row and row.kind is RowKind.SECTION:
            self.setExpanded(index, not self.isExpanded(index))
