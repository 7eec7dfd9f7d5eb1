"""Two versions side by side: one scrolling, lines of equal height, and the way from change to change."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.model.language import tr
from editor.text.comparing import BlockDifference, Comparison
from editor.ui.kit.widgets import hairline
from editor.ui.theme.apply import set_style
from editor.ui.versions.lines import ComparedLine, lines_of
from editor.ui.versions.sheet import Sheet


class Columns(QWidget):
    """place_changed: another change is the current one."""

    place_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, ground="surface")
        self.left, self.right = Sheet(tr("左边的版本")), Sheet(tr("右边的版本"))
        self._comparison: Comparison | None = None
        self._only_changes = False
        self._stops: list[int] = []
        self._at = -1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(hairline(upright=True))
        row.addWidget(self.right, 1)
        # one scroll bar for both, and the same measure beside it
        self.left.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.right.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.left.setContentsMargins(0, 0, self.right.verticalScrollBar().sizeHint().width(), 0)
        one, other = self.left.verticalScrollBar(), self.right.verticalScrollBar()
        one.valueChanged.connect(other.setValue)
        other.valueChanged.connect(one.setValue)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)

    @property
    def count(self) -> int:
        """How many changes there are to go to."""
        return len(self._stops)

    @property
    def at(self) -> int:
        """Which of them is the current one, -1 for none."""
        return self._at

    def show_comparison(self, comparison: Comparison) -> None:
        """Show two versions from their first change."""
        self._comparison = comparison
        self._fill()

    def set_only_changes(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show what differs alone, or all."""
        self._only_changes = on
        self._fill()

    def step(self, by: int) -> None:
        """Go to the next change (1) or the one before (-1), round at the ends."""
        if self._stops:
            self._go((self._at + by) % len(self._stops) if self._at >= 0 else (0 if by > 0 else -1) % len(self._stops))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            # once the style sheet is through as well: it takes fonts away
            QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        if self._comparison is None:
            return
        lines = lines_of(self._comparison, only_changes=self._only_changes)
        self.left.show_lines(lines, later=False)
        self.right.show_lines(lines, later=True)
        self._stops = _stops(lines)
        self._at = -1
        self._fit()
        self.right.verticalScrollBar().setValue(0)
        self.place_changed.emit()

    def _fit(self) -> None:
        heights = [max(pair) for pair in zip(self.left.heights(), self.right.heights(), strict=True)]
        for sheet in (self.left, self.right):
            sheet.make_room(heights)

    def _go(self, at: int) -> None:
        self._at = at
        line = self._stops[at]
        for sheet in (self.left, self.right):
            sheet.show_current(line)
        bar = self.right.verticalScrollBar()
        bar.setValue(round(self.right.top_of(line) - self.right.viewport().height() / 4))
        self.place_changed.emit()


def _leads(line: ComparedLine) -> bool:
    return line.change is not BlockDifference.MOVED or line.right is not None


def _stops(lines: tuple[ComparedLine, ...]) -> list[int]:
    """Return the lines to go to: one of neighbours added or removed together; what moved, where it is now."""
    changed = [number for number, line in enumerate(lines) if line.change is not BlockDifference.SAME and _leads(line)]
    alone = (BlockDifference.ADDED, BlockDifference.REMOVED)
    return [
        number
        for number in changed
        if not (number and lines[number].change in alone and lines[number - 1].change is lines[number].change)
    ]
