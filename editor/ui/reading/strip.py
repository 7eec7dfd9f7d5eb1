"""The strip of small pages: a bar beside those that changed, the number of notes on them."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from editor.ui.kit.widgets import application
from editor.ui.pages.strip import PageStrip
from editor.ui.reading.badge import paint_badge
from editor.ui.theme.apply import current_theme

_BAR, _LEFT, _BELOW, _ABOVE = 4, 5, 24, 12


class ReadingStrip(PageStrip):
    """Small pages with marks. Sheets count from 1."""

    def __init__(self) -> None:
        super().__init__()
        self._changed: frozenset[int] = frozenset()
        self._notes: Mapping[int, int] = {}

    def show_marks(self, changed: Collection[int], notes: Mapping[int, int]) -> None:
        """Mark changed sheets, and how many notes each has."""
        self._changed, self._notes = frozenset(changed), dict(notes)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, theme = QPainter(self.viewport()), current_theme(application())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(self.model().rowCount() if self.model() else 0):
            box = QRectF(self.visualRect(self.model().index(row, 0)))
            if row + 1 in self._changed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("warn.mark"))
                painter.drawRoundedRect(QRectF(_LEFT, box.top() + _ABOVE, _BAR, box.height() - _ABOVE - _BELOW), 2, 2)
            if self._notes.get(row + 1):
                corner = QPointF(box.right() - 15, box.top() + 14)
                paint_badge(painter, corner, str(self._notes[row + 1]), theme)
        painter.end()
