"""Days and years that calendars and history fix: festivals, solar terms, meetings, anniversaries, five-year plans."""

import functools
import re
from collections.abc import Iterable, Iterator

from editor.checks.context import ArticleTexts
from editor.checks.days import Day, days, events, founded, lunar, solar_terms
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.rules.counted import number_of
from editor.checks.words import told
from editor.model.language import tr

_DATE = r"(?:(?P<y>(?:19|20)\d\d)年)?(?P<m>1[0-2]|[1-9])月(?P<d>3[01]|[12]\d|[1-9])日"
_COUNT = r"(?:第(?P<n>\d{1,3}|[一二三四五六七八九十]{1,4})个)?"
_IS = rf"(?:是|，是|，?(?:正值|恰逢|适逢|迎来|即将迎来)|为|（|[，、]?){_COUNT}[“（]?"
_TERMS = (
    "小寒|大寒|立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至"
    "|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至"
)
_TERM = re.compile(
    rf"{_DATE}(?:是|，?(?:正值|恰逢|适逢)|为|（)(?P<t>{_TERMS})|(?P<t2>{_TERMS})(?:节气)?（(?:(?:19|20)\d\d年)?(?P<m2>1[0-2]|[1-9])月(?P<d2>3[01]|[12]\d|[1-9])日）"
)
_LUNAR = re.compile(
    rf"{_DATE}(?:是|，?(?:正值|恰逢|适逢)|为|（)(?:农历)?(?P<f>春节|大年初一|元宵节|除夕|端午节|中秋节)|(?P<f2>春节|元宵节|除夕|端午节|中秋节)（(?:(?P<y2>(?:19|20)\d\d)年)?(?P<m2>1[0-2]|[1-9])月(?P<d2>3[01]|[12]\d|[1-9])日）"
)
_FIVE = "一二三四五"
_PLAN = re.compile(
    r"“?十(?P<p>[一二三四五])?五”?(?:规划|时期|期间)?(?:（|\()(?P<a>(?:19|20)\d\d)年?[—－–~～至-](?P<b>(?:19|20)\d\d)年?(?:）|\))"
)
_YEAR_OF_PLAN = re.compile(
    r"(?P<y>(?:19|20)\d\d)年(?:是|作为|，是)[^，。；]{0,4}“?十(?P<p>[一二三四五])?五”?(?:规划)?(?:的)?(?P<k>开局|收官|首|最后一)(?:之)?年"
)


def fixed_day(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 12月14日是国家宪法日, and numbers of such days that their first year does not give."""
    pattern, table = _days()
    for found in reading.whole.find_numbers(pattern) if reading.whole.has("日") else ():
        day = next(one for one in table if one.name.fullmatch(found["f"]))
        if (int(found["m"]), int(found["d"])) != (day.month, day.day):
            yield told(found, tr("“{name}”是{month}月{day}日", name=found["f"], month=day.month, day=day.day))
        elif day.first and found["n"]:
            year = int(found["y"] or reading.day.year)
            due = year - day.first + 1
            if number_of(found["n"]) != due and found["y"]:
                yield told(
                    found, tr("{year}年是第{number}个“{name}”", year=year, number=due, name=found["f"]), group="n"
                )


def solar_term(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield solar terms on a day on which they never fall."""
    for found in reading.whole.find(_TERM) if _has(reading, _TERMS.split("|")) else ():
        name = found["t"] or found["t2"]
        first, last = solar_terms()[name]
        if not first <= _month_day(found) <= last:
            (a, b), (c, d) = first, last
            yield told(found, tr("“{name}”在{a}月{b}日到{c}月{d}日之间", name=name, a=a, b=b, c=c, d=d))


def lunar_day(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield festivals of the lunar calendar on another day than theirs in the year."""
    for found in reading.whole.find(_LUNAR) if _has(reading, ("春节", "初一", "元宵", "除夕", "端午", "中秋")) else ():
        year = int(found["y"] or found["y2"] or reading.day.year)
        due = lunar(year).get((found["f"] or found["f2"]).replace("大年初一", "春节"))
        if due and _month_day(found) != (due.month, due.day):
            message = tr(
                "{year}年的{name}是{month}月{day}日",
                year=year,
                name=found["f"] or found["f2"],
                month=due.month,
                day=due.day,
            )
            yield told(found, message)


def meeting_year(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 2023年召开的党的二十大."""
    for pattern, year, words in events():
        for found in reading.whole.find_numbers(pattern) if _has(reading, words) else ():
            if int(found["y"]) != year:
                yield told(found, tr("“{name}”在{year}年", name=found["e"], year=year), group="y")


def anniversary(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 2024年是新中国成立70周年."""
    for pattern, year in founded() if "周年" in reading.whole.masked else ():
        for found in reading.whole.find_numbers(pattern):
            due = int(found["y"]) - year
            if number_of(found["n"]) != due:
                yield told(found, tr("{year}年是{number}周年", year=found["y"], number=due), group="n")


def plan_years(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield “十四五”（2020—2025年）, and a first or last year of a plan that is another."""
    if "五" not in reading.whole.masked:
        return
    for found in reading.whole.find(_PLAN):
        first, last = _plan(found["p"])
        if (int(found["a"]), int(found["b"])) != (first, last):
            yield told(found, tr("这个五年规划是{first}—{last}年", first=first, last=last), becomes=None)
    for found in reading.whole.find_numbers(_YEAR_OF_PLAN) if reading.whole.has("之年") else ():
        first, last = _plan(found["p"])
        due = first if found["k"] in ("开局", "首") else last
        if int(found["y"]) != due:
            yield told(found, tr("这一年是{due}年", due=due), group="y")


def _plan(number: str) -> tuple[int, int]:
    """Return the first and the last year of a five-year plan: 十五 is the tenth, 2001 to 2005."""
    first = 2001 + 5 * (_FIVE.index(number) + 1 if number else 0)
    return first, first + 4


def _month_day(found: Found) -> tuple[int, int]:
    return int(found["m"] or found["m2"]), int(found["d"] or found["d2"])


def _has(reading: ArticleTexts, words: Iterable[str]) -> bool:
    """Return whether one of these words stands in the text: much faster than a pattern."""
    return any(map(reading.whole.has, words))


@functools.cache
def _days() -> tuple[re.Pattern[str], tuple[Day, ...]]:
    table = days()
    names = "|".join(one.name.pattern for one in table)
    return re.compile(rf"{_DATE}{_IS}(?P<f>{names})"), table


_CALENDAR = tr("节日、节气和纪念日以法规和历法为准")
_HISTORY = tr("会议、规划和周年以史实为准")
RULES = (
    ArticleRule(id="dates.fixed-day", title=tr("节日与日期不符"), level=Level.ERROR, check=fixed_day, why=_CALENDAR),
    ArticleRule(id="dates.term", title=tr("节气与日期不符"), level=Level.ERROR, check=solar_term, why=_CALENDAR),
    ArticleRule(id="dates.lunar", title=tr("农历节日与日期不符"), level=Level.WARNING, check=lunar_day, why=_CALENDAR),
    ArticleRule(id="dates.meeting", title=tr("会议与年份不符"), level=Level.ERROR, check=meeting_year, why=_HISTORY),
    ArticleRule(id="dates.anniversary", title=tr("周年算错"), level=Level.ERROR, check=anniversary, why=_HISTORY),
    ArticleRule(id="dates.plan-years", title=tr("五年规划的年份"), level=Level.ERROR, check=plan_years, why=_HISTORY),
)
