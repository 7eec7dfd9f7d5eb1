"""Dates in articles."""

import datetime as dt
import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import FindingField, Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import hit
from editor.model.language import tr
from editor.model.saying import said_weekday

_DAY = re.compile(r"(?:(\d{4}) ?年 ?)?(?<!\d)(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_YEAR = re.compile(r"\d{4} ?年")
_LONE = re.compile(r"(?<![\d月.．/、至到和—～~－-])(?<![\d月] )(\d{1,2}) ?日(?![内前后以之均常夜游元本报])")
_WEEKDAY = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日[（(](?:星期|周)([一二三四五六日天])[)）]")
_DAYS = "一二三四五六日"
_LEAP = 2000
# a season: of days further back, or to come, the year is not sure
_LATELY = dt.timedelta(days=92)


def impossible(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield days that no calendar has; without a year 29 February passes."""
    for passage in reading.passages:
        for match in _DAY.finditer(passage.masked) if "月" in passage.masked else ():
            if _date(int(match[1] or _LEAP), int(match[2]), int(match[3])) is None:
                yield hit(passage, match.span(), tr("没有{match}这一天", match=match[0]))


def wrong_weekday(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield dates with the name of another day of the week."""
    for passage in reading.passages:
        for match in _WEEKDAY.finditer(passage.masked) if "月" in passage.masked else ():
            day = _date(int(match[1]), int(match[2]), int(match[3]))
            if day and _DAYS[day.weekday()] != match[4].replace("天", "日"):
                yield hit(passage, match.span(), tr("这一天是{weekday}", weekday=said_weekday(day)))


def no_year(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the first day of an article where no year stands before it."""
    for passage in reading.body:
        match = _DAY.search(passage.masked) if "日" in passage.masked else None
        year = _YEAR.search(passage.masked)
        if match and match[1] is None and (year is None or year.start() > match.start()):
            year_meant = _year_before(reading.day, match[0])
            yield hit(
                passage,
                match.span(),
                tr("{match}未写年份", match=match[0]),
                detail=tr("一篇里第一次出现的日期写全年份，归档后才看得明白。"),
                becomes=f"{year_meant}年{match[0]}" if year_meant else None,
            )
        if match or year:
            return


def _year_before(day: dt.date, words: str) -> int | None:
    """Return the year of 12月27日 where it lies at most a season before a day; what is older or to come is not sure."""
    month, number = map(int, re.findall(r"\d+", words)[:2])
    for year in (day.year, day.year - 1):
        date = _date(year, month, number)
        if date and dt.timedelta(0) <= day - date <= _LATELY:
            return year
    return None


def no_month(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the first lone day of an article where no month stands before it."""
    for passage in reading.body:
        match = _LONE.search(passage.masked) if "日" in passage.masked else None
        month = re.search(r"\d ?月", passage.masked)
        if match and (month is None or month.start() > match.start()):
            yield hit(passage, match.span(1)[:1] + match.span()[1:], tr("{match}未写月份", match=match[0]))
        if match or month:
            return


def published_later(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield an article whose source is dated after the issue."""
    published = reading.article.archive.published
    if published and published > reading.setting.date:
        message = tr("发布日期{published}晚于本期日期", published=published)
        yield RuleHit(place=reading.place(FindingField.PUBLISHED), message=message, subject=published.isoformat())


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


RULES = (
    ArticleRule(id="dates.impossible", title=tr("没有这一天"), level=Level.ERROR, check=impossible),
    ArticleRule(id="dates.weekday", title=tr("星期不对"), level=Level.ERROR, check=wrong_weekday),
    ArticleRule(id="dates.no-year", title=tr("日期未写年份"), level=Level.INFO, check=no_year),
    ArticleRule(id="dates.no-month", title=tr("日期未写月份"), level=Level.INFO, check=no_month),
    ArticleRule(id="dates.published", title=tr("发布日期晚于本期"), level=Level.WARNING, check=published_later),
)
