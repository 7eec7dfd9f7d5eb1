"""The lines that carry date and number of a past issue."""

import datetime as dt
import re
from dataclasses import dataclass

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.numbering import (
    PERMIT,
    TOTAL,
    Counted,
    Sureness,
    ends_of,
    find_count,
    guess_count,
    without_counts,
)
from editor.model.language import tr
from editor.model.number import IssueKind, Number
from editor.text.dates import find_date

_SUBJECT = re.compile(r"[“（(]?([^“”（）()\s第期总]{1,20}?)[”）)]?专刊")
_DATE = re.compile(
    r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_DAYS = re.compile(
    r"(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./]\s*\d{1,2}\s*日?\s*[—–\-~～至]+\s*(?:\d{4}\s*[年./-]\s*)?(?:\d{1,2}\s*[月./]\s*)?\d{1,2}\s*日?(?![\d月./])"
)
_WEEK = re.compile(r"第\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[周季]度?")
_WEEKDAY = re.compile(r"[（(]?\s*(?:星期|周)[一二三四五六日天]\s*[）)]?|农历\S{2,12}")
_MONTH = re.compile(r"(\d{4})\s*[年.．/]\s*(\d{1,2})\s*月?(?!\s*[\d月.．/])")
_HANZI_MONTH = re.compile(
    r"([〇○零一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,3})\s*月(?!\s*[一二三四五六七八九十])"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:年|(?=[-—–·•.．/〕\]］】）)]))")
_DATED = re.compile(r"(?:出版|印发|编印|发布|出刊|刊发|发行)?(?:日期|时间)\s*[:：]?|(?:日期|时间)\s*[:：]")
_PERIOD = re.compile(r"[（(]?\s*(?:双月刊|半月刊|季刊|月刊|周刊|旬刊|旬报|双周刊|半年刊|不定期)\s*[）)]?")
_KINDS = re.compile(r"合刊|增刊|\d{4}\s*年(?:度)?|[（(]\s*[）)]|[·|｜/]")
_SPACED = re.compile(r"(?<=[^\x00-\x7f])[ \u3000]+(?=[^\x00-\x7f])")
_LONGEST, _HEAD, _LONGEST_REST = 60, 40, 24
# lines of a head in which a number without any word may stand
_NEAR = 8
# lines from the end: where an imprint says the day
_FOOT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """Date and number of an issue. lines: numbers of the lines that say so; unsure: a line's number and why."""

    date: dt.date
    number: Number
    lines: tuple[int, ...] = ()
    unsure: tuple[tuple[int, str], ...] = ()


def read_number_line(text: str) -> NumberLine | None:
    """Return date and number of a short line that has both (or is a 增刊's), None for another line."""
    date = _date(text)
    if date is None or len(text) > _LONGEST or PERMIT.search(text) or not _has_number(text):
        return None
    return NumberLine(date=date, number=_number(find_count(text), text, text, date))


def find_number(lines: Lines) -> NumberLine | None:
    """Return number and date of a head: of one line, or of several near each other; None where there is no number.

    A date without a day counts from the first of the month, one without a month from the first of January.
    """
    for line in lines:
        whole = read_number_line(line.text)
        if whole:
            return NumberLine(date=whole.date, number=whole.number, lines=(line.number,))
    head = [line for line in lines[:_HEAD] if len(line.text) <= _LONGEST and not PERMIT.search(line.text)]
    for line in head:
        if _has_number(line.text) and _is_bare(line.text):
            return _of_several(head, lines, line, find_count(line.text))
    return _guessed(head, lines, worded=True) or _total_alone(head, lines) or _guessed(head, lines)


def is_numbering(text: str) -> bool:
    """Return whether a short line has nothing but number, total or date of an issue."""
    said = _has_number(text) or TOTAL.search(text) or _date(text) or _MONTH.search(text)
    return len(text) <= _LONGEST and bool(said) and not numbering_rest(text)


def has_numbering(text: str) -> bool:
    """Return whether a short line says number, total or date of an issue, maybe beside other words."""
    said = _has_number(text) or TOTAL.search(text) or _DATE.search(_closed(text)) or _MONTH.search(text)
    return len(text) <= _LONGEST and bool(said)


def numbering_rest(text: str) -> str:
    """Return what a line says beside number, total and date."""
    rest = _DATE.sub("　", _WEEK.sub("　", _DAYS.sub("　", _closed(text))))
    rest = without_counts(rest)
    for pattern in (_SUBJECT, _WEEKDAY, _HANZI_MONTH, _MONTH, _DATED, _PERIOD, _KINDS):
        rest = pattern.sub("　", rest)
    return rest.strip(" \u3000\t()（）-—·|：:,，")


