"""Where the days of a year are drawn in the calendar (px), and which stands at a point."""

import calendar
import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize

_ACROSS, _CELL, _TALL, _GAP = 3, 26, 32, 7
NAME, HEAD, _WEEKS, _DAYS = 26, 20, 6, 7
WIDE = _DAYS * _CELL
HIGH = NAME + HEAD + _WEEKS * _TALL + 8


def calendar_size() -> QSize:
    """Return how large a year is."""
    return QSize(_ACROSS * WIDE + (_ACROSS - 1) * _GAP, 12 // _ACROSS * HIGH)


def corner_of(month: int) -> QPoint:
    """Return where a month begins."""
    row, column = divmod(month - 1, _ACROSS)
    return QPoint(column * (WIDE + _GAP), row * HIGH)


def place_of_day(day: dt.date) -> QRect:
    """Return where a day is drawn."""
    corner = corner_of(day.month)
    first = dt.date(day.year, day.month, 1).weekday()
    week, weekday = divmod(first + day.day - 1, _DAYS)
    return QRect(corner.x() + weekday * _CELL, corner.y() + NAME + HEAD + week * _TALL, _CELL, _TALL)


def day_at(year: int, point: QPoint) -> dt.date | None:
    """Return the day of a year at a point, None for none."""
    return next((day for day in days_of(year) if place_of_day(day).contains(point)), None)


def days_of(year: int, *months: int) -> Iterable[dt.date]:
    """Yield the days of these months, of all where none are named."""
    for month in months or range(1, 13):
        for day in range(1, calendar.monthrange(year, month)[1] + 1):
            yield dt.date(year, month, day)
