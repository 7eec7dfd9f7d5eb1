"""Arithmetic of a text: growth, shares, parts and wholes."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, told
from editor.model.language import tr

NUM = r"\d[\d,]*(?:\.\d+)?"
UNIT = (
    "(?:[万亿千]?(?:亿|万)?"
    "(?:元|美元|人次|人|家|个|项|件|户|吨|套|台|条|辆|公里|平方米|千瓦时|起|篇|只|户次|亩|所|座|名|处|例|本|张|趟|班|场|宗|笔|株|头|部|类))"
)
_BEFORE = r"(?:上年同期|去年同期|上年|去年|(?:19|20)\d\d年(?:同期)?|同期)"
_GROWN = re.compile(
    rf"(?P<b>{NUM})(?P<ub>{UNIT})[，,；（(]?(?:而)?{_BEFORE}(?:全年)?(?:[{HAN}]{{0,6}}?)(?:为|是|仅为|只有)?(?P<a>{NUM})(?P<ua>{UNIT})[，,；）)]{{0,2}}(?:同比|比上年|较上年)?(?P<verb>增长|增加|提高|下降|减少|降低)了?(?P<c>{NUM})%"
)
_FROM_TO = re.compile(
    rf"(?:由|从)(?:(?:19|20)\d\d年的?|上年的?)?(?P<a>{NUM})(?P<ua>{UNIT})(?P<verb>增长|增加|提高|上升|下降|减少|降低|降)(?:到|至)(?:(?:19|20)\d\d年的?)?(?P<b>{NUM})(?P<ub>{UNIT})[，,]?(?:同比|累计|共)?(?:增长|增加|提高|上升|下降|减少|降低)了?(?P<c>{NUM})%"
)
_SHARE = re.compile(
    rf"(?P<b>{NUM})(?P<ub>{UNIT})[，；]其中[^，。；\d]{{0,16}}?(?P<a>{NUM})(?P<ua>{UNIT})[，,（(]?占(?:比|总数的?|全部的?|总量的?)?(?:约|为|达)?(?P<c>{NUM})%"
)
_PARTS = re.compile(
    rf"(?P<all>{NUM})(?P<unit>{UNIT})[，,：（(]\s?其中[：，]?(?P<parts>(?:[^，。；、\d]{{1,14}}(?:为|有|达|共)?{NUM}{UNIT}[，、；和]?){{2,}})(?=[。；）)，])"
)
_PART = re.compile(rf"([^，。；、\d]{{1,14}}?)({NUM})({UNIT})")
_TOTAL = re.compile(
    rf"分别(?:为|是|有|达)?(?P<parts>(?:{NUM}{UNIT}[、和，与]){{1,}}{NUM}{UNIT})[，,；]?(?:合计|总计|共计|一共|共)(?:[{HAN}]{{0,4}}?)(?P<all>{NUM})(?P<unit>{UNIT})"
)
_DONE = re.compile(
    rf"(?:发现|排查|查出|受理|收到|接到|征集|梳理)[^，。；\d]{{0,8}}(?P<a>{NUM})(?P<u>{UNIT})，(?:已|现已|目前已)?"
    rf"(?:整改|办结|解决|回复|完成|采纳|化解|处置)(?:完成|到位|完毕|了)?(?P<b>{NUM})(?P<v>{UNIT})"
)
_ONE = re.compile(rf"({NUM})({UNIT})")
ASK = tr("核对原文里的数，看是哪一个写错了。")
_LARGE = {"万": 1e4, "亿": 1e8, "千": 1e3}


def growth(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a growth that the two values before it do not give."""
    for pattern in (_GROWN, _FROM_TO):
        for found in reading.whole.find(pattern):
            old, new = amount(found["a"], found["ua"]), amount(found["b"], found["ub"])
            if kind_of(found["ua"]) != kind_of(found["ub"]) or not old:
                continue
            change = (new - old) / old * 100
            down = found["verb"] in ("下降", "减少", "降低", "降")
            if not near(-change if down else change, float(found["c"].replace(",", "")), slack(found["a"], found["b"])):
                yield told(found, tr("按这两个数算是{change:+.1f}%", change=change), detail=ASK)


