"""Fields with their names: in two columns, in one where two have no room for what they say."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from editor.ui.kit.widgets import label

# px between the two columns, and the width from which there are two
_BETWEEN, _TWO_COLUMNS = 16, 400


class FactsGrid(QWidget):
    """Row by row, in the order given."""

    def __init__(self, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self._grid, self._columns = QGridLayout(self), 0
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(2)
        self._named = [(label(field.accessibleName(), ink="text2"), field) for field in fields]
        for name, field in self._named:
            name.setBuddy(field)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= _TWO_COLUMNS else 1
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for place, (name, field) in enumerate(self._named):
            row, side = divmod(place, columns)
            name.setContentsMargins(_BETWEEN * side, 0, 0, 0)
            self._grid.addWidget(name, row, 2 * side)
            self._grid.addWidget(field, row, 2 * side + 1)
        self._grid.setColumnMinimumWidth(0, 60)
        self._grid.setColumnMinimumWidth(2, 60 if columns > 1 else 0)
        self._grid.setColumnStretch(1, 11)
        self._grid.setColumnStretch(3, 9 if columns > 1 else 0)
