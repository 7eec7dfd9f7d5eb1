"""The outline as Qt reads it: new facts change rows in place, so that selection and scrolling stay."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor.model.edits import ArticlePosition
from editor.ui.outline.rows import PLACES, OutlineRow, OutlineRowKind

ROW_ROLE = Qt.ItemDataRole.UserRole
ARTICLES_FORMAT = "application/x-bulletin-articles"
_Index = QModelIndex | QPersistentModelIndex
_TOP = -1
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DRAG, _DROP = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled
# made once: the view asks for every row, and combining flags costs more than finding the row
_WRITE = dict.fromkeys(OutlineRowKind, _READ) | {
    OutlineRowKind.ARTICLE: _READ | Qt.ItemFlag.ItemIsEditable | _DRAG | _DROP,
    OutlineRowKind.DISCARDED: _READ | _DRAG,
    OutlineRowKind.HINT: _READ | _DROP,
    **dict.fromkeys(PLACES, _READ | _DROP),
}


class OutlineModel(QAbstractItemModel):
    """Two levels: parts and sections, articles below their section. It changes nothing: it tells what is wanted."""

    dropped = Signal(tuple, object)
    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OutlineRow, ...] = ()
        self._places: dict[str, tuple[int, int]] = {}
        self.writable = False

    def show_rows(self, rows: tuple[OutlineRow, ...]) -> bool:
        """Show these rows. Returns whether the structure changed, and with it every index."""
        if _structure(rows) == _structure(self._rows):
            before, self._rows = self._rows, rows
            self._announce(before)
            return False
        self.beginResetModel()
        self._rows, self._places = rows, _places(rows)
        self.endResetModel()
        return True

    def row_at(self, index: _Index) -> OutlineRow | None:
        """Return the row behind an index, None for an invalid one."""
        if not index.isValid():
            return None
        place, inside = index.row(), _section_of(index)
        return self._rows[place] if inside == _TOP else self._rows[inside].children[place]

    def find(self, key: str) -> QModelIndex:
        """Return the index of a key, an invalid one where there is none."""
        inside, place = self._places.get(key, (_TOP, _TOP))
        return self.createIndex(place, 0, inside + 1) if place != _TOP else QModelIndex()

    def rows(self) -> tuple[OutlineRow, ...]:
        """Return the top rows."""
        return self._rows

    def article_keys(self) -> tuple[str, ...]:
        """Return the articles' keys in printed order."""
        return tuple(child.key for row in self._rows for child in row.children if child.kind is OutlineRowKind.ARTICLE)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

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
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(part for part in (row.leading, row.title, row.trailing) if part)
            case _:
                return row if role == ROW_ROLE else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        row = self.row_at(index)
        title = str(value).strip()
        if row is None or role != Qt.ItemDataRole.EditRole or not title or title == row.title:
            return False
        self.renamed.emit(row.key, title)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
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

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: _Index) -> bool:
        return self.writable and data.hasFormat(ARTICLES_FORMAT) and self.place_for(row, parent) is not None

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: _Index) -> bool:
        place = self.place_for(row, parent)
        keys = tuple(bytes(data.data(ARTICLES_FORMAT).data()).decode().split())
        if place and keys:
            self.dropped.emit(keys, place)
        # never the view's to take rows out: new ones are shown when the work has changed
        return False

    def place_for(self, row: int, parent: _Index) -> ArticlePosition | None:
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

    def _announce(self, before: tuple[OutlineRow, ...]) -> None:
        """Tell which rows changed, and no others: the view measures and paints every row it is told of."""
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old == new:
                continue
            top = self.index(place, 0)
            self.dataChanged.emit(top, top)
            pairs = enumerate(zip(old.children, new.children, strict=True))
            changed = [inner for inner, (one, other) in pairs if one != other]
            if changed:
                self.dataChanged.emit(self.index(changed[0], 0, top), self.index(changed[-1], 0, top))


def _articles_in(row: OutlineRow) -> int:
    return sum(child.kind is OutlineRowKind.ARTICLE for child in row.children)


def _can_move(row: OutlineRow) -> bool:
    return row.kind in (OutlineRowKind.ARTICLE, OutlineRowKind.DISCARDED)


def _section_of(index: _Index) -> int:
    return int(index.internalId()) - 1


def _structure(rows: tuple[OutlineRow, ...]) -> list[tuple[str, list[str]]]:
    return [(row.key, [child.key for child in row.children]) for row in rows]


def _places(rows: tuple[OutlineRow, ...]) -> dict[str, tuple[int, int]]:
    """Return by key the top row that a row stands below, _TOP for none, and its place there."""
    tops = {row.key: (_TOP, place) for place, row in enumerate(rows)}
    inner = {child.key: (place, at) for place, row in enumerate(rows) for at, child in enumerate(row.children)}
    return inner | tops