def share(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a share that the whole and the part before it do not give."""
    for found in reading.whole.find_numbers(_SHARE) if reading.whole.has("其中") else ():
        whole, part = amount(found["b"], found["ub"]), amount(found["a"], found["ua"])
        if kind_of(found["ua"]) == kind_of(found["ub"]) and whole:
            due = part / whole * 100
            if not near(due, float(found["c"]), slack(found["a"], found["b"])):
                yield told(found, tr("按这两个数算占{due:.1f}%", due=due), detail=ASK)


def parts(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield parts behind 其中 that come to more than the whole, or do not come to it though the rest is among them."""
    for found in reading.whole.find_numbers(_PARTS) if reading.whole.has("其中") else ():
        given = [one for one in _PART.finditer(found["parts"]) if one[3] == found["unit"]]
        if len(given) != len(_PART.findall(found["parts"])) or len(given) < 2:
            continue
        whole, total = amount(found["all"], ""), sum(amount(one[2], "") for one in given)
        # 新出台816件、存量438件 are all of them; what follows counts them in another way
        if any(abs(sum(amount(one[2], "") for one in given[:many]) - whole) < 0.001 for many in range(2, len(given))):
            continue
        rest = any(one[1].startswith(("其他", "其它", "其余")) for one in given)
        rest = rest or {"男", "女"} <= {one[1][:1] for one in given}
        if (total > whole * 1.001 and (len(given) > 2 or rest)) or (rest and abs(total - whole) > whole * 0.001):
            message = tr("各部分合起来是{total:g}，不是{whole:g}", total=round(total, 4), whole=whole)
            yield told(found, message, detail=ASK)


def done(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield more that is settled than was found: 发现问题231个，整改完成240个."""
    for found in reading.whole.find(_DONE):
        if found["u"] == found["v"] and amount(found["b"], "") > amount(found["a"], ""):
            yield told(found, tr("办完的{b}比总数{a}还多", b=found["b"], a=found["a"]), detail=ASK)


def totals(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a total behind a list with 分别 that the list does not come to."""
    for found in reading.whole.find(_TOTAL):
        given = _ONE.findall(found["parts"])
        if {unit for _, unit in given} == {found["unit"]}:
            whole, total = amount(found["all"], ""), sum(amount(one, "") for one, _ in given)
            if abs(total - whole) > whole * 0.001:
                message = tr("各部分合起来是{total:g}，不是{whole:g}", total=round(total, 4), whole=whole)
                yield told(found, message, group="all", detail=ASK)


def amount(number: str, unit: str) -> float:
    """Return a number with the 万 and 亿 of its unit."""
    value = float(number.replace(",", ""))
    for char in unit:
        value *= _LARGE.get(char, 1)
    return value


def kind_of(unit: str) -> str:
    """Return a unit without 万 and 亿."""
    return unit.lstrip("万亿千")


def near(due: float, given: float, slack: float) -> bool:
    """Return whether two percentages are the same but for rounding."""
    return abs(due - given) <= max(0.6, slack * max(abs(due), 1), 0.03 * abs(due))


def slack(*numbers: str) -> float:
    """Return by what share a result may differ where the numbers are rounded to their last digit."""
    return sum(0.5 / max(float(one.replace(",", "").replace(".", "")), 1) for one in numbers) * 2


RULES = (
    ArticleRule(id="sums.growth", title=tr("增速算错"), level=Level.WARNING, check=growth, why=tr("增速=（新-旧）÷旧")),
    ArticleRule(id="sums.share", title=tr("占比算错"), level=Level.WARNING, check=share, why=tr("占比=部分÷总数")),
    ArticleRule(
        id="sums.parts", title=tr("分项与总数不符"), level=Level.WARNING, check=parts, why=tr("各部分之和不超过整体")
    ),
    ArticleRule(
        id="sums.done", title=tr("办完的多于总数"), level=Level.WARNING, check=done, why=tr("各部分之和不超过整体")
    ),
    ArticleRule(id="sums.totals", title=tr("合计算错"), level=Level.WARNING, check=totals, why=tr("合计等于各项之和")),
)
