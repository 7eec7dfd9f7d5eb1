"""Days as pages write them: in English, as numbers, with their parts set apart, in addresses."""

import datetime as dt
import re

from editor.text.dates import find_date

_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_MONTHS = {name: at for at, name in enumerate(_MONTH[1 : _MONTH.index(")")].split("|"), 1)}
_ENGLISH = re.compile(
    rf"\b{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})|\b(\d{{1,2}}) {_MONTH}\.?,? (\d{{4}})", re.IGNORECASE
)
_PARTED = re.compile(
    r"(?:^|[\u2003\s])(\d{1,2})日?[\u2003\s]+((?:19|20)\d\d)[-./年](\d{1,2})月?(?=$|[\u2003\s])"
    r"|(?:^|[\u2003\s])((?:19|20)\d\d)[-./年](\d{1,2})月?[\u2003\s]+(\d{1,2})日?(?=$|[\u2003\s])"
)
_RELATIVE = re.compile(r"(?:^|[\u2003\s·|])(?:\d{1,3}\s?(?:分钟|小时|天|周|个月)前|刚刚|昨天|前天)(?=$|[\u2003\s·|])")
_LONGEST_RELATIVE = 40
_SPACED = re.compile(r"(?<!\d)((?:19|20)\d\d)\s+(\d\d?)\s*[/.-]\s*(\d\d?)(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_SHORT = re.compile(r"(?<![\d-])([12]\d)-(0\d|1[0-2])-([0-3]\d)\s\d{1,2}:\d\d")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_CHINA = dt.timezone(dt.timedelta(hours=8))


def any_date(text: str) -> dt.date | None:
    """Return the first date in text, also in English or as seconds since 1970 in China's time; None for none.

    Dates before 1980 are no dates of web pages.
    """
    found = _instant(text) or find_date(text) or _spaced(text) or _english(text) or _compact(text) or _short(text)
    return found if found and found.year >= 1980 else None


def _instant(text: str) -> dt.date | None:
    """Return the day in China of an instant that names its zone, or that is a number of seconds or milliseconds."""
    bare = text.strip()
    if _EPOCH.fullmatch(bare):
        return dt.datetime.fromtimestamp(int(bare[:10]), _CHINA).date()
    if "T" in bare[:16] and len(bare) < 40:
        try:
            made = dt.datetime.fromisoformat(bare.replace("+0800", "+08:00"))
        except ValueError:
            return None
        return made.astimezone(_CHINA).date() if made.tzinfo else made.date()
    return None


def _english(text: str) -> dt.date | None:
    match = _ENGLISH.search(text)
    if not match:
        return None
    month, day, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
    return _date(int(year), _MONTHS[month[:3].lower()], int(day))


def _spaced(text: str) -> dt.date | None:
    """Return a date whose year stands apart: 2025 03/05."""
    match = _SPACED.search(text)
    return _date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _short(text: str) -> dt.date | None:
    """Return a date whose year has two figures, which only stands beside a time: 26-11-01 11:26."""
    match = _SHORT.search(text)
    return _date(2000 + int(match[1]), int(match[2]), int(match[3])) if match else None


def _compact(text: str) -> dt.date | None:
    match = _COMPACT.search(text) if len(text) < 24 else None
    return _date(int(match[1]), int(match[2]), int(match[3])) if match else None


def address_date(address: str) -> dt.date | None:
    """Return the date in a page's address, as in t20250120_1.html or 2025-01/20; None for none."""
    compact = _COMPACT.search(address)
    if compact:
        return _date(int(compact[1]), int(compact[2]), int(compact[3]))
    parts = re.search(r"/((?:19|20)\d\d)[-/]?(\d\d?)[-/]?(\d\d?)[/_]", address)
    return _date(int(parts[1]), int(parts[2]), int(parts[3])) if parts else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def parted_date(line: str) -> dt.date | None:
    """Return the date of a day and, set apart from it, a month: 08 2025-04; None for other lines."""
    match = _PARTED.search(line)
    if not match:
        return None
    day, year, month = (match[1], match[2], match[3]) if match[1] else (match[6], match[4], match[5])
    return _date(int(year), int(month), int(day))


def is_relative_time(line: str) -> bool:
    """Return whether a short line says when something appeared without a date: 3小时前."""
    return len(line) <= _LONGEST_RELATIVE and _RELATIVE.search(line) is not None
