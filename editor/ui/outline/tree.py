"""Rows of two levels as Qt's indexes: new facts change rows in place, so that selection and scrolling stay."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from editor.ui.outline.rows import OutlineRow

Index = QModelIndex | QPersistentModelIndex
_TOP = -1


class OutlineTree(QAbstractItemModel):
    """Parts and sections, articles below their section. rows: the top ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[OutlineRow, ...] = ()
        self._places: dict[str, tuple[int, int]] = {}

    def show_rows(self, rows: tuple[OutlineRow, ...]) -> bool:
        """Show these rows. Returns whether the structure changed, and with it every index."""
        if _structure(rows) == _structure(self.rows):
            before, self.rows = self.rows, rows
            self._announce(before)
            return False
        self.beginResetModel()
        self.rows, self._places = rows, _places(rows)
        self.endResetModel()
        return True

    def row_at(self, index: Index) -> OutlineRow | None:
        """Return the row behind an index, None for an invalid one."""
        if not index.isValid():
            return None
        place, inside = index.row(), _section_of(index)
        return self.rows[place] if inside == _TOP else self.rows[inside].children[place]

    def find(self, key: str) -> QModelIndex:
        """Return the index of a key, an invalid one where there is none."""
        inside, place = self._places.get(key, (_TOP, _TOP))
        return self.createIndex(place, 0, inside + 1) if place != _TOP else QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: ANN401, B008
        inside = _section_of(index) if index.isValid() else _TOP
        return QModelIndex() if inside == _TOP else self.createIndex(inside, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.rows)
        return len(self.rows[parent.row()].children) if _section_of(parent) == _TOP else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def _announce(self, before: tuple[OutlineRow, ...]) -> None:
        """Tell which rows changed, and no others: the view measures and paints every row it is told of."""
        for place, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old == new:
                continue
            top = self.index(place, 0)
            self.dataChanged.emit(top, top)
            pairs = enumerate(zip(old.children, new.children, strict=True))
            changed = [inner for inner, (one, other) in pairs if one != other]
            if changed:
                self.dataChanged.emit(self.index(changed[0], 0, top), self.index(changed[-1], 0, top))


def _section_of(index: Index) -> int:
    return int(index.internalId()) - 1


def _structure(rows: tuple[OutlineRow, ...]) -> list[tuple[str, list[str]]]:
    return [(row.key, [child.key for child in row.children]) for row in rows]


def _places(rows: tuple[OutlineRow, ...]) -> dict[str, tuple[int, int]]:
    """Return by key the top row that a row stands below, _TOP for none, and its place there."""
    tops = {row.key: (_TOP, place) for place, row in enumerate(rows)}
    inner = {child.key: (place, at) for place, row in enumerate(rows) for at, child in enumerate(row.children)}
    return inner | tops
