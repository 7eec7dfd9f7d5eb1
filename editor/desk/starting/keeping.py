"""Which backups stay: the last ten, one a day for two weeks, one a month."""

import datetime as dt
from collections.abc import Hashable, Iterable

from editor.model.language import tr

_LAST, _DAYS = 10, 14


def kept(made: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """Return those that stay; of a day and of a month it is the latest. All in local time."""
    newest_first = sorted(made, reverse=True)
    recent = [at for at in newest_first if (now.date() - at.date()).days < _DAYS]
    months = {(at.year, at.month): at for at in reversed(newest_first)}
    days: dict[Hashable, dt.datetime] = {at.date(): at for at in reversed(recent)}
    return frozenset((*newest_first[:_LAST], *days.values(), *months.values()))


def age_words(at: dt.datetime, now: dt.datetime) -> str:
    """Return when something was, as a status line says it: 今天 12:05, 昨天 18:30, 12月27日, 2023年12月27日."""
    days = (now.date() - at.date()).days
    if days in (0, 1):
        return f"{tr('昨天') if days else tr('今天')} {at:%H:%M}"
    return (
        tr("{month}月{day}日", month=at.month, day=at.day)
        if at.year == now.year
        else tr("{year}年{month}月{day}日", year=at.year, month=at.month, day=at.day)
    )
