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
_DONE = re.compile(
    rf"(?:发现|排查|查出|受理|收到|接到|征集|梳理)[^，。；\d]{{0,8}}(?P<a>{NUM})(?P<u>{UNIT})，(?:已|现已|目前已)?"
    rf"(?:整改|办结|解决|回复|完成|采纳|化解|处置)(?:完成|到位|完毕|了)?(?P<b>{NUM})(?P<v>{UNIT})"
)
ASK = tr("核对原文里的数，看是哪一个写错了。")
_LARGE = {"万": 1e4, "亿": 1e8, "千": 1e3}


def growth(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a growth that the two values before it do not give."""
    for found in reading.whole.find_numbers(_GROWN) if reading.whole.has("年") or reading.whole.has("同期") else ():
        old, new = amount(found["a"], found["ua"]), amount(found["b"], found["ub"])
        if kind_of(found["ua"]) != kind_of(found["ub"]) or not old:
            continue
        change = (new - old) / old * 100
        down = found["verb"] in ("下降", "减少", "降低", "降")
        if not near(-change if down else change, float(found["c"].replace(",", "")), slack(found["a"], found["b"])):
            yield told(found, tr("按这两个数算是{change:+.1f}%", change=change), detail=ASK)


def done(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield more that is settled than was found: 发现问题231个，整改完成240个."""
    for found in reading.whole.find(_DONE):
        if found["u"] == found["v"] and amount(found["b"], "") > amount(found["a"], ""):
            yield told(found, tr("办完的{b}比总数{a}还多", b=found["b"], a=found["a"]), detail=ASK)


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
    ArticleRule(
        id="sums.done", title=tr("办完的多于总数"), level=Level.WARNING, check=done, why=tr("各部分之和不超过整体")
    ),
)
