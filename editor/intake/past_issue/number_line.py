"""The line that carries date and number of a past issue."""

import datetime as dt
import re
from dataclasses import dataclass

from editor.model.number import IssueKind, Number
from editor.text.dates import find_date

_NUMBER = re.compile(r"(?<!总)第\s*(\d{1,4})\s*(?:[—–\-~～至、]+\s*(?:第)?\s*(\d{1,4})\s*)?期")
_TOTAL = re.compile(r"总\s*(?:第)?\s*(\d{1,6})\s*(?:[—–\-~～至、]+\s*(?:第)?\s*(\d{1,6})\s*)?期")
_SUBJECT = re.compile(r"[“（(]?([^“”（）()\s第期总]{1,20}?)[”）)]?专刊")
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """Date and number of a line. number: None where it has only a date."""

    date: dt.date
    number: Number


def read_number_line(text: str) -> NumberLine | None:
    """Return date and number of a short line that has both (or is a 增刊's), None for another line."""
    date = find_date(text)
    if date is None or len(text) > _LONGEST:
        return None
    number, total = _NUMBER.search(text), _TOTAL.search(text)
    if number is None and "增刊" not in text:
        return None
    if number and int(number[1]) == 0:
        return None
    return NumberLine(date=date, number=_number(text, date, number, total))


def _number(text: str, date: dt.date, number: re.Match[str] | None, total: re.Match[str] | None) -> Number:
    first, last = _ends(number)
    total_first, total_last = _ends(total)
    kind = _kind(text, first=first, last=last)
    return Number(
        year=date.year,
        number=None if kind is IssueKind.SUPPLEMENT else first,
        last=last if kind is IssueKind.COMBINED else None,
        total=total_first,
        total_last=total_last,
        kind=kind,
        subject=_subject(text) if kind is IssueKind.SPECIAL else "",
    )


def _kind(text: str, *, first: int | None, last: int | None) -> IssueKind:
    if first is None or "增刊" in text:
        return IssueKind.SUPPLEMENT
    if last is not None and last > first:
        return IssueKind.COMBINED
    return IssueKind.SPECIAL if "专刊" in text else IssueKind.REGULAR


def _ends(match: re.Match[str] | None) -> tuple[int | None, int | None]:
    if match is None:
        return None, None
    return int(match[1]), int(match[2]) if match[2] else None


def _subject(text: str) -> str:
    match = _SUBJECT.search(text)
    return match[1] if match else ""
