"""A year with the publication's days: which have an issue, and the number each gets."""

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from editor.model.language import tr
from editor.model.publication import NumberingRule
from editor.model.saying import said_date, said_number, said_weekday
from editor.model.year_plan import DayKind, PlannedDay, day_kind
from editor.ui.kit.widgets import application
from editor.ui.profile.calendar_paint import LOOKS, MADE, draw_day, draw_focus, draw_heads, short_number
from editor.ui.profile.calendar_places import (
    HEAD,
    HIGH,
    NAME,
    WIDE,
    calendar_size,
    corner_of,
    day_at,
    days_of,
    place_of_day,
)
from editor.ui.theme.apply import current_theme
from editor.ui.theme.tokens import Theme

_WORDS = {
    DayKind.NONE: tr("不出刊"),
    DayKind.REGULAR: tr("照常出刊"),
    DayKind.SKIPPED: tr("停刊"),
    DayKind.EXTRA: tr("补出"),
    DayKind.COMBINED: tr("合刊"),
}
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class YearCalendar(QWidget):
    """toggled: the user wants an issue on a day, or none; combined: a 合刊, or a single one.

    Days on which there is an issue already stay as they are.
    """

    toggled = Signal(object)
    combined = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedSize(calendar_size())
        self._rule, self._plan = NumberingRule(), dict[dt.date, PlannedDay]()
        self._year, self._day = 2000, dt.date(2000, 1, 1)

    def show_year(self, year: int, rule: NumberingRule, plan: Iterable[PlannedDay]) -> None:
        """Show a year."""
        self._rule, self._plan = rule, {day.date: day for day in plan}
        if year != self._year:
            self._year = year
            self._day = min(self._plan, default=dt.date(year, 1, 1))
        self._tell()
        self.update()

    @property
    def day(self) -> dt.date:
        """The day with the keyboard."""
        return self._day

    def words(self, day: dt.date) -> str:
        """Return what a day is, with the number of its issue."""
        there = self._plan.get(day)
        number = " ".join(said_number(there.number)) if there else ""
        state = tr("已有这一期") if there and there.made else _WORDS[day_kind(self._rule, day)]
        return tr("，").join(filter(None, (f"{said_date(day)} {said_weekday(day)}", state, number)))

    # Qt's events

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = day_at(self._year, event.position().toPoint())
        if day is None:
            return
        self._go(day)
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(self.toggled)

    def contextMenuEvent(self, event: QEvent) -> None:
        menu, kind = QMenu(self), day_kind(self._rule, self._day)
        issue = kind in (DayKind.REGULAR, DayKind.EXTRA, DayKind.COMBINED)
        menu.addAction(tr("不出刊") if issue else tr("出刊")).triggered.connect(lambda: self._ask(self.toggled))
        menu.addAction(tr("改为单期") if kind is DayKind.COMBINED else tr("出合刊")).triggered.connect(
            lambda: self._ask(self.combined)
        )
        menu.setEnabled(not self._made())
        menu.popup(self.mapToGlobal(place_of_day(self._day).bottomLeft()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _MOVES.get(Qt.Key(event.key()))
        if by is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            day = self._day + dt.timedelta(days=by)
            if day.year == self._year:
                self._go(day)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self._ask(self.toggled)
        elif event.key() == Qt.Key.Key_H:
            self._ask(self.combined)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = day_at(self._year, event.pos())
            QToolTip.showText(event.globalPos(), self.words(day) if day else "", self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme(application())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            corner = corner_of(month)
            if event.rect().intersects(QRect(corner, QSize(WIDE, HIGH))):
                name = QRect(corner, QSize(WIDE, NAME))
                draw_heads(painter, theme, name, name.translated(0, NAME).adjusted(0, 0, 0, HEAD - NAME), month)
                for day in days_of(self._year, month):
                    self._draw_day(painter, theme, day)
        painter.end()

    # inside

    def _go(self, day: dt.date) -> None:
        self._day = day
        self._tell()
        self.update()

    def _ask(self, signal: SignalInstance) -> None:
        if not self._made():
            signal.emit(self._day)

    def _made(self) -> bool:
        there = self._plan.get(self._day)
        return there is not None and there.made

    def _tell(self) -> None:
        """Let a screen reader say the day."""
        self.setAccessibleName(tr("{year} 年出刊日", year=self._year))
        self.setAccessibleDescription(self.words(self._day))

    def _draw_day(self, painter: QPainter, theme: Theme, day: dt.date) -> None:
        there, kind = self._plan.get(day), day_kind(self._rule, day)
        # before the first issue there is nothing that would come out
        look = MADE if there and there.made else LOOKS[kind if there or kind is DayKind.SKIPPED else DayKind.NONE]
        place = place_of_day(day)
        draw_day(painter, theme, place, look, (str(day.day), short_number(there.number) if there else ""))
        if day == self._day and self.hasFocus():
            draw_focus(painter, theme, place)
