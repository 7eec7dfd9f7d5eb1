"""A year of a publication: which days have an issue by the rule, and the number each will get."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.model.number import Number
from editor.model.numbering import is_publication_day, next_regular
from editor.model.publication import NumberingRule


class DayKind(StrEnum):
    """What a day is by the rule."""

    NONE = "none"
    REGULAR = "regular"
    SKIPPED = "skipped"
    EXTRA = "extra"
    COMBINED = "combined"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A day with an issue. made: the issue exists already."""

    date: dt.date
    number: Number
    made: bool = False


def day_kind(rule: NumberingRule, day: dt.date) -> DayKind:
    """Return what a day is."""
    if not is_publication_day(rule, day):
        return DayKind.SKIPPED if day.isoweekday() == rule.weekday else DayKind.NONE
    if day in rule.combined:
        return DayKind.COMBINED
    return DayKind.EXTRA if day.isoweekday() != rule.weekday else DayKind.REGULAR


def toggled(rule: NumberingRule, day: dt.date) -> NumberingRule:
    """Return the rule with an issue on a day that had none, or without the one it had."""
    if is_publication_day(rule, day):
        skipped = (*rule.skipped, day) if day.isoweekday() == rule.weekday else rule.skipped
        return replace(
            rule, skipped=_days(skipped), extra=_without(rule.extra, day), combined=_without(rule.combined, day)
        )
    extra = (*rule.extra, day) if day.isoweekday() != rule.weekday else rule.extra
    return replace(rule, skipped=_without(rule.skipped, day), extra=_days(extra))


def combined(rule: NumberingRule, day: dt.date) -> NumberingRule:
    """Return the rule with a 合刊 on a day, or with a single issue where there was one."""
    if day in rule.combined:
        return replace(rule, combined=_without(rule.combined, day))
    there = rule if is_publication_day(rule, day) else toggled(rule, day)
    return replace(there, combined=_days((*there.combined, day)))


def plan_year(rule: NumberingRule, year: int, made: Iterable[tuple[dt.date, Number]] = ()) -> tuple[PlannedDay, ...]:
    """Return the issues of a year in order: those that are made, then what follows the last of them by the rule.

    made: date and number of every issue of the publication; without any the series begins with this year's first day.
    """
    there = sorted(((date, number) for date, number in made), key=lambda one: one[0])
    known = tuple(PlannedDay(date=date, number=number, made=True) for date, number in there if date.year == year)
    last = next(((date, number) for date, number in reversed(there) if number.number is not None), None)
    coming = _coming(rule, last, year)
    return (*known, *(day for day in coming if day.date.year == year))


def _coming(rule: NumberingRule, last: tuple[dt.date, Number] | None, year: int) -> list[PlannedDay]:
    start = last[0] + dt.timedelta(days=1) if last else dt.date(year, 1, 1)
    number, found = last[1] if last else None, []
    for ordinal in range(start.toordinal(), dt.date(year, 12, 31).toordinal() + 1):
        day = dt.date.fromordinal(ordinal)
        if is_publication_day(rule, day):
            number = next_regular(rule, number, day)
            found.append(PlannedDay(date=day, number=number))
    return found


def year_total(days: Iterable[PlannedDay]) -> int:
    """Return the last number of a year, which is the count of its numbers; 0 for a year without issues."""
    numbers = (day.number for day in days)
    return max((number.last or number.number or 0 for number in numbers), default=0)


def _days(days: Iterable[dt.date]) -> tuple[dt.date, ...]:
    return tuple(sorted(set(days)))


def _without(days: tuple[dt.date, ...], day: dt.date) -> tuple[dt.date, ...]:
    return tuple(one for one in days if one != day)
