"""Which backups are kept: the last ten, one of each of the last fourteen days that have any, one per month."""

import datetime as dt
from collections.abc import Iterable
from itertools import islice

from editor.model.language import tr

_LAST, _DAYS = 10, 14


def kept(newest_first: Iterable[dt.datetime]) -> frozenset[dt.datetime]:
    """Return the times of those to keep; of a day and of a month the latest. All in local time.

    The order is that in which they were made, so that a wrong clock does not matter.
    """
    made = tuple(newest_first)
    days = {at.date(): at for at in reversed(made)}
    months = {(at.year, at.month): at for at in reversed(made)}
    last_days = islice(dict.fromkeys(at.date() for at in made), _DAYS)
    return frozenset((*made[:_LAST], *(days[day] for day in last_days), *months.values()))


def age_words(at: dt.datetime, now: dt.datetime) -> str:
    """Return a time for a status line: 今天 12:05, 昨天 18:30, 12月27日, 2023年12月27日."""
    days = (now.date() - at.date()).days
    if days in (0, 1):
        return f"{tr('昨天') if days else tr('今天')} {at:%H:%M}"
    return (
        tr("{month}月{day}日", month=at.month, day=at.day)
        if at.year == now.year
        else tr("{year}年{month}月{day}日", year=at.year, month=at.month, day=at.day)
    )
