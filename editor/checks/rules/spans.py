"""Terms, durations, ages and anniversaries against the days and years beside them."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.rules.counted import number_of
from editor.checks.words import told
from editor.model.language import tr

_Y = r"(?:19|20)\d\d"
_N = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,3})"
_DAY = r"(?P<{0}y>(?:19|20)\d\d)年(?:(?P<{0}m>1[0-2]|0?[1-9])月)?(?:(?P<{0}d>3[01]|[12]\d|0?[1-9])日)?"
_A, _B = _DAY.format("a"), _DAY.format("b")
_TERM = "(?:有效期|试行期|试点期|期限|任期|聘期|合作期|服务期|建设期|规划期|实施期|工期|周期)限?"
_FOR = rf"{_TERM}(?:为|是|共|暂定|定为)?(?P<n>{_N})年"
_TERM_FIRST = re.compile(rf"{_FOR}[，,（(]?(?:自|从|即|时间为)?{_A}起?(?:到|至|[—－–~～-])(?:于)?{_B}")
_TERM_LAST = re.compile(
    rf"(?:自|从|于){_A}(?:起|开始)?[^。；，\d\n]{{0,8}}[，,]?[^。；，\d\n]{{0,4}}{_FOR}[，,]?(?:有效期?|将)?(?:到|至|于)(?:于)?{_B}"
)
_UNTIL = re.compile(
    rf"(?:自|从|于){_A}(?:起|开始)?(?:施行|实施|执行|生效|试行)[，,。；]?[^。；，\d\n]{{0,6}}(?:有效期|有效)(?:限)?(?:为)?(?:到|至){_B}"
)
_LASTED = re.compile(
    rf"(?:自|从|于)?{_A}(?:起|初|底)?[^。；\d\n]{{0,12}}?(?:到|至|，|、|[—－–~～-])[^。；\d\n]{{0,6}}?{_B}(?:底|初)?[^。；\d\n]{{0,14}}?"
    rf"(?:历时|耗时|用时|前后|为期)(?:了)?(?P<about>近|约|超过?|逾|整整|长达)?(?P<n>{_N})(?P<u>年|个月)(?P<more>多|余|之久|半)?"
)
_FOUNDED = re.compile(
    rf"(?:成立|创建|创办|创刊|建校|建院|建厂|始建|组建|设立|建成|开馆|诞生|建立)于(?P<ay>{_Y})年[^。；\n]{{0,16}}?(?:(?P<by>{_Y})年|(?P<now>今年|目前|如今|至今|迄今))"
    rf"[^。；\n]{{0,14}}?(?P<about>已有|近|约|超过?|逾)?(?P<n>\d{{1,3}}|[一二两三四五六七八九十百]{{1,4}})(?P<more>多|余)?(?:周年|年(?:历史|的历史|了|校庆))"
)
_BORN = re.compile(
    rf"(?P<ay>{_Y})年(?:(?:1[0-2]|[1-9])月)?(?:(?:3[01]|[12]\d|[1-9])日)?(?:出?生)[^。；\d\n]{{0,10}}(?:(?P<by>{_Y})年|(?P<now>今年|现年|现龄|今))[^。；\d\n]{{0,6}}?(?:仅|已|刚满|年满)?(?P<n>\d{{1,3}})岁"
)
_REVERSED = re.compile(
    rf"(?:自|从)(?:(?P<ay>{_Y})年)?(?P<am>1[0-2]|0?[1-9])月(?:(?P<ad>3[01]|[12]\d|0?[1-9])日|底|初|份)?(?:起|开始)(?:[，,]?(?:到|至)|，(?=[^，。；\n]{{3,8}}(?:截止|结束)))(?:(?P<by>{_Y})年)?"
    rf"(?P<bm>1[0-2]|0?[1-9])月(?:(?P<bd>3[01]|[12]\d|0?[1-9])日|底|初|份)?"
)
_NEXT_YEAR = re.compile("每年|次年|翌年|第二年|来年|供暖|采暖|防火|冬|跨年|年度|学年")
_MONTHS, _FAR = 12, 24


def terms(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 自2025年3月1日起施行，有效期3年，至2030年2月28日止."""
    patterns = (_TERM_FIRST, _TERM_LAST) if reading.whole.has("期") else ()
    for pattern in patterns:
        for found in reading.whole.find(pattern):
            months, said = _months(found), number_of(found["n"]) if found["n"] != "两" else 2
            # whole years are counted with both ends where no day is told
            slack = 1 if found["bm"] else _MONTHS
            if months <= 0 or abs(months - said * _MONTHS) > slack:
                years = round((months + (0 if found["bm"] else _MONTHS)) / _MONTHS, 1)
                message = tr("起止之间是{years:g}年，不是{said}年", years=years, said=found["n"])
                yield told(found, message, detail=tr("核对起止日期和年数。"))
    for found in reading.whole.find(_UNTIL) if reading.whole.has("有效") else ():
        if _months(found) <= 0:
            yield told(found, tr("有效期在施行以前就到了"), detail=tr("核对起止日期和年数。"))


