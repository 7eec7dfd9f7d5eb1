"""Pages to read: changed words tinted, notes beside their words. A click or a drag on words says where a note goes."""

import functools
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from editor.model.language import tr
from editor.model.page_facts import Spot
from editor.pages.reports import Area, PageChange
from editor.ui.pages.view import PagesView
from editor.ui.reading.badge import SIDE, paint_badge
from editor.ui.reading.rows import NoteRow
from editor.ui.theme.tokens import Theme, load_theme

_STILL, _BAR, _BAR_DISTANCE, _EDGE = 6, 3, 14, 30
_TINT, _NOTE_TINT = 70, 60


class ReadingPages(PagesView):
    """words_pointed: start and end of a drag, each with µm from the page's left edge; the same twice for a click."""

    words_pointed = Signal(object, int, object, int)
    note_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("审读版面"))
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._changes: tuple[PageChange, ...] = ()
        self._rows: tuple[NoteRow, ...] = ()
        self._current = ""
        self._here: PageChange | None = None
        self._down: tuple[Spot, int] | None = None
        self._from = QPointF()

    def show_changes(self, changes: Sequence[PageChange], here: PageChange | None = None) -> None:
        """Tint changed words. here: the change that was gone to."""
        self._changes, self._here = tuple(changes), here
        self.viewport().update()

    def show_notes(self, rows: Sequence[NoteRow], current: str) -> None:
        """Show notes beside their words. current: uid of the one in hand."""
        self._rows, self._current = tuple(rows), current
        self.viewport().update()

    def go_to_area(self, area: Area) -> None:
        """Bring a line into view."""
        self.navigator.go_to(Spot(sheet=area.sheet, y=area.top))

    def middle(self) -> tuple[Spot, int] | None:
        """Return the middle of the view as a place on a page, else of the page that is nearest to it."""
        view = self.viewport().rect()
        page = self.position.rect_of(self.sheet)
        seen = page.intersected(QRectF(view))
        return self.position.spot_at(seen.center()) if not seen.isEmpty() else None

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._from = event.position()
        self._down = self.position.spot_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        down, up = self._down, self.position.spot_at(event.position())
        self._down = None
        if event.button() != Qt.MouseButton.LeftButton or down is None or up is None:
            return
        still = (event.position() - self._from).manhattanLength() < _STILL
        hit = self._badge_at(event.position()) if still else ""
        if hit:
            self.note_chosen.emit(hit)
            return
        first, last = (down, down) if still else sorted((down, up))
        self.words_pointed.emit(*first, *last)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for change in self._changes:
            self._paint_change(painter, change)
        for row in self._rows:
            self._paint_words(painter, row)
        for row in self._rows:
            middle = self._badge_middle(row)
            if middle:
                paint_badge(painter, middle, str(row.number), _paper(), done=not row.noted.note.open)
        painter.end()

    # inside

    def _rect(self, area: Area) -> QRectF:
        page, scale = self.position.rect_of(area.sheet), self.position.layout.pixels(1000) / 1000
        top = page.top() + area.top * scale
        width, height = max(2.0, (area.right - area.left) * scale), (area.bottom - area.top) * scale
        return QRectF(page.left() + area.left * scale, top, width, height)

    def _paint_change(self, painter: QPainter, change: PageChange) -> None:
        amber = _paper().colour("warn.mark")
        tint = QColor(amber.red(), amber.green(), amber.blue(), _TINT)
        for area in change.areas:
            rect = self._rect(area)
            painter.fillRect(rect, tint)
            edge = max(self.position.rect_of(area.sheet).left() + 8, self._text_left(area.sheet) - _BAR_DISTANCE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(amber)
            painter.drawRoundedRect(QRectF(edge, rect.top(), _BAR, rect.height()), 1.5, 1.5)
            if change is self._here:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(amber, 1.5))
                painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 3, 3)

    def _text_left(self, sheet: int) -> float:
        lefts = [area.left for one in self._changes for area in one.areas if area.sheet == sheet and area.right > 0]
        page, scale = self.position.rect_of(sheet), self.position.layout.pixels(1000) / 1000
        return page.left() + min([*lefts, 26000]) * scale

    def _paint_words(self, painter: QPainter, row: NoteRow) -> None:
        accent = _paper().colour("accent")
        for area in row.areas:
            rect = self._rect(area)
            painter.fillRect(rect, QColor(accent.red(), accent.green(), accent.blue(), _NOTE_TINT))
            if row.uid == self._current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(accent, 1.5))
                painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 3, 3)

    def _badge_middle(self, row: NoteRow) -> QPointF | None:
        page = self.position.rect_of(row.sheet)
        if not row.sheet or page.isNull():
            return None
        y = self._rect(row.areas[0]).center().y() if row.areas else page.top() + _EDGE
        above = [one for one in self._rows if one.number < row.number and one.sheet == row.sheet and _level(one, row)]
        return QPointF(page.right() - _EDGE - len(above) * (SIDE + 3), y)

    def _badge_at(self, point: QPointF) -> str:
        middles = ((row.uid, self._badge_middle(row)) for row in self._rows)
        return next((uid for uid, middle in middles if middle and (middle - point).manhattanLength() < SIDE * 0.7), "")


def _level(one: NoteRow, other: NoteRow) -> bool:
    """Return whether two notes' discs would lie over each other."""
    if not one.areas or not other.areas:
        return one.areas == other.areas
    return abs(one.areas[0].top - other.areas[0].top) < 4000


@functools.cache
def _paper() -> Theme:
    """Return the light inks: marks on paper have them in every theme."""
    return load_theme("light")
