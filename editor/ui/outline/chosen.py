"""The rows of the outline that are selected."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTreeView

from editor.model.edits import ArticlePosition
from editor.ui.outline.model import OutlineModel
from editor.ui.outline.rows import PLACES, OutlineRow, OutlineRowKind


class ChosenRows:
    """In the order in which they stand."""

    def __init__(self, view: QTreeView, model: OutlineModel) -> None:
        """Of a view."""
        self._view, self._model = view, model

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the selected rows."""
        rows = [(index, self._model.row_at(index)) for index in self._view.selectedIndexes()]
        standing = sorted((pair for pair in rows if pair[1]), key=lambda pair: self._view.visualRect(pair[0]).top())
        return tuple(row.key for _, row in standing if row)

    def rows(self) -> tuple[OutlineRow, ...]:
        """Return the selected rows."""
        found = (self._model.row_at(self._model.find(key)) for key in self.keys())
        return tuple(row for row in found if row)

    def articles(self) -> tuple[str, ...]:
        """Return the selected articles that are not in the trash."""
        return tuple(row.key for row in self.rows() if row.kind is OutlineRowKind.ARTICLE)

    def discarded(self) -> tuple[str, ...]:
        """Return the selected articles of the trash."""
        return tuple(row.key for row in self.rows() if row.kind is OutlineRowKind.DISCARDED)

    def place(self) -> ArticlePosition | None:
        """Return the end of the section, or of 待编, that alone is selected; None for anything else."""
        rows = self.rows()
        if len(rows) != 1 or rows[0].kind not in PLACES:
            return None
        return self._model.place_for(-1, self._model.find(rows[0].key))

    def select(self, keys: tuple[str, ...]) -> None:
        """Select rows beside the current one, without announcing it."""
        for key in keys:
            index = self._model.find(key)
            if index.isValid():
                self._view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
