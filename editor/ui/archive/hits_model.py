"""The hits as a list that grows while one scrolls."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor.desk.archive.values import Found, Hit
from editor.model.language import tr

HIT_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """more_wanted: hits from a place on. total: how many there are in all, also those that are not there yet."""

    more_wanted = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self.total = 0
        self._folios: dict[str, Mapping[str, int]] = {}
        self._asked = False

    def show_found(self, found: Found) -> None:
        """Show the first hits of another answer."""
        self.beginResetModel()
        self.hits, self.total, self._asked = self._placed(found.hits), found.total, False
        self.endResetModel()

    def add(self, found: Found) -> None:
        """Show more hits behind the others."""
        self._asked = False
        if not found.hits:
            # the library has fewer by now
            self.total = len(self.hits)
            return
        first = len(self.hits)
        self.beginInsertRows(QModelIndex(), first, first + len(found.hits) - 1)
        self.hits += self._placed(found.hits)
        self.endInsertRows()

    def show_folios(self, issue: str, folios: Mapping[str, int]) -> None:
        """Show on which pages the hits of an issue were printed. folios: first ones, by article."""
        self._folios[issue] = folios
        for row, hit in enumerate(self.hits):
            if hit.issue == issue and hit.folio is None and hit.article in folios:
                self.hits[row] = replace(hit, folio=folios[hit.article])
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _placed(self, hits: Iterable[Hit]) -> list[Hit]:
        known = self._folios
        return [
            replace(hit, folio=known[hit.issue].get(hit.article)) if hit.folio is None and hit.issue in known else hit
            for hit in hits
        ]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._asked and len(self.hits) < self.total

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(len(self.hits))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return spoken(hit)
            case _:
                return hit if role == HIT_ROLE else None


def place_words(hit: Hit) -> tuple[str, ...]:
    """Return where a hit stands: its issue or what else holds it, its page, section and source."""
    page = tr("{folio:02} 页", folio=hit.folio) if hit.folio is not None else ""
    where = hit.label or hit.state
    return tuple(part for part in (where, page, hit.section, hit.source) if part)


def spoken(hit: Hit) -> str:
    """Return a hit in words, for the screen reader."""
    words = " ".join((hit.title.text.replace("\n", ""), *place_words(hit)))
    return tr("{words}，{n} 处", words=words, n=hit.count) if hit.count else words