def lasted(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 2019年开工，2023年建成，历时7年."""
    for found in (
        reading.whole.find(_LASTED) if any(map(reading.whole.has, ("历时", "耗时", "用时", "前后", "为期"))) else ()
    ):
        said = (2 if found["n"] == "两" else number_of(found["n"])) + (0.5 if found["more"] == "半" else 0)
        months = _months(found)
        exact = found["u"] == "个月"
        due = months if exact else months / _MONTHS
        sure = 1.01 if not exact or found["bd"] else 1.5
        if exact and not (found["am"] and found["bm"]):
            continue
        if abs(due - said) > sure + (1 if found["about"] or found["more"] in ("多", "余") else 0) and months > 0:
            message = tr(
                "起止之间是{due:g}{unit}，不是{said}{unit}", due=round(due, 1), unit=found["u"], said=found["n"]
            )
            yield told(found, message, detail=tr("核对起止日期和年数。"))


def ages(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 成立于2014年，2024年举行成立20周年座谈会, and 1962年出生，2024年时52岁."""
    for found in reading.whole.find(_FOUNDED) if reading.whole.has("于") else ():
        due = _last_year(reading, found) - int(found["ay"])
        said = number_of(found["n"])
        if said and abs(due - said) > (1 if "周年" in found[0] and not found["now"] else 2) and not _is_about(found):
            yield told(
                found,
                tr("按成立的年份算是{due}年，不是{said}年", due=due, said=said),
                group="n",
                detail=tr("核对起止日期和年数。"),
            )
    for found in reading.whole.find_numbers(_BORN) if reading.whole.has("岁") else ():
        due = _last_year(reading, found) - int(found["ay"])
        if abs(due - int(found["n"])) > 1:
            yield told(
                found,
                tr("按出生年份算是{due}岁，不是{said}岁", due=due, said=found["n"]),
                group="n",
                detail=tr("核对起止日期和年数。"),
            )


def _is_about(found: Found) -> bool:
    return bool(found["about"] not in ("", "已有") or found["more"])


def _last_year(reading: ArticleTexts, found: Found) -> int:
    return int(found["by"]) if found["by"] else reading.day.year


def reversed_days(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 自2025年9月1日起，至6月30日结束, where no word tells of the next year."""
    for found in reading.whole.find(_REVERSED) if reading.whole.has("月") else ():
        first = (int(found["am"]), int(found["ad"] or 0))
        last = (int(found["bm"]), int(found["bd"] or 0))
        text, (start, end) = found.passage.text, found.span()
        years = int(found["ay"] or 0), int(found["by"] or 0)
        same = years[1] == 0 or years[0] == years[1]
        back = first[:1] > last[:1] or (found["ad"] and found["bd"] and first > last)
        wrong = (same and back) or (all(years) and years[0] > years[1])
        if wrong and not _NEXT_YEAR.search(text[max(start - _FAR, 0) : end]):
            yield told(found, tr("起止颠倒：{found}", found=found[0]), detail=tr("跨年的要写明“次年”。"))


def _months(found: Found) -> int:
    """Return the months from the first to the last day; to the last day of a month is to its end."""
    years = int(found["by"]) - int(found["ay"])
    if not (found["am"] and found["bm"]):
        return years * _MONTHS
    months = years * _MONTHS + int(found["bm"]) - int(found["am"])
    first, last = int(found["ad"] or 1), int(found["bd"] or 31)
    return months + (1 if last - first >= 26 else 0) - (1 if last - first <= -26 else 0)


_WHY = tr("年数=末年-首年")
RULES = (
    ArticleRule(id="dates.term", title=tr("有效期与起止不符"), level=Level.WARNING, check=terms, why=_WHY),
    ArticleRule(id="dates.lasted", title=tr("历时与起止不符"), level=Level.WARNING, check=lasted, why=_WHY),
    ArticleRule(id="dates.age", title=tr("年龄、周年与年份不符"), level=Level.WARNING, check=ages, why=_WHY),
    ArticleRule(id="dates.reversed", title=tr("起止月日颠倒"), level=Level.WARNING, check=reversed_days),
)
