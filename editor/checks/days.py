"""The tables of days and years in resources/checks, read when the first rule asks."""

import datetime as dt
import functools
import re
from typing import NamedTuple

from editor.checks.tables import needles, rows

_BETWEEN = r"年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:召开|举行|举办)?的?(?:，)?"
_OF = r"年(?:是|，是|正值|适逢|，适逢|恰逢|，恰逢|迎来)(?:中国|我国)?"
_NUMBER = r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})周年"


class Day(NamedTuple):
    """A festival or memorial day. first: the year of the first one, 0 where they are not counted."""

    name: re.Pattern[str]
    month: int
    day: int
    first: int


@functools.cache
def days() -> tuple[Day, ...]:
    """Return the festivals and memorial days with a fixed date."""
    found = []
    for name, day, first, *_ in rows("days"):
        month, _, number = day.partition("-")
        found.append(Day(re.compile(name), int(month), int(number), int(first or 0)))
    return tuple(found)


@functools.cache
def solar_terms() -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    """Return month and day of the first and last day on which each solar term falls."""
    return {name: (_pair(first), _pair(last)) for name, first, last, *_ in rows("terms")}


@functools.cache
def lunar(year: int) -> dict[str, dt.date]:
    """Return the days of the lunar festivals of a year, none where the table does not have it."""
    row = next((one for one in rows("lunar") if one[0] == str(year)), None)
    if row is None:
        return {}
    spring, dragon, autumn = (dt.date(year, *_pair(one)) for one in row[1:4])
    return {
        "春节": spring,
        "除夕": spring - dt.timedelta(days=1),
        "元宵节": spring + dt.timedelta(days=14),
        "端午节": dragon,
        "中秋节": autumn,
    }


@functools.cache
def events() -> tuple[tuple[re.Pattern[str], int, tuple[str, ...]], ...]:
    """Return what finds a year before a meeting, the year in which the meeting was, and plain words of its name."""
    return tuple(
        (re.compile(rf"(?P<y>(?:19|20)\d\d){_BETWEEN}(?P<e>{name})"), int(year), needles(name) or ("大",))
        for name, year, *_ in rows("events")
    )


@functools.cache
def founded() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return what finds an anniversary with its year, and the year from which it counts."""
    return tuple(
        (re.compile(rf"(?P<y>(?:19|20)\d\d){_OF}(?:{name}){_NUMBER}"), int(year)) for name, year, *_ in rows("founded")
    )


def _pair(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)