def _total_alone(head: Lines, lines: Lines) -> NumberLine | None:
    """Return the number of a head that says nothing but the total."""
    for line in head:
        match = TOTAL.search(line.text)
        if match and _is_bare(line.text):
            first, last = ends_of(match)
            if first:
                count = Counted(first=first, last=last, sureness=Sureness.TOTAL)
                return _of_several(head, lines, line, count)
    return None


def _guessed(head: Lines, lines: Lines, *, worded: bool = False) -> NumberLine | None:
    """Return a number in a form that may mean something else, near the top and with a date beside it.

    worded: only one with a word or the year, 秋季号 or 2026-12.
    """
    for line in head[:_NEAR]:
        said = _DATE.sub("　", line.text).strip() or line.text
        count = guess_count(said, worded=worded) if _is_bare(line.text) else None
        if count and not _date(_alone(line.text)):
            return _of_several(head, lines, line, count)
    return None


def _alone(text: str) -> str:
    return text if len(text) <= 12 else ""


def _of_several(head: Lines, lines: Lines, numbered: SourceLine, count: Counted | None) -> NumberLine | None:
    total = next((line for line in head if TOTAL.search(line.text) and _is_bare(line.text)), numbered)
    used = tuple(dict.fromkeys((numbered.number, total.number)))
    dated = _dated(head)
    if dated is None and count and count.sureness is Sureness.GUESSED and not _part_of_date(head):
        return None
    foot = dated or next((line for line in reversed(lines[-_FOOT:]) if _date(line.text) and _is_bare(line.text)), None)
    unsure = [_why_number(numbered, count)] if count and count.sureness is not Sureness.SURE else []
    if foot is None or (dated is None and _part_of_date(head) and not _is_imprint(foot)):
        part = _part_of_date(head)
        if part is None:
            return None
        date, line = part
        unsure.append((line.number, tr("只写了年月或年份，日期暂作 {date}，请核对", date=date.isoformat())))
        number = _number(count, numbered.text, total.text, date)
        return NumberLine(date=date, number=number, lines=(*used, line.number), unsure=tuple(unsure))
    found = _date(foot.text)
    assert found is not None, "the line has one"  # noqa: S101
    if dated is None:
        unsure.append((foot.number, tr("刊头没有日期，取了文末的 {date}，请核对", date=found.isoformat())))
    kept = (*used, foot.number) if dated else used
    number = _number(count, numbered.text, total.text, found)
    return NumberLine(date=found, number=number, lines=kept, unsure=tuple(unsure))


def _dated(head: Lines) -> SourceLine | None:
    """Return the line of a head with its day; the days that an issue reports on are none where there is another."""
    bare = [line for line in head if _date(line.text) and (_is_bare(line.text) or _DATED.search(line.text))]
    days = [line for line in bare if _date(_DAYS.sub("　", line.text))]
    return next(iter(days or bare), None)


def _why_number(line: SourceLine, count: Counted | None) -> tuple[int, str]:
    first = count.first if count else 0
    if count and count.sureness is Sureness.TOTAL:
        return line.number, tr("只写了总期号，期号暂作第 {n} 期，请核对", n=first)
    return line.number, tr("这里没有写“第几期”，期号暂作第 {n} 期，请核对", n=first)


def _part_of_date(head: Lines) -> tuple[dt.date, SourceLine] | None:
    for pattern in (_MONTH, _HANZI_MONTH, _YEAR):
        for line in head:
            match = pattern.search(line.text)
            if not match or not _is_bare(line.text):
                continue
            year, month = _hanzi_part(match) if pattern is _HANZI_MONTH else _part(match, whole=pattern is _YEAR)
            if 1 <= month <= 12 and year > 0:
                return dt.date(year, month, 1), line
    return None


def _part(match: re.Match[str], *, whole: bool) -> tuple[int, int]:
    return int(match[1]), 1 if whole else int(match[2])


def _hanzi_part(match: re.Match[str]) -> tuple[int, int]:
    found = find_date(f"{match[1]}年{match[2]}月一日")
    return (found.year, found.month) if found else (0, 0)


def _is_imprint(line: SourceLine) -> bool:
    return "印" in line.text


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
    return find_count(text) is not None or "增刊" in text


def _number(count: Counted | None, text: str, total_text: str, date: dt.date) -> Number:
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
