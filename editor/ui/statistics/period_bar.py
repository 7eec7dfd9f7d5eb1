"""The period that statistics are asked for: this year, this quarter, last year, or any days."""

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from editor.desk.statistics.period import Period, quarter_of, year_of
from editor.model.language import tr
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import label, unmoved_by_wheel

YEAR, QUARTER, LAST_YEAR, OWN = "year", "quarter", "last", "own"


class PeriodBar(QWidget):
    """changed: another period is asked for."""

    changed = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        """today: the day that "this year" is about."""
        super().__init__(parent)
        self._today = today
        words = ((YEAR, tr("本年")), (QUARTER, tr("本季")), (LAST_YEAR, tr("上一年")), (OWN, tr("自定")))
        self.choice = Segments(tr("哪一段时间"), words)
        self.first, self.last = _day_field(tr("从哪一天")), _day_field(tr("到哪一天"))
        self._until = label(tr("至"), ink="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.choice, self.first, self._until, self.last):
            row.addWidget(part)
        self.choice.show_key(YEAR)
        self._show()
        self.choice.chosen.connect(lambda _key: self._on_chosen())
        self.first.dateChanged.connect(lambda _day: self._on_dated(self.first))
        self.last.dateChanged.connect(lambda _day: self._on_dated(self.last))

    @property
    def period(self) -> Period:
        """What is asked for."""
        match self.choice.key:
            case str() as key if key == QUARTER:
                return quarter_of(self._today)
            case str() as key if key == LAST_YEAR:
                return year_of(self._today.replace(year=max(self._today.year - 1, dt.MINYEAR), day=1))
            case str() as key if key == OWN:
                return Period(first=_day(self.first), last=_day(self.last))
        return year_of(self._today)

    def show_period(self, period: Period) -> None:
        """Ask for certain days."""
        self.choice.show_key(OWN)
        self._fill(period)
        self._show()
        self.changed.emit()

    def _on_chosen(self) -> None:
        if self.choice.key != OWN:
            self._fill(self.period)
        self._show()
        self.changed.emit()

    def _on_dated(self, which: QDateEdit) -> None:
        """Take the other day along where the period would end before it begins."""
        first, last = _day(self.first), _day(self.last)
        if first > last:
            other = self.last if which is self.first else self.first
            other.blockSignals(True)  # noqa: FBT003
            other.setDate(which.date())
            other.blockSignals(False)  # noqa: FBT003
        self.changed.emit()

    def _fill(self, period: Period) -> None:
        for field, day in ((self.first, period.first), (self.last, period.last)):
            field.blockSignals(True)  # noqa: FBT003
            field.setDate(QDate(day.year, day.month, day.day))
            field.blockSignals(False)  # noqa: FBT003

    def _show(self) -> None:
        own = self.choice.key == OWN
        if not own:
            self._fill(self.period)
        for part in (self.first, self._until, self.last):
            part.setVisible(own)


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setAccessibleName(name)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setCalendarPopup(True)
    field.setFixedWidth(128)
    unmoved_by_wheel(field)
    return field


def _day(field: QDateEdit) -> dt.date:
    day = field.date()
    return dt.date(day.year(), day.month(), day.day())
