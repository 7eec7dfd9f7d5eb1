"""The outline as Qt reads it: what its rows say, and what a drag or a new title wants."""

from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from editor.model.edits import ArticlePosition
from editor.ui.outline.rows import PLACES, OutlineRow, OutlineRowKind
from editor.ui.outline.tree import Index, OutlineTree

ROW_ROLE = Qt.ItemDataRole.UserRole
ARTICLES_FORMAT = "application/x-bulletin-articles"
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DRAG, _DROP = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled
# made once: the view asks for every row, and combining flags costs more than finding the row
_WRITE = dict.fromkeys(OutlineRowKind, _READ) | {
    OutlineRowKind.ARTICLE: _READ | Qt.ItemFlag.ItemIsEditable | _DRAG | _DROP,
    OutlineRowKind.DISCARDED: _READ | _DRAG,
    OutlineRowKind.HINT: _READ | _DROP,
    **dict.fromkeys(PLACES, _READ | _DROP),
}


class OutlineModel(OutlineTree):
    """It changes nothing: it tells what is wanted. dropped: keys of articles, where they go; renamed: key, title."""

    dropped = Signal(tuple, object)
    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writable = False

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(part for part in (row.leading, row.title, row.trailing) if part)
            case _:
                return row if role == ROW_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        row = self.row_at(index)
        title = str(value).strip()
        if row is None or role != Qt.ItemDataRole.EditRole or not title or title == row.title:
            return False
        self.renamed.emit(row.key, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        return _WRITE[row.kind] if row and self.writable else _READ

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ARTICLES_FORMAT]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: ANN401 - a sequence of indexes
        keys = [row.key for index in indexes if (row := self.row_at(index)) and _can_move(row)]
        data = QMimeData()
        data.setData(ARTICLES_FORMAT, "\n".join(keys).encode())
        return data

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        return self.writable and data.hasFormat(ARTICLES_FORMAT) and self.place_for(row, parent) is not None

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        place = self.place_for(row, parent)
        keys = tuple(bytes(data.data(ARTICLES_FORMAT).data()).decode().split())
        if place and keys:
            self.dropped.emit(keys, place)
        # never the view's to take rows out: new ones are shown when the work has changed
        return False

    def place_for(self, row: int, parent: Index) -> ArticlePosition | None:
        """Return where a drop goes: between two articles, on one (below it), or on a section (at its end)."""
        above = self.row_at(parent)
        if above is None:
            return None
        if above.kind is OutlineRowKind.HINT:
            section = self.row_at(self.parent(parent))
            return ArticlePosition(section=section.place, position=0) if section else None
        if above.kind is OutlineRowKind.ARTICLE:
            section = self.row_at(self.parent(parent))
            return (
                ArticlePosition(section=section.place, position=parent.row() + 1)
                if section and section.kind in PLACES
                else None
            )
        if above.kind not in PLACES:
            return None
        return ArticlePosition(section=above.place, position=_articles_in(above) if row < 0 else row)


def _articles_in(row: OutlineRow) -> int:
    return sum(child.kind is OutlineRowKind.ARTICLE for child in row.children)


def _can_move(row: OutlineRow) -> bool:
    return row.kind in (OutlineRowKind.ARTICLE, OutlineRowKind.DISCARDED)
