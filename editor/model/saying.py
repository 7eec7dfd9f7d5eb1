"""Numbers and dates for the window, in its language; `number` has the printed forms, always in Chinese."""

import datetime as dt

from editor.model.language import tr
from editor.model.number import IssueKind, Number, span


def said_number(number: Number) -> tuple[str, ...]:
    """Return e.g. ("第50期", "总第213期"), ("第9—10期", "总第221—222期") or ("增刊",)."""
    total = (tr("总第{total}期", total=span(number.total, number.total_last)),) if number.total is not None else ()
    if number.kind is IssueKind.SUPPLEMENT:
        return (tr("增刊"), *total)
    subject = (tr("{subject}专刊", subject=number.subject),) if number.kind is IssueKind.SPECIAL else ()
    return (tr("第{number}期", number=span(number.number, number.last)), *total, *subject)


def said_date(date: dt.date) -> str:
    """Return e.g. 2024年12月30日."""
    return tr("{year}年{month}月{day}日", year=date.year, month=date.month, day=date.day)


def said_weekday(date: dt.date) -> str:
    """Return 周一 to 周日."""
    days = (tr("周一"), tr("周二"), tr("周三"), tr("周四"), tr("周五"), tr("周六"), tr("周日"))
    return days[date.weekday()]


def said_weekly() -> tuple[str, ...]:
    """Return 每周一 to 每周日."""
    workdays = (tr("每周一"), tr("每周二"), tr("每周三"), tr("每周四"), tr("每周五"))
    return (*workdays, tr("每周六"), tr("每周日"))


def said_size(count: int) -> str:
    """Return the size of a file: 12 KB, 3.4 MB."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} KB"
