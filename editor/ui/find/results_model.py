"""What was found in the library as a tree for the list: issues, their articles, their hits."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from editor.desk.replacing import IssueHits, SearchHit, Skip
from editor.model.block_texts import field_name
from editor.model.language import tr
from editor.ui.find.results import FoundArticle, FoundIssue, SearchResults, found_issue

HIT_ROLE, COUNT_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
SKIP_NAMES = {
    Skip.CLOSED: tr("已签发，不会改动"),
    Skip.SUBMITTED: tr("已送审，不会改动"),
    Skip.PAST: tr("往期，不会改动"),
}
_Index = QModelIndex | QPersistentModelIndex
_SHIFT = 16
_ON, _PART, _OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


class ResultsModel(QAbstractItemModel):
    """Three levels. An index holds its issue, from 1, and its article, from 1, in the bits above.

    Ticks are shown only while something is to be replaced.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found = SearchResults()
        self._replacing = False

    def clear(self) -> None:
        """Forget everything."""
        self.beginResetModel()
        self.found = SearchResults()
        self.endResetModel()
        self.ticks_changed.emit()

    def add(self, found: IssueHits, *, ticked: bool = False) -> None:
        """Add an issue below the others. ticked: whether its hits are chosen from the start."""
        made, row = found_issue(found, ticked=ticked), len(self.found.issues)
        self.beginInsertRows(QModelIndex(), row, row)
        self.found.issues.append(made)
        self.endInsertRows()
        self.ticks_changed.emit()

    def show_ticks(self, *, on: bool) -> None:
        """Show what is ticked, or only what was found."""
        self._replacing = on
        for row in range(len(self.found.issues)):
            self._tell(self.index(row, 0))

    def unlock(self, uid: str) -> None:
        """Let hits of a past issue be ticked; none of them is yet."""
        for row, issue in enumerate(self.found.issues):
            if issue.uid == uid and issue.skip is Skip.PAST:
                issue.skip = None
                self._tell(self.index(row, 0))

    def tick_all(self, *, on: bool) -> None:
        """Tick every hit that may be replaced, or none."""
        for row in range(len(self.found.issues)):
            self.setData(self.index(row, 0), _ON if on else _OFF, Qt.ItemDataRole.CheckStateRole)

    # as Qt asks

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.found.issues)
        issue, article, hit = _place(parent)
        if hit is not None:
            return 0
        return len(
            self.found.issues[issue].articles if article is None else self.found.issues[issue].articles[article].hits
        )

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        issue, article, _ = _place(parent)
        inside = 0 if article is None else article + 1
        return self.createIndex(row, column, (inside << _SHIFT) + issue + 1)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        issue, article, hit = _place(index)
        if article is None:
            return QModelIndex()
        if hit is None:
            return self.createIndex(issue, 0, 0)
        return self.createIndex(article, 0, issue + 1)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._checkable(index) else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        issue, article, hit = _place(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            return _state(self.found.issues[issue], article, hit) if self._checkable(index) else None
        if article is None:
            return _of_issue(self.found.issues[issue], role, replacing=self._replacing)
        found = self.found.issues[issue].articles[article]
        if hit is None:
            return {Qt.ItemDataRole.DisplayRole: found.title, COUNT_ROLE: tr("{n} 处", n=len(found.hits))}.get(role)
        return _of_hit(found.hits[hit], role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        issue, article, hit = _place(index)
        if role != Qt.ItemDataRole.CheckStateRole or not self._checkable(index):
            return False
        for one in _articles(self.found.issues[issue], article):
            one.tick(hit, on=Qt.CheckState(value) == _ON)
        self._tell(self.index(index.row(), 0, index.parent()))
        return True

    def _checkable(self, index: _Index) -> bool:
        return self._replacing and index.isValid() and self.found.issues[_place(index)[0]].skip is None

    def _tell(self, index: QModelIndex) -> None:
        """Tell of an index with what is above and below it."""
        above = index
        while above.isValid():
            self.dataChanged.emit(above, above)
            above = above.parent()
        below = [index]
        while below:
            one = below.pop()
            rows = self.rowCount(one)
            if rows:
                self.dataChanged.emit(self.index(0, 0, one), self.index(rows - 1, 0, one))
                below += [self.index(row, 0, one) for row in range(rows) if self.rowCount(self.index(row, 0, one))]
        self.ticks_changed.emit()


def issue_row(index: _Index) -> int:
    """Return the row of the issue that an index is in, -1 for none."""
    return _place(index)[0] if index.isValid() else -1


def _place(index: _Index) -> tuple[int, int | None, int | None]:
    """Return the issue, the article of it, and the hit of that, None where the index is above."""
    inside, issue = divmod(index.internalId(), 1 << _SHIFT)
    if not issue:
        return index.row(), None, None
    return (issue - 1, inside - 1, index.row()) if inside else (issue - 1, index.row(), None)


def _articles(issue: FoundIssue, article: int | None) -> list[FoundArticle]:
    return issue.articles if article is None else [issue.articles[article]]


def _state(issue: FoundIssue, article: int | None, hit: int | None) -> Qt.CheckState:
    ticked = [one.ticked for one in _articles(issue, article)]
    if hit is not None:
        return _ON if ticked[0][hit] else _OFF
    on, many = sum(map(sum, ticked)), sum(map(len, ticked))
    return _OFF if not on else _ON if on == many else _PART


def _of_issue(issue: FoundIssue, role: int, *, replacing: bool) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return issue.title
    if role == COUNT_ROLE:
        many = tr("{n} 处", n=issue.many)
        return f"{many} · {SKIP_NAMES[issue.skip]}" if issue.skip and replacing else many
    return None


def _of_hit(hit: SearchHit, role: int) -> SearchHit | str | None:
    if role == HIT_ROLE:
        return hit
    name = field_name(hit.field)
    if role == COUNT_ROLE:
        return name
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return f"{hit.before}{hit.found}{hit.after}"
    return None
