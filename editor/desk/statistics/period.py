"""Periods that statistics are asked for: days from first to last, both counted."""

import calendar
import datetime as dt
from collections.abc import Iterator

from editor.model.dataclass import dataclass
from editor.model.language import tr
from editor.model.number import date_label


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from first to last. Raises ValueError where the first comes later."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        """Raise ValueError where the first day comes after the last."""
        if self.first > self.last:
            raise ValueError("a period begins before it ends")

    def holds(self, day: dt.date) -> bool:
        """Return whether a day lies in it."""
        return self.first <= day <= self.last

    def months(self) -> Iterator[dt.date]:
        """Yield the first day of every month that it touches."""
        start, end = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        for month in range(start, end + 1):
            yield dt.date(month // 12, month % 12 + 1, 1)

    @property
    def label(self) -> str:
        """The printed form: 2026年, 2026年第2季度, else its two days."""
        whole = self.first == self.first.replace(day=1) and self.last == month_end(self.last)
        if whole and self.first.year == self.last.year:
            if (self.first.month, self.last.month) == (1, 12):
                return f"{self.first.year}年"
            if self.first.month % 3 == 1 and self.last.month == self.first.month + 2:
                return f"{self.first.year}年第{self.last.month // 3}季度"
            if self.first.month == self.last.month:
                return f"{self.first.year}年{self.first.month}月"
        return f"{date_label(self.first)}至{date_label(self.last)}"


def said_period(period: Period) -> str:
    """Return a period in the window's language."""
    if period == year_of(period.first):
        return tr("{year}年", year=period.first.year)
    if period == quarter_of(period.first):
        return tr("{year}年第{quarter}季度", year=period.first.year, quarter=period.last.month // 3)
    return tr("{first}至{last}", first=period.first.isoformat(), last=period.last.isoformat())


def month_end(day: dt.date) -> dt.date:
    """Return the last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def year_of(day: dt.date) -> Period:
    """Return the calendar year of a day."""
    return Period(first=day.replace(month=1, day=1), last=day.replace(month=12, day=31))


def quarter_of(day: dt.date) -> Period:
    """Return the quarter of a day."""
    first = day.replace(month=day.month - (day.month - 1) % 3, day=1)
    return Period(first=first, last=month_end(first.replace(month=first.month + 2)))
