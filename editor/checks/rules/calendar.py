"""How dates are written, and whether times and stretches of time can be."""

import datetime as dt
import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import better, hit, told
from editor.model.block_kinds import as_paragraph
from editor.model.language import tr
from editor.model.saying import said_weekday
from editor.text.dates import find_date

_Y, _M, _D = r"(?:19|20)\d\d", r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_MIXED = re.compile(
    rf"(?<![\d.])({_Y})[./-]({_M})[./-]({_D})日|(?<!\d)({_Y})年({_M})[./-]({_D})(?!\d)日?|(?<!\d){_Y}年{_M}月[一二三四五六七八九十]{{1,3}}日"
    rf"|(?<!\d){_Y}年[一二三四五六七八九十]{{1,2}}月"
)
_HANZI_YEAR = re.compile("[一二][一二三四五六七八九〇○零]{3}年(?:1[0-2]|[1-9])月")
_DOTTED = re.compile(rf"(?<![\d.])({_Y})\.({_M})\.({_D})(?![\d.日—～-])")
_PADDED = re.compile(r"(?<=年)0([1-9])(?=月)|(?<=月)0([1-9])(?=日)")
_DAYS_BACK = re.compile(rf"(?<!\d)(?:({_M})月)({_D})日?[至到—~～-]({_D})日")
_FULL_BACK = re.compile(rf"(?<!\d)(?:({_Y})年)?({_M})月({_D})日[至到—~～-](?:({_Y})年)?({_M})月({_D})日")
_MONTHS_BACK = re.compile(rf"(?<!\d)({_Y})年({_M})月?[至到—~～-]({_M})月(?!\d)")
_YEARS_BACK = re.compile(rf"(?<![\d.〔（(])({_Y})年?[至到—~～-]({_Y})年")
_TIME = re.compile(r"(?:(?<=[日时午晚间至到（]) ?|[-—～~])(\d{1,2})[:：](\d\d)(?![\d:：])")
_HOUR = re.compile(r"(?:(?<=日)|(?<=上午|下午|凌晨|晚上|中午))(\d{2})时(?![间代段期候尚令速效])")
_LAST_MONTH = re.compile(r"(?:1[0-2]|[1-9])(?:月?[至到—~～-])(1[3-9]|[2-9]\d)月(?!\d|份?后|龄)")
_TIMES_BACK = re.compile(r"([上下]午|晚上?)(\d{1,2})[:：](\d\d)[至到—~～-](\d{1,2})[:：](\d\d)")
_QUARTER = re.compile(r"(前?)([一二三四])(?:个)?季度[（(](\d{1,2})月?[至到—~～-](\d{1,2})月[)）]")
_HALF = re.compile(r"([上下])半年[（(](\d{1,2})月?[至到—~～-](\d{1,2})月[)）]")
_WEEKDAY = re.compile(rf"(?<![\d年])({_M})月({_D})日[（(](?:星期|周)([一二三四五六日天])[)）]")
_DAYS = "一二三四五六日"
_NEAR = 150
_DAY = re.compile(rf"(?<!\d)({_Y})年({_M})月({_D})日")
_HAPPENED = re.compile("召开|举行|印发|发布(?!会)|出台|公布|举办|揭牌|签署|上线|获悉|审议通过|正式启动|了")
_TO_COME = re.compile("将|拟|计划|预计|起|前|届时|有望|截止|施行|实施|到期|期限|之前|以前|以后|之后|为止|至|底")
_RELATIVE = re.compile(
    "(?:^|(?<=[，。；“]))(?:昨[日天]|今[日天](?!头条|起|的)|明[日天]|前天|上周[一二三四五六日])(?=[，上下的在从由，]|[^，。]{2})",
    re.MULTILINE,
)
_VAGUE = re.compile("(?:^|(?<=[，。；电 ]))(近日|日前|近期|不久前)(?=[，由，])?", re.MULTILINE)
_ALONE = re.compile(rf"({_Y})[-./]({_M})[-./]({_D})")
_BOTH = re.compile("以前之前|以后之后|以内之内|以来之后|左右前后|之前以前|之后以后")


