"""From one value to another, and by how much: per cent, amounts, times, halves and doublings."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.portions import PORTION, bounds
from editor.checks.quantities import Quantity
from editor.checks.rule import ArticleRule
from editor.checks.rules.sums import ASK
from editor.checks.words import hit, told
from editor.model.language import tr

_UP = "增长|增加|提高|提升|上升|扩大|增|升|延长|攀升|跃升|发展|壮大|扩展|扩|增强|拓展|翻|净增|新增|多|上涨|涨"
_DOWN = (
    "下降|减少|降低|压缩|缩短|压减|回落|缩减|降|减|下滑|精简|缩小|削减|净减|少|下跌|跌|减压|整合|合并|归并|撤并|精减"
)
_TO = re.compile(
    rf"^(?:左右)?(?:，)?(?:迅速|逐步|大幅|快速|稳步)?(?P<verb>{_UP}|{_DOWN})了?(?:到|至|为|成)[^，。；\d\n]{{0,4}}(?:(?:19|20)\d\d年底?的?)?[^，。；\d\n]{{0,3}}$"
)
_NOW = re.compile(
    r"^，[^，。；\d\n]{0,6}(?:今年|目前|现在|如今|现已|(?:19|20)\d\d年底?)[^，。；\d\n]{0,6}(?:达到?|为|有|增至|升至|降至|增加到|提高到|下降到|减少到|是|至)$"
)
_THEN = re.compile(r"(?:上年|去年|前年|(?:19|20)\d\d年底?|同期|原来|过去)[^，。；]{0,10}$")
_FROM = re.compile(r"[由从][^，。；]{0,14}$")
_YEAR = r"(?:19|20)\d\d(?=年)"
_ONES = "一二三四五六七八九十"
_BY = re.compile(
    rf"[，,（(]?(?:[^，。；\d\n]{{0,3}}(?:同比|累计|共|净|实际|总体|平均))?(?P<verb>{_UP}|{_DOWN})(?:幅度?[达为]?|率[达为]?)?了?(?:约|近|达)?"
    rf"(?:(?P<times>\d+(?:\.\d+)?|[一两二三四五六七八九十])(?P<over>多|余)?倍(?P<over2>多|以上)?|(?P<fan>[一两二三四五])番|(?P<p>{PORTION})(?!点))"
)
_OF_OLD = re.compile(
    r"[，,]?(?:是|为|相当于)(?:原来|原先|过去|当时|当年|上年|去年|(?:19|20)\d\d年|十年前|五年前)[^，。；\d\n]{0,2}的(?P<of>\d+(?:\.\d+)?|[两三四五六七八九十])(?P<more>多|余)?倍"
)
_BY_AMOUNT = re.compile(
    rf"^[，,（(]?(?:[^，。；\d\n]{{0,3}}(?:同比|累计|共|净|实际|总体))?(?:{_UP}|{_DOWN})(?:幅度?[达为]?)?了?$"
)
_LEAST = 0.051
_YEARLY = re.compile("年均|年平均|每年|复合|月均|分别|其中")


class Change(NamedTuple):
    """Two amounts of a kind, the second of which the first became, and where what follows begins."""

    old: Quantity
    new: Quantity


def multiples(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 由80家增加到240家，增长了3倍, 由60次减少到40次，减少了一半, and per cent that the two do not give."""
    for change in _changes(reading):
        if change.old.unit == "%":
            continue
        of_old = _OF_OLD.match(reading.whole.masked, change.new.end)
        if of_old:
            yield from _of_old(_found(reading, of_old), change)
        match = _BY.match(reading.whole.masked, change.new.end)
        if match is None or _YEARLY.search(match[0]):
            continue
        found = _found(reading, match)
        if match["times"] or match["fan"]:
            yield from _times(found, change)
        else:
            yield from _portion(found, change)


def _changes(reading: ArticleTexts) -> Iterator[Change]:
    text = reading.whole.masked
    for clause in reading.whole.clauses:
        for old, new in zip(clause.quantities, clause.quantities[1:], strict=False):
            if old.unit != new.unit or not old.value:
                continue
            before, between = text[max(old.start - 18, clause.start) : old.start], text[old.end : new.start]
            later = _THEN.search(before) and _NOW.match(between) and _is_in_order(before, between)
            if later or (_FROM.search(before) and _TO.match(between)):
                yield Change(old, new)


def _is_in_order(before: str, between: str) -> bool:
    """Return whether the first amount is of an earlier year, where both have one."""
    first, second = re.findall(_YEAR, before), re.findall(_YEAR, between)
    return not (first and second) or first[-1] < second[-1]


