"""Instants as the window shows them."""

import datetime as dt

from editor.model.language import tr


def when(at: dt.datetime) -> str:
    """Return an instant as notes show it: today's without the day."""
    here, now = at.astimezone(), dt.datetime.now().astimezone()
    return (
        here.strftime("%H:%M")
        if here.date() == now.date()
        else tr("{month}月{day}日 {here:%H:%M}", month=here.month, day=here.day, here=here)
    )
