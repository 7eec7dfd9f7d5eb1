"""The lines that carry date and number of a past issue."""

import datetime as dt
import re
from dataclasses import dataclass

from editor.intake.past_issue.numbering import (
    PERMIT,
    TOTAL,
    Counted,
    ends_of,
    find_count,
    without_counts,
)
from editor.model.number import IssueKind, Number
from editor.text.dates import find_date

_SUBJECT = re.compile(r"[“（(]?([^“”（）()\s第期总]{1,20}?)[”）)]?专刊")
DATE = re.compile(
    r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
DAYS = re.compile(
    r"(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./]\s*\d{1,2}\s*日?\s*[—–\-~～至]+\s*(?:\d{4}\s*[年./-]\s*)?(?:\d{1,2}\s*[月./]\s*)?\d{1,2}\s*日?(?![\d月./])"
)
_WEEK = re.compile(r"第\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[周季]度?")
_MADE_ON = re.compile(
    r"(?<!\d)\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:出版|印发|编印|出刊|刊发)?|(?<=　)(?:出版|印发|编印|出刊)$"
)
_WEEKDAY = re.compile(r"[（(]?\s*(?:星期|周)[一二三四五六日天]\s*[）)]?|农历\S{2,12}")
MONTH = re.compile(r"(\d{4})\s*[年.．/]\s*(\d{1,2})\s*月?(?!\s*[\d月.．/])")
HANZI_MONTH = re.compile(
    r"([〇○零一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,3})\s*月(?!\s*[一二三四五六七八九十])"
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:年|(?=[-—–·•.．/〕\]］】）)]))")
DATED = re.compile(r"(?:出版|印发|编印|发布|出刊|刊发|发行)?(?:日期|时间)\s*[:：]?|(?:日期|时间)\s*[:：]")
_PERIOD = re.compile(r"[（(]?\s*(?:双月刊|半月刊|季刊|月刊|周刊|旬刊|旬报|双周刊|半年刊|不定期)\s*[）)]?")
_KINDS = re.compile(r"合刊|增刊|\d{4}\s*年(?:度)?|[（(]\s*[）)]|[·|｜/]")
LONGEST = 60
_BLANKS = re.compile(r"[\s\u3000]{2,}")
_SPACED = re.compile(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """Date and number of an issue. lines: numbers of the lines that say so; unsure: a line's number and why."""

    date: dt.date
    number: Number
    lines: tuple[int, ...] = ()
    unsure: tuple[tuple[int, str], ...] = ()


def read_number_line(text: str) -> NumberLine | None:
    """Return date and number of a short line that has both (or is a 增刊's), None for another line."""
    date = date_in(DAYS.sub("　", text))
    if date is None or not is_short(text) or PERMIT.search(text) or not has_number(text):
        return None
    return NumberLine(date=date, number=number_of(find_count(text), text, text, date))


def is_short(text: str) -> bool:
    """Return whether a line is short enough for a head; what stands far apart in it counts as one blank."""
    return len(_BLANKS.sub(" ", text)) <= LONGEST


def is_numbering(text: str) -> bool:
    """Return whether a short line has nothing but number, total or date of an issue."""
    said = has_number(text) or TOTAL.search(text) or date_in(text) or MONTH.search(text)
    return is_short(text) and bool(said) and not numbering_rest(text)


def has_numbering(text: str) -> bool:
    """Return whether a short line says number, total or date of an issue, maybe beside other words."""
    said = has_number(text) or TOTAL.search(text) or DATE.search(_closed(text)) or MONTH.search(text)
    return is_short(text) and bool(said)


def numbering_rest(text: str) -> str:
    """Return what a line says beside number, total and date."""
    rest = DATE.sub("　", _WEEK.sub("　", DAYS.sub("　", _closed(text))))
    rest = without_counts(rest)
    rest = _MADE_ON.sub("　", rest)
    for pattern in (_SUBJECT, _WEEKDAY, HANZI_MONTH, MONTH, DATED, _PERIOD, _KINDS):
        rest = pattern.sub("　", rest)
    return rest.strip(" \u3000\t()（）-—·|：:,，")


def _closed(text: str) -> str:
    """Return a text whose hanzi may be spaced without these blanks, where it is a date or number that they part."""
    closed = _SPACED.sub("", text)
    return closed if find_date(closed) and not find_date(text) else text


def date_in(text: str) -> dt.date | None:
    """Return the date in a text, whose letters may be spaced."""
    return find_date(text) or find_date(_SPACED.sub("", text))


def has_number(text: str) -> bool:
    """Return whether a text says an issue's number, or that it has none."""
    return find_count(text) is not None or "增刊" in text


def number_of(count: Counted | None, text: str, total_text: str, date: dt.date) -> Number:
    """Return the number that a line counts. total_text: of the line with the total."""
    total_first, total_last = ends_of(TOTAL.search(total_text))
    first, last = (count.first, count.last) if count else (None, None)
    kind = _kind(text, first=first, last=last)
    combined = kind is IssueKind.COMBINED
    return Number(
        year=count.year if count and count.year else date.year,
        number=None if kind is IssueKind.SUPPLEMENT else first,
        last=last if combined else None,
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


def _subject(text: str) -> str:
    match = _SUBJECT.search(text)
    return match[1] if match else ""
