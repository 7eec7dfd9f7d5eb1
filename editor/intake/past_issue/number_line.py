"""The lines that carry date and number of a past issue."""

import datetime as dt
import re
from dataclasses import dataclass
from itertools import chain

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.model.number import IssueKind, Number
from editor.text.dates import find_date

_HANZI = r"[〇○零一二三四五六七八九十百](?:\s*[〇○零一二三四五六七八九十百]){0,5}"
_COUNT = rf"(\d{{1,4}}|{_HANZI})"
_LAST = rf"(?:[—–\-~～至、]+\s*(?:第)?\s*{_COUNT}\s*)?"
_NUMBER = re.compile(rf"(?<!总)第\s*{_COUNT}\s*{_LAST}期")
_TOTAL = re.compile(rf"总\s*(?:第)?\s*(\d{{1,6}}|{_HANZI})\s*{_LAST}期")
_SUBJECT = re.compile(r"[“（(]?([^“”（）()\s第期总]{1,20}?)[”）)]?专刊")
_DATE = re.compile(
    r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_MONTH = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月(?!\s*\d)")
_YEAR = re.compile(r"(\d{4})\s*年")
_KINDS = re.compile(r"合刊|增刊|\d{4}\s*年|[（(]\s*[）)]|[·|｜/]")
_SPACED = re.compile(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])")
_LONGEST, _HEAD, _LONGEST_REST = 60, 40, 24
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}
_UNITS = {"十": 10, "百": 100}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """Date and number of an issue. lines: numbers of the lines that say so; unsure: of the line with half a date."""

    date: dt.date
    number: Number
    lines: tuple[int, ...] = ()
    unsure: int = 0


def read_number_line(text: str) -> NumberLine | None:
    """Return date and number of a short line that has both (or is a 增刊's), None for another line."""
    date = _date(text)
    if date is None or len(text) > _LONGEST or not _has_number(text):
        return None
    return NumberLine(date=date, number=_number(text, text, date))


def find_number(lines: Lines) -> NumberLine | None:
    """Return number and date of a head: of one line, or of several near each other; None where there is no number.

    A date without a day counts from the first of the month, one without a month from the first of January.
    """
    for line in lines:
        whole = read_number_line(line.text)
        if whole:
            return NumberLine(date=whole.date, number=whole.number, lines=(line.number,))
    head = [line for line in lines[:_HEAD] if len(line.text) <= _LONGEST]
    numbered = next((line for line in head if _has_number(line.text) and _is_bare(line.text)), None)
    return _of_several(head, numbered) if numbered else None


def is_numbering(text: str) -> bool:
    """Return whether a short line has nothing but number, total or date of an issue."""
    said = _has_number(text) or _TOTAL.search(text) or _date(text) or _MONTH.search(text)
    return len(text) <= _LONGEST and bool(said) and not numbering_rest(text)


def has_numbering(text: str) -> bool:
    """Return whether a short line says number, total or date of an issue, maybe beside other words."""
    said = _has_number(text) or _TOTAL.search(text) or _DATE.search(_closed(text)) or _MONTH.search(text)
    return len(text) <= _LONGEST and bool(said)


def numbering_rest(text: str) -> str:
    """Return what a line says beside number, total and date."""
    rest = _closed(text)
    for pattern in (_DATE, _TOTAL, _NUMBER, _SUBJECT, _MONTH, _KINDS):
        rest = pattern.sub("　", rest)
    return rest.strip(" \u3000\t()（）-—·|：:,，")


def _of_several(head: Lines, numbered: SourceLine) -> NumberLine | None:
    dated = next((line for line in head if _date(line.text) and _is_bare(line.text)), None)
    total = next((line for line in head if _TOTAL.search(line.text) and _is_bare(line.text)), numbered)
    used = tuple(dict.fromkeys((numbered.number, total.number)))
    if dated:
        date = _date(dated.text)
        assert date is not None, "the line has one"  # noqa: S101
        number = _number(numbered.text, total.text, date)
        return NumberLine(date=date, number=number, lines=(*used, dated.number))
    return _of_part_of_a_date(head, numbered, total, used)


def _of_part_of_a_date(
    head: Lines, numbered: SourceLine, total: SourceLine, used: tuple[int, ...]
) -> NumberLine | None:
    for line, pattern in chain(((line, _MONTH) for line in head), ((line, _YEAR) for line in head)):
        match = pattern.search(line.text)
        month = int(match[2]) if match and pattern is _MONTH else 1
        if match and _is_bare(line.text) and 1 <= month <= 12 and int(match[1]) > 0:
            date = dt.date(int(match[1]), month, 1)
            number = _number(numbered.text, total.text, date)
            return NumberLine(date=date, number=number, lines=(*used, line.number), unsure=line.number)
    return None


def _is_bare(text: str) -> bool:
    rest = numbering_rest(text)
    return len(rest) <= _LONGEST_REST and not rest.endswith(("。", "；", "！", "？"))


def _closed(text: str) -> str:
    """Return a text whose hanzi may be spaced without these blanks, where it is a date or number that they part."""
    closed = _SPACED.sub("", text)
    return closed if find_date(closed) and not find_date(text) else text


def _date(text: str) -> dt.date | None:
    return find_date(text) or find_date(_SPACED.sub("", text))


def _has_number(text: str) -> bool:
    match = _NUMBER.search(text)
    return bool(match and _value(match[1])) or (not match and "增刊" in text)


def _number(text: str, total_text: str, date: dt.date) -> Number:
    first, last = _ends(_NUMBER.search(text))
    total_first, total_last = _ends(_TOTAL.search(total_text))
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
    return _value(match[1]), _value(match[2]) if match[2] else None


def _value(count: str) -> int:
    """Return a number in figures or hanzi, 二十一 or 二一, which may be spaced."""
    count = re.sub(r"\s", "", count)
    if count.isdigit():
        return int(count)
    if not any(char in _UNITS for char in count):
        return int("".join(str(_DIGITS[char]) for char in count))
    whole, digit = 0, 0
    for char in count:
        if char in _UNITS:
            whole, digit = whole + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS[char]
    return whole + digit


def _subject(text: str) -> str:
    match = _SUBJECT.search(text)
    return match[1] if match else ""
