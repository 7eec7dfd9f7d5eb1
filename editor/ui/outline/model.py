"""The outline as Qt reads it: new facts change rows in place, so that selection and scrolling stay."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.ui.outline.rows import Row

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TOP = -1


class OutlineModel(QAbstractItemModel):
    """Two levels: parts and sections, articles below their section."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> bool:
        """Show these rows. Returns whether the structure changed, and with it every index."""
        if _structure(rows) == _structure(self._rows):
            self._rows = rows
            self._announce()
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def row_at(self, index: _Index) -> Row | None:
        """Return the row behind an index, None for an invalid one."""
        if not index.isValid():
            return None
        place, inside = index.row(), _section_of(index)
        return self._rows[place] if inside == _TOP else self._rows[inside].children[place]

    def find(self, key: str) -> QModelIndex:
        """Return the index of a key, an invalid one where there is none."""
        for place, row in enumerate(self._rows):
            if row.key == key:
                return self.index(place, 0)
            for inner, child in enumerate(row.children):
                if child.key == key:
                    return self.index(inner, 0, self.index(place, 0))
        return QModelIndex()

    def article_keys(self) -> tuple[str, ...]:
        """Return the articles' keys in printed order."""
        return tuple(child.key for row in self._rows for child in row.children)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = QModelIndex()) -> Any:  # noqa: ANN401, B008
        inside = _section_of(index) if index.isValid() else _TOP
        return QModelIndex() if inside == _TOP else self.createIndex(inside, 0, 0)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._rows)
        return len(self._rows[parent.row()].children) if _section_of(parent) == _TOP else 0

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(part for part in (row.leading, row.title, row.trailing) if part)
            case _:
                return row if role == ROW_ROLE else None

    def _announce(self) -> None:
        if not self._rows:
            return
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        for place, row in enumerate(self._rows):
            if row.children:
                above = self.index(place, 0)
                self.dataChanged.emit(self.index(0, 0, above), self.index(len(row.children) - 1, 0, above))


def _section_of(index: _Index) -> int:
    return int(index.internalId()) - 1


def _structure(rows: tuple[Row, ...]) -> list[tuple[str, list[str]]]:
    return [(row.key, [child.key for child in row.children]) for row in rows]
