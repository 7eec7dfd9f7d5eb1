"""Number and date in the head of a past issue, in one line or in several near each other."""

import datetime as dt
import re

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.number_line import (
    DATE,
    DATED,
    DAYS,
    HANZI_MONTH,
    MONTH,
    YEAR,
    NumberLine,
    date_in,
    has_number,
    has_numbering,
    is_short,
    number_of,
    numbering_rest,
    read_number_line,
)
from editor.intake.past_issue.numbering import PERMIT, TOTAL, Counted, Sureness, ends_of, find_count, guess_count
from editor.model.language import tr
from editor.text.dates import find_date, read_date

# lines that a head takes at most; letters that stand beside a number in one of them
_HEAD, _LONGEST_REST, _PARAGRAPH = 40, 24, 30
# lines of a head in which a number without any word may stand
_NEAR = 8
# lines from the end: where an imprint says the day
_FOOT = 12
_DAY = re.compile(r"(?<![\d年./-])\d{1,2}\s*月\s*\d{1,2}\s*日")


def find_number(lines: Lines) -> NumberLine | None:
    """Return number and date of a head: of one line, or of several near each other; None where there is no number.

    A date without a day counts from the first of the month, one without a month from the first of January.
    """
    for line in lines:
        whole = read_number_line(line.text)
        if whole:
            return NumberLine(date=whole.date, number=whole.number, lines=(line.number,))
    head = [line for line in _above_text(lines) if is_short(line.text) and not PERMIT.search(line.text)]
    for line in head:
        if has_number(line.text) and _is_bare(line.text):
            return _of_several(head, lines, line, find_count(line.text))
    return _guessed(head, lines, worded=True) or _total_alone(head, lines) or _guessed(head, lines)


def _above_text(lines: Lines) -> Lines:
    """Return the lines of a head: up to the first paragraph below something that says a number or a day."""
    said = False
    for at, line in enumerate(lines[:_HEAD]):
        if said and len(line.text) >= _PARAGRAPH and line.text[-1] in "。！？；":
            return lines[:at]
        said = said or has_numbering(line.text)
    return lines[:_HEAD]


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
        said = DATE.sub("　", line.text).strip() or line.text
        count = guess_count(said, worded=worded) if _is_bare(line.text) else None
        if count and not date_in(_alone(line.text)):
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
    foot = dated or next(
        (line for line in reversed(lines[-_FOOT:]) if date_in(line.text) and _is_bare(line.text)), None
    )
    unsure = [_why_number(numbered, count)] if count and count.sureness is not Sureness.SURE else []
    if foot is None or (dated is None and _part_of_date(head) and not _is_imprint(foot)):
        part = _part_of_date(head)
        if part is None:
            return None
        date, line = part
        if not _DAY.search(line.text):
            unsure.append((line.number, tr("只写了年月或年份，日期暂作 {date}，请核对", date=date.isoformat())))
        number = number_of(count, numbered.text, total.text, date)
        return NumberLine(date=date, number=number, lines=(*used, line.number), unsure=tuple(unsure))
    found = date_in(foot.text)
    assert found is not None, "the line has one"  # noqa: S101
    if dated is None:
        unsure.append((foot.number, tr("刊头没有日期，取了文末的 {date}，请核对", date=found.isoformat())))
    kept = (*used, foot.number) if dated else used
    number = number_of(count, numbered.text, total.text, found)
    return NumberLine(date=found, number=number, lines=kept, unsure=tuple(unsure))


def _dated(head: Lines) -> SourceLine | None:
    """Return the line of a head with its day; the days that an issue reports on are none where there is another."""
    bare = [line for line in head if date_in(line.text) and (_is_bare(line.text) or DATED.search(line.text))]
    days = [line for line in bare if date_in(DAYS.sub("　", line.text))]
    return next(iter(days or bare), None)


def _why_number(line: SourceLine, count: Counted | None) -> tuple[int, str]:
    first = count.first if count else 0
    if count and count.sureness is Sureness.TOTAL:
        return line.number, tr("只写了总期号，期号暂作第 {n} 期，请核对", n=first)
    return line.number, tr("这里没有写“第几期”，期号暂作第 {n} 期，请核对", n=first)


def _part_of_date(head: Lines) -> tuple[dt.date, SourceLine] | None:
    whole = _of_month_and_day(head)
    if whole:
        return whole
    for pattern in (MONTH, HANZI_MONTH, YEAR):
        for line in head:
            match = pattern.search(line.text)
            if not match or not _is_bare(line.text):
                continue
            year, month = _hanzi_part(match) if pattern is HANZI_MONTH else _part(match, whole=pattern is YEAR)
            if 1 <= month <= 12 and year > 0:
                return dt.date(year, month, 1), line
    return None


def _of_month_and_day(head: Lines) -> tuple[dt.date, SourceLine] | None:
    """Return the day that a line says without its year, where the number's line says that: 2026年第8期 4月30日出版."""
    years = (int(match[1]) for line in head if (match := YEAR.search(line.text)) and _is_bare(line.text))
    year = next(years, 0)
    for line in head:
        match = _DAY.search(line.text)
        found = read_date(match[0], year=year) if match and year and _is_bare(line.text) else None
        if found:
            return found, line
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