def mixed(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield dates that mix points and 年月日, or digits and hanzi."""
    for found in (*reading.whole.find_numbers(_MIXED), *reading.whole.find(_HANZI_YEAR)):
        parts = [int(part) for part in found.match.groups() if part]
        right = f"{parts[0]}年{parts[1]}月{parts[2]}日" if parts else None
        yield told(found, tr("日期“{found}”混用了两种写法", found=found[0]), becomes=right)


def dotted(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield dates in points alone."""
    for found in reading.whole.find_numbers(_DOTTED):
        yield better(found, f"{found[1]}年{int(found[2])}月{int(found[3])}日")


def padded(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield months and days with a zero before them."""
    for found in reading.whole.find(_PADDED):
        yield told(found, tr("月、日前不加零"), becomes=found[0][1:])


def bare_date(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a paragraph that is a date in numbers alone."""
    for block, passage in zip(reading.article.blocks, reading.body, strict=True):
        found = _ALONE.fullmatch(passage.text.strip()) if as_paragraph(block) else None
        if found:
            at = passage.text.index(found[0])
            right = f"{found[1]}年{int(found[2])}月{int(found[3])}日"
            yield hit(passage, (at, at + len(found[0])), tr("日期写作“{right}”", right=right), becomes=right)


def backwards(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield stretches of days whose end lies before their beginning."""
    for found in reading.whole.find_numbers(_DAYS_BACK):
        if int(found[2]) > int(found[3]):
            yield told(found, tr("起止颠倒：{found}", found=found[0]))
    for found in reading.whole.find_numbers(_FULL_BACK):
        first, last = (
            (int(found[1] or 0), int(found[2]), int(found[3])),
            (int(found[4] or 0), int(found[5]), int(found[6])),
        )
        if (first if last[0] else first[1:]) > (last if last[0] else last[1:]) and (not last[0] or first[0]):
            yield told(found, tr("起止颠倒：{found}", found=found[0]))


def months_backwards(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield stretches of months of one year, and of years, whose end lies before their beginning."""
    for found in reading.whole.find_numbers(_MONTHS_BACK):
        if int(found[2]) > int(found[3]):
            yield told(found, tr("起止颠倒：{found}", found=found[0]), detail=tr("跨年的要写明“次年”。"))
    for found in reading.whole.find_numbers(_YEARS_BACK):
        if int(found[1]) > int(found[2]):
            yield told(found, tr("起止颠倒：{found}", found=found[0]))


def no_time(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield times that no clock shows."""
    for found in reading.whole.find(_TIME):
        if int(found[1]) > 24 or int(found[2]) > 59:
            yield told(found, tr("没有{found}这个时间", found=found[0].strip()))


def no_hour(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 25时 and 1—13月."""
    for found in reading.whole.find(_HOUR):
        if int(found[1]) > 24:
            yield told(found, tr("没有{found}这个时间", found=found[0]))
    for found in reading.whole.find_numbers(_LAST_MONTH):
        if int(found[1]) > 12 and int(found[1]) < 32:
            yield told(found, tr("没有{found}这个时间", found=f"{found[1]}月"))


def times_backwards(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield times of one half of a day whose end lies before their beginning."""
    for found in reading.whole.find(_TIMES_BACK):
        if (int(found[2]) % 12, int(found[3])) >= (int(found[4]) % 12 or 12, int(found[5])):
            yield told(found, tr("起止颠倒：{found}", found=found[0]))


def wrong_quarter(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield quarters and halves of a year with other months than theirs."""
    for found in reading.whole.find(_QUARTER):
        last = 3 * ("一二三四".index(found[2]) + 1)
        first = 1 if found[1] else last - 2
        if (int(found[3]), int(found[4])) != (first, last):
            yield told(found, tr("{n}季度是{first}月至{last}月", n=found[1] + found[2], first=first, last=last))
    for found in reading.whole.find(_HALF):
        first = 1 if found[1] == "上" else 7
        if (int(found[2]), int(found[3])) != (first, first + 5):
            yield told(found, tr("{n}半年是{first}月至{last}月", n=found[1], first=first, last=first + 5))


def near_weekday(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield days without a year, within five months of the source's day, whose weekday is another."""
    near = reading.day
    for found in reading.whole.find_numbers(_WEEKDAY):
        years = (near.year - 1, near.year, near.year + 1)
        days = [day for of in years if (day := _date(of, int(found[1]), int(found[2])))]
        named = found[3].replace("天", "日")
        here = min(days, key=lambda day: abs((day - near).days), default=None)
        if here and abs((here - near).days) < _NEAR and _DAYS[here.weekday()] != named:
            yield told(found, tr("{year}年的这一天是{weekday}", year=here.year, weekday=said_weekday(here)))


def to_come(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield days after the issue's on which something is said to have happened."""
    for found in reading.whole.find_numbers(_DAY):
        day = _date(int(found[1]), int(found[2]), int(found[3]))
        if day is None or day <= reading.setting.date:
            continue
        rest = re.split("[。；\n]", found.passage.text[found.span()[1] :], maxsplit=1)[0][:40]
        if _HAPPENED.search(rest) and not _TO_COME.search(rest) and not _is_until(found.passage.text, found.span()[0]):
            message = tr("{day}晚于本期日期，却说已经发生", day=found[0])
            yield told(found, message, detail=tr("核对年、月、日。"))


def relative(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 昨日, 今天 and the like, which readers of a bulletin cannot place."""
    for found in reading.whole.find(_RELATIVE):
        yield told(found, tr("“{found}”要写成具体日期", found=found[0]))


def vague(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the first 近日 of an article that has no date at all."""
    vague_words = any(map(reading.whole.has, ("近日", "日前", "近期", "不久")))
    first = next(reading.whole.find(_VAGUE), None) if vague_words else None
    if first and find_date(reading.whole.text) is None and not re.search(r"\d月", reading.whole.text):
        yield told(first, tr("只写“{found}”，全篇没有日期", found=first[1]), group=1)


def twice(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 以前之前."""
    for found in reading.whole.find(_BOTH):
        yield better(found, found[0][:2])


def _is_until(text: str, at: int) -> bool:
    return text[max(at - 3, 0) : at].endswith(("至", "到", "截至", "截止", "于", "自", "从", "—"))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


RULES = (
    ArticleRule(
        id="dates.mixed",
        title=tr("日期写法混用"),
        level=Level.WARNING,
        check=mixed,
        why=tr("GB/T 15835 5.1.4 一个日期只用一种写法"),
    ),
    ArticleRule(
        id="dates.dotted",
        title=tr("日期用点号"),
        level=Level.INFO,
        check=dotted,
        why=tr("GB/T 15835 5.1.4 一个日期只用一种写法"),
    ),
    ArticleRule(
        id="dates.padded",
        title=tr("月日前加零"),
        level=Level.INFO,
        check=padded,
        why=tr("GB/T 9704 7.3.5 月、日不编虚位"),
    ),
    ArticleRule(
        id="dates.bare",
        title=tr("成文日期的写法"),
        level=Level.INFO,
        check=bare_date,
        why=tr("GB/T 9704 7.3.5 成文日期用阿拉伯数字将年、月、日标全"),
    ),
    ArticleRule(id="dates.backwards", title=tr("日期起止颠倒"), level=Level.ERROR, check=backwards),
    ArticleRule(id="dates.months", title=tr("年月起止颠倒"), level=Level.WARNING, check=months_backwards),
    ArticleRule(id="dates.time", title=tr("没有这个时间"), level=Level.ERROR, check=no_time),
    ArticleRule(id="dates.hour", title=tr("没有这个钟点或月份"), level=Level.ERROR, check=no_hour),
    ArticleRule(id="dates.times", title=tr("时间起止颠倒"), level=Level.ERROR, check=times_backwards),
    ArticleRule(id="dates.quarter", title=tr("季度与月份不符"), level=Level.ERROR, check=wrong_quarter),
    ArticleRule(id="dates.near-weekday", title=tr("星期可能不对"), level=Level.WARNING, check=near_weekday),
    ArticleRule(
        id="dates.to-come",
        title=tr("晚于本期的事"),
        level=Level.WARNING,
        check=to_come,
        why=tr("已经发生的事不会晚于出刊日"),
    ),
    ArticleRule(
        id="dates.relative",
        title=tr("相对日期"),
        level=Level.INFO,
        check=relative,
        why=tr("归档后看不出是哪一天"),
    ),
    ArticleRule(
        id="dates.vague",
        title=tr("只写“近日”"),
        level=Level.INFO,
        check=vague,
        why=tr("归档后看不出是哪一天"),
    ),
    ArticleRule(id="dates.twice", title=tr("“以前”“之前”重复"), level=Level.WARNING, check=twice),
)
