"""The number of an issue, and how number and date are printed, always in Chinese; `saying` has what the window says."""

import datetime as dt
from enum import StrEnum

from editor.model.dataclass import dataclass
from editor.model.language import tr


class IssueKind(StrEnum):
    """Regular, 合刊 (two numbers in one), 增刊 (no number) or 专刊 (a number and a subject)."""

    REGULAR = "regular"
    COMBINED = "combined"
    SUPPLEMENT = "supplement"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Where an issue stands in the series. last, total_last: second number of a 合刊; subject: of a 专刊."""

    year: int
    number: int | None
    total: int | None
    kind: IssueKind = IssueKind.REGULAR
    last: int | None = None
    total_last: int | None = None
    subject: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError when the numbers do not fit the kind."""
        if self.kind is IssueKind.SUPPLEMENT:
            if self.number is not None or self.last is not None:
                raise ValueError(tr("增刊不编期号"))
            return
        if self.number is None or self.number < 1:
            raise ValueError(tr("期号须为正整数"))
        if (self.kind is IssueKind.COMBINED) != (self.last is not None):
            raise ValueError(tr("合刊须有起止两个期号，其他各期只有一个"))
        if self.last is not None and self.last <= self.number:
            raise ValueError(tr("合刊的止期号须大于起期号"))


def label(number: Number) -> tuple[str, ...]:
    """Return the printed form, e.g. ("第50期", "总第213期"), ("第9—10期", "总第221—222期") or ("增刊",)."""
    total = (f"总第{span(number.total, number.total_last)}期",) if number.total is not None else ()
    if number.kind is IssueKind.SUPPLEMENT:
        return ("增刊", *total)
    subject = (f"{number.subject}专刊",) if number.kind is IssueKind.SPECIAL else ()
    return (f"第{span(number.number, number.last)}期", *total, *subject)


def date_label(date: dt.date) -> str:
    """Return the printed form of a date, e.g. 2024年12月30日."""
    return f"{date.year}年{date.month}月{date.day}日"


def reference(number: Number) -> str:
    """Return the short form by which commands name an issue, e.g. 2024-50."""
    return f"{number.year}-{number.number}" if number.number is not None else f"{number.year}-增刊"


def span(first: int | None, last: int | None) -> str:
    """Return a number, or the two of a 合刊."""
    return f"{first}" if last is None else f"{first}—{last}"
