"""The palette's list: headings and answers, one row each."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.model.language import tr_marked
from editor.ui.palette.entries import Answer

ANSWER_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PaletteRows(QAbstractListModel):
    """Only what can be used now can be chosen. ANSWER_ROLE: of a row its Answer, None for a heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[str | Answer] = []

    def show(self, answers: list[Answer]) -> None:
        """Show answers, which come group by group."""
        self.beginResetModel()
        self._rows = []
        heading = None
        for answer in answers:
            if answer.entry.group != heading:
                heading = answer.entry.group
                self._rows.append(tr_marked(heading))
            self._rows.append(answer)
        self.endResetModel()

    def step(self, row: int, by: int) -> int:
        """Return the row to choose by steps down (up below 0) from one, round the ends; -1 where there is none."""
        usable = [place for place in range(len(self._rows)) if self._usable(place)]
        if not usable:
            return -1
        if row not in usable:
            return usable[0]
        return usable[(usable.index(row) + by) % len(usable)]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ANSWER_ROLE:
            return row if isinstance(row, Answer) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(row, whole=role == Qt.ItemDataRole.AccessibleTextRole)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self._usable(index.row()):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def _usable(self, row: int) -> bool:
        shown = self._rows[row]
        return isinstance(shown, Answer) and not shown.entry.reason


def _words(row: str | Answer, *, whole: bool) -> str:
    """Return what a row says; whole: with all that is painted beside it, for a screen reader."""
    if isinstance(row, str):
        return row
    entry = row.entry
    beside = (entry.reason or entry.trail, *entry.keys) if whole else ()
    return "，".join((entry.text, *filter(None, beside)))