def difference(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 由71%提高到84%，提高12个百分点, and 由30家增加到52家，增加20家."""
    amounts, text = reading.whole.amounts, reading.whole.masked
    for change in _changes(reading):
        at = bisect_left(amounts, change.new.end, key=lambda one: one.start)
        by = amounts[at] if at < len(amounts) else None
        unit = "个百分点" if change.old.unit == "%" else change.old.unit
        if not by or by.unit != unit or by.rough or not _BY_AMOUNT.match(text[change.new.end : by.start]):
            continue
        due = abs(change.new.value - change.old.value)
        slack = (change.new.slack + change.old.slack + by.slack) / 2
        if abs(due - by.value) > max(_LEAST if unit == "个百分点" else slack, 1e-6) and not (
            change.old.rough or change.new.rough
        ):
            passage, shift = reading.whole.at(by.start)
            words = re.sub(r"^[\d,.]+", "", text[by.start : by.end])
            message = tr("按这两个数算相差{due:g}{unit}", due=round(due / by.large, 2), unit=words)
            yield hit(passage, (by.start - shift, by.end - shift), message, detail=ASK)


def _times(found: Found, change: Change) -> Iterator[RuleHit]:
    ratio = change.new.value / change.old.value
    slack = 1 + (change.old.slack / change.old.value + change.new.slack / change.new.value if change.new.value else 0)
    if found["fan"]:
        due = math.log2(ratio) if ratio > 0 else 0
        said = 2 if found["fan"] == "两" else _ONES.index(found["fan"]) + 1
        if abs(due - said) > 0.35 and ratio > 1:
            message = tr(
                "按这两个数是{ratio:g}倍，翻{said}番是{due:g}倍", ratio=_short(ratio), said=found["fan"], due=2.0**said
            )
            yield told(found, message, detail=ASK)
        return
    said_times = float(found["times"]) if found["times"][0].isdigit() else 1.0 + (_ONES + "两").index(found["times"])
    said_times = 2.0 if found["times"] == "两" else said_times
    grown = ratio - 1
    over = found["over"] or found["over2"]
    low, high = said_times / slack - 0.06 * said_times, (said_times + (1 if over else 0)) * slack + 0.06 * said_times
    if ratio > 1 and not low <= grown <= high:
        yield told(found, tr("按这两个数是增长{grown:g}倍", grown=_short(grown)), detail=ASK)


def _of_old(found: Found, change: Change) -> Iterator[RuleHit]:
    ratio = change.new.value / change.old.value
    said = float(found["of"]) if found["of"][0].isdigit() else 1.0 + (_ONES + "两").index(found["of"])
    said = 2.0 if found["of"] == "两" else said
    if not said * 0.93 <= ratio <= (said + (1 if found["more"] else 0)) * 1.07:
        yield told(found, tr("按这两个数是{ratio:g}倍", ratio=_short(ratio)), detail=ASK)


def _portion(found: Found, change: Change) -> Iterator[RuleHit]:
    percent = (change.new.value - change.old.value) / change.old.value * 100
    down = re.match(f"(?:{_DOWN})", found["verb"]) is not None
    due, said = (-percent if down else percent), bounds(found.match)
    slack = (change.old.slack / change.old.value + change.new.slack / max(change.new.value, 1)) * (
        60 + 0.6 * abs(percent)
    )
    rough = change.old.rough or change.new.rough
    if found["cent"] and not found["about"] and not found["more"]:
        wrong = abs(due - float(found["cent"])) > max(0.6, slack, 0.03 * abs(due))
    else:
        wrong = not said.low - slack <= due <= said.high + slack
    if wrong and not rough:
        yield told(found, tr("按这两个数算是{change:+.1f}%", change=percent), detail=ASK)


def _short(number: float) -> float:
    return round(number, 2)


def _found(reading: ArticleTexts, match: re.Match[str]) -> Found:
    passage, shift = reading.whole.at(match.start())
    return Found(passage, shift, match)


RULES = (
    ArticleRule(
        id="sums.difference",
        title=tr("相差的数算错"),
        level=Level.WARNING,
        check=difference,
        why=tr("升降与前后两个数一致"),
    ),
    ArticleRule(
        id="sums.multiple",
        title=tr("倍数、增幅与两个数不符"),
        level=Level.WARNING,
        check=multiples,
        why=tr("增速=（新-旧）÷旧"),
    ),
)
