"""Which sections of the outline are folded, kept while rows come and go."""

from PySide6.QtWidgets import QTreeView

from editor.ui.outline.model import OutlineModel
from editor.ui.outline.rows import GROUPS, OutlineRowKind

_LONG = 300


class OutlineFolds:
    """The trash begins folded, and what is too long to be read through."""

    def __init__(self, view: QTreeView, model: OutlineModel) -> None:
        """Of a view."""
        self._view, self._model = view, model
        self._known: set[str] = set()

    def folded(self) -> list[str]:
        """Return the keys of the groups that are folded."""
        indexes = [self._model.index(place, 0) for place in range(self._model.rowCount())]
        rows = [(self._model.row_at(index), index) for index in indexes]
        return [row.key for row, index in rows if row and row.kind in GROUPS and not self._view.isExpanded(index)]

    def restore(self, folded: list[str]) -> None:
        """Open every group that was not folded; one that is new as it begins."""
        for place, row in enumerate(self._model.rows):
            if row.kind in GROUPS:
                fresh = row.key not in self._known
                long = row.kind is OutlineRowKind.TRASH or len(row.children) > _LONG
                closed = long if fresh else row.key in folded
                self._view.setExpanded(self._model.index(place, 0), not closed)
        self._known = {row.key for row in self._model.rows}
