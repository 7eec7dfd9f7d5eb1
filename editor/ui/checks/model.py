"""The rows as Qt reads them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.model.language import tr
from editor.ui.checks.rows import FindingHeadRow, FindingRow, Row
from editor.ui.kit.levels import LOOKS

ROW_ROLE = Qt.ItemDataRole.UserRole
OPEN_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class FindingsModel(QAbstractListModel):
    """A list of rows, of which one finding may be open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._open = -1

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    @property
    def open_row(self) -> int:
        """Place of the open row, -1 for none."""
        return self._open

    @property
    def opened(self) -> FindingRow | None:
        """The open finding, None for none."""
        row = self._rows[self._open] if 0 <= self._open < len(self._rows) else None
        return row if isinstance(row, FindingRow) else None

    def standing(self) -> list[int]:
        """Return the places of the findings that stand, without those let stand as they are."""
        return [place for place, row in enumerate(self._rows) if isinstance(row, FindingRow) and row.waived is None]

    def beside(self, place: int, by: int) -> int:
        """Return the place of the next (1) or previous (-1) row that is no heading, -1 for none."""
        at = place + by
        while 0 <= at < len(self._rows) and isinstance(self._rows[at], FindingHeadRow):
            at += by
        return at if 0 <= at < len(self._rows) else -1

    def open_at(self, place: int) -> None:
        """Open another row, -1 for none; the rows stay."""
        closed, self._open = self._open, place
        for row in {closed, place} - {-1}:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def show_rows(self, rows: tuple[Row, ...], open_row: int) -> None:
        """Show these rows, one of them open or none (-1)."""
        self.beginResetModel()
        self._rows, self._open = rows, open_row
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        heading = index.isValid() and isinstance(self._rows[index.row()], FindingHeadRow)
        return Qt.ItemFlag.NoItemFlags if heading or not index.isValid() else _ENABLED

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.finding.message if isinstance(row, FindingRow) else row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row)
            case _:
                return {ROW_ROLE: row, OPEN_ROLE: index.row() == self._open}.get(role)


def _tip(row: Row) -> str | None:
    if isinstance(row, FindingHeadRow):
        return "\n".join(filter(None, (row.title, row.trailing)))
    if not isinstance(row, FindingRow):
        return None
    return "\n".join(part for part in (row.finding.message, row.trailing if row.waived else "") if part)


def _spoken(row: Row) -> str:
    if isinstance(row, FindingHeadRow):
        return tr("，").join(filter(None, (row.spoken, row.trailing)))
    if not isinstance(row, FindingRow):
        return row.spoken
    parts = (
        tr("已放行") if row.waived else LOOKS[row.finding.level].word,
        row.finding.message,
        row.place,
        row.trailing,
    )
    return tr("，").join(part for part in parts if part)
