"""Dates as Chinese texts write them."""

import datetime as dt
import re

_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_NUMERIC = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_ALONE = re.compile(r"(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_HANZI = re.compile(r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")


def find_date(text: str) -> dt.date | None:
    """Return the first valid date in text, in digits or hanzi; None where there is none."""
    for match in _NUMERIC.finditer(text):
        found = _date(*map(int, match.groups()))
        if found:
            return found
    hanzi = _HANZI.search(text)
    return _date(int(_year(hanzi[1])), _count(hanzi[2]), _count(hanzi[3])) if hanzi else None


def read_date(text: str, *, year: int) -> dt.date | None:
    """Return the date that a text is, None where it is none; one without a year lies in the given one."""
    match = _ALONE.fullmatch(text.strip())
    if not match:
        return find_date(text)
    return _date(int(match[1] or year), int(match[2]), int(match[3]))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _year(hanzi: str) -> str:
    return "".join(_DIGITS[char] for char in hanzi)


def _count(hanzi: str) -> int:
    """Return the number of hanzi up to 99, e.g. 二十三."""
    tens, mark, ones = hanzi.partition("十")
    if not mark:
        return int(_DIGITS[hanzi[-1]])
    return 10 * int(_DIGITS.get(tens, "1")) + int(_DIGITS.get(ones, "0"))
