"""How bulletins write the number of an issue: 第9期, 总第88号, 〔2025〕18, 2025·2, NO.12, 第三辑, 秋季号."""

import re
from dataclasses import dataclass
from enum import StrEnum

HANZI = r"[〇○零一二三四五六七八九十百](?:\s*[〇○零一二三四五六七八九十百]){0,5}"
_COUNT = rf"(\d{{1,4}}|{HANZI})"
_UNIT = r"[期号號辑]"
_LAST = rf"(?:[—–\-~～至、]+\s*(?:第)?\s*{_COUNT}\s*)?"
_YEAR = r"[〔﹝\[［【（(]\s*((?:19|20)\d{2})\s*年?\s*[〕﹞\]］】）)]"
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}
PERMIT = re.compile(r"准印证|准印号|登记证|许可证|ISSN|刊号|\bCN\s*\d|批准文号|印刷证")
"""What stands in the line of a permit, whose number is none of an issue."""
_UNITS = {"十": 10, "百": 100}
_SEASONS = {"春": 1, "夏": 2, "秋": 3, "冬": 4}
TOTAL = re.compile(rf"(?:总|累计)\s*(?:第)?\s*(\d{{1,6}}|{HANZI})\s*{_LAST}(?:{_UNIT}|$|(?=[\s）)]))")
# a year and a number of three digits in one: 第2026019号
_YEARLY = re.compile(
    r"(?<!总)第\s*((?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})(\d{2,4}|[〇○零一二三四五六七八九]{2,4})()\s*[期号]"
)
_ORDINAL = re.compile(rf"(?<!总)(?<!累计)第\s*{_COUNT}\s*{_LAST}(?:{_UNIT}|卷(?!.{{0,6}}第))")
# a document's own number, 云政办〔2026〕3号, is none of an issue
_OF_YEAR = re.compile(rf"(?<![发办函字厅文规政令证]){_YEAR}\s*(?:第)?\s*{_COUNT}\s*{_LAST}(?:{_UNIT})?")
_SPOKEN = re.compile(rf"(?:(?<=年)|(?<=年 )|(?<=年　)|^)\s*(?:第)?{_COUNT}\s*{_LAST}期")
_LATIN = re.compile(r"(?:\bNO|\bNo|\bno|№|\bISSUE|\bIssue)\s*[.．:：]?\s*(\d{1,4})(?![\d.])()")
_MONTHLY = re.compile(rf"(?:(?<=年)|^|\s)(\d{{1,2}}|{HANZI})\s*月\s*(?:号|刊|期)()")
_SEASON = re.compile(r"([春夏秋冬])\s*季?\s*(?:号|刊|卷|季刊)()")
_FIRST = re.compile(r"(创刊号|试刊号?)()")
_LABELLED = re.compile(
    rf"(?:期\s*号|期\s*数|编\s*号|期次|序号|刊期)\s*[:：]\s*(?:(?:19|20)\d{{2}}\s*[-—·年/]\s*)?(?:第)?\s*{_COUNT}\s*{_LAST}(?:{_UNIT})?"
)
_DASHED = re.compile(
    r"(?:^|(?<=\s))(?:19|20)\d{2}\s*年?\s*[-—–·•.．/]\s*(\d{1,3})(?![\d.．/年月-])()(?:\s*期)?(?=$|[\s（(])"
)
_BARE = re.compile(rf"^[（(〔\[【]?\s*(?:第)?\s*(\d{{1,4}}|{HANZI})()\s*[）)〕\]】]?$")
_FRAMED = re.compile(
    r"(?<=第)\s*[【\[〔(（]\s*(\d{1,4})\s*[】\]〕)）]\s*(?=[期号辑])|[【\[〔(（]\s*(\d{4})\s*[】\]〕)）]\s*(?=年)"
)
_VOLUME = re.compile(rf"第?\s*{_COUNT}\s*卷|Vol(?:ume)?\s*[.．]?\s*\d{{1,3}}", re.IGNORECASE)


class Sureness(StrEnum):
    """How a number is to be taken. GUESSED: something else may be meant; TOTAL: only the total is printed."""

    SURE = "sure"
    GUESSED = "guessed"
    TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number as printed. year: one printed with it, 0 for none; start, end: where it stands in its text."""

    first: int
    last: int | None = None
    year: int = 0
    sureness: Sureness = Sureness.SURE
    start: int = 0
    end: int = 0


def bare_numbers(text: str) -> str:
    """Return a text without brackets around a number that its words name, 【2026】年第【18】期."""
    return _FRAMED.sub(lambda match: f" {match[1]} " if match[1] else f" {match[2]} ", text)


def find_count(text: str) -> Counted | None:
    """Return the number that a line says for certain, 第9期 and the like; None for another line."""
    text = bare_numbers(text)
    for form in (_YEARLY, _OF_YEAR, _ORDINAL, _SPOKEN, _LABELLED, _LATIN):
        for match in form.finditer(text):
            found = _counted(match, dated=form in (_YEARLY, _OF_YEAR))
            if found and found.first:
                return found
    return None


def guess_count(text: str, *, worded: bool = False) -> Counted | None:
    """Return the number that a line of a head says in a form that may be something else: 2025-12, 6月号, 18.

    worded: those with a word or the year; else a number alone.
    """
    for form in (_FIRST, _SEASON, _MONTHLY, _DASHED) if worded else (_BARE,):
        match = form.search(text)
        if match and (form is not _DASHED or int(match[1]) > 0):
            first = 1 if form is _FIRST else _SEASONS.get(match[1]) or value_of(match[1])
            if first:
                sure = Sureness.SURE if form is _FIRST else Sureness.GUESSED
                return Counted(first=first, sureness=sure, start=match.start(), end=match.end())
    return None


def without_counts(text: str, *, guessed: bool = True) -> str:
    """Return a text without its numbers, a blank in place of each. guessed: those of `guess_count` too."""
    text = bare_numbers(text)
    for form in (TOTAL, _YEARLY, _OF_YEAR, _ORDINAL, _VOLUME, _SPOKEN, _LABELLED, _LATIN):
        text = form.sub("　", text)
    if guessed:
        for form in (_FIRST, _SEASON, _MONTHLY, _DASHED):
            text = form.sub("　", text)
    return text


def ends_of(match: re.Match[str] | None) -> tuple[int | None, int | None]:
    """Return the first and the last number of a match, None for what it has not."""
    if match is None:
        return None, None
    return value_of(match[1]), value_of(match[2]) if match[2] else None


def value_of(count: str) -> int:
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


def _counted(match: re.Match[str], *, dated: bool) -> Counted | None:
    groups = match.groups()
    year = value_of(groups[0]) if dated else 0
    first, last = groups[1:3] if dated else groups[:2]
    return Counted(
        first=value_of(first),
        last=value_of(last) if last else None,
        year=year,
        start=match.start(),
        end=match.end(),
    )
