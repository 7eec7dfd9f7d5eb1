"""Shares against the amounts beside them: of one whole that is named, and of one whole that others agree on."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.portions import PORTION, Bounds, bounds
from editor.checks.quantities import Quantity
from editor.checks.rule import ArticleRule
from editor.checks.rules.sums import ASK
from editor.checks.words import HAN, hit
from editor.model.language import tr

_SHARE = re.compile(
    rf"占(?P<of>[{HAN}]{{0,14}}?)(?:(?:的?(?:比重|比例|份额)|比)(?:约?为|是|达到?)?|的|总数|总量|了|到)?(?P<p>{PORTION})"
)
# 合格475份，合格率为95%
_RATE = re.compile(rf"[，,](?P<of>[{HAN}]{{2}})率(?:约?为|达到?|是)?(?P<p>{PORTION})")
_BETWEEN = re.compile("[。！？\n；]|同比|增长|下降|比上年|较|目标")
_OTHER = re.compile("全[国省市县区球]|世界|GDP|同期|上年|各|亚|欧")
_AMONG = re.compile("其中|[中里]，|[中里]有|[中里]\\d")
_LEVEL = re.compile("均|每|单价|率|增长|增加|减少")
_LATEST = 40
_OF_ITSELF, _DOING = "率", 8
_NEAR, _APART, _HEAD, _NAME = 24, 60, 14, 3


class Share(NamedTuple):
    """A share behind its amount. of: what it is said to be a share of, empty for nothing."""

    part: Quantity
    said: Bounds
    of: str
    start: int
    end: int

    def wholes(self) -> tuple[float, float]:
        """Return the least and the greatest whole of which the amount is this share."""
        slack = min(self.part.slack, self.part.value / 2)
        return 100 * (self.part.value - slack) / self.said.high, 100 * (self.part.value + slack) / max(
            self.said.low, 0.01
        )


def of_named(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 240个村中，120个村建成，占三分之二: a share that the whole before it does not give."""
    text = reading.whole.masked
    for share in (*_shares(reading), *_rates(reading)):
        whole = _whole(text, reading.whole.amounts, share)
        if whole is None or whole.value < share.part.value:
            continue
        least, most = share.wholes()
        if not least - whole.slack <= whole.value <= most + whole.slack:
            yield _said(reading, share, whole.value)


def of_one(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the share of a list that is of another whole than the others: 40亿元占5%，320亿元占45%，440亿元占55%."""
    for run in _runs(reading):
        if len(run) > _LATEST:
            continue
        odd, whole = _odd(run, _before(reading, run)) if len(run) > 2 else _odd_of_two(run, reading)
        if odd:
            yield _said(reading, odd, whole)


def _shares(reading: ArticleTexts) -> Iterator[Share]:
    text, amounts = reading.whole.masked, reading.whole.amounts
    for found in _SHARE.finditer(text) if reading.whole.has("占") else ():
        at = bisect_left(amounts, found.start(), key=lambda one: one.start) - 1
        part = amounts[at] if at >= 0 else None
        if (
            not part
            or part.unit in ("%", "个百分点", "倍")
            or found.start() - part.end > _NEAR
            or part.rough
            or not part.value
        ):
            continue
        if not _BETWEEN.search(text, part.end, found.start()):
            yield Share(part, bounds(found), found["of"], found.start("p"), found.end())


def _rates(reading: ArticleTexts) -> Iterator[Share]:
    """Yield rates whose word stands before their amount: 合格475份，合格率为95%."""
    text, amounts = reading.whole.masked, reading.whole.amounts
    for found in _RATE.finditer(text) if reading.whole.has("率") else ():
        at = bisect_left(amounts, found.start(), key=lambda one: one.start) - 1
        part = amounts[at] if at >= 0 else None
        beside = part and part.end == found.start() and part.unit != "%" and part.value and not part.rough
        if part and beside and found["of"] in text[max(part.start - _DOING, 0) : part.start]:
            yield Share(part, bounds(found), _OF_ITSELF, found.start("p"), found.end())


def _whole(text: str, amounts: Sequence[Quantity], share: Share) -> Quantity | None:
    """Return the whole that a share is plainly of: the one amount of its kind before it in the sentence."""
    begin = max(text.rfind(mark, 0, share.part.start) for mark in "。！？\n；") + 1
    first = bisect_left(amounts, begin, key=lambda one: one.start)
    last = bisect_left(amounts, share.part.start, key=lambda one: one.start)
    alike = [one for one in amounts[first:last] if one.unit == share.part.unit]
    if _OTHER.search(share.of):
        return None
    if len(alike) != 1 or alike[0].rough:
        return _called(text, amounts, share)
    whole, before = alike[0], text[max(begin, alike[0].start - _HEAD) : alike[0].start]
    between = text[whole.end : share.part.start]
    if _LEVEL.search(before) or "占" in between or "增长" in between:
        return None
    named = (
        len(share.of) < 2 or share.of[-2:] in before + between or share.of in ("全部", "总数", "总量", "总额", "其中")
    )
    return whole if named and _AMONG.search(between) else _called(text, amounts, share)


def _called(text: str, amounts: Sequence[Quantity], share: Share) -> Quantity | None:
    """Return the amount that the paragraph gives for what a share is said to be of: 地区生产总值800亿元."""
    name = re.sub("^(?:全部|全市|全县|全省|其)|的$", "", share.of)
    if len(name) < _NAME:
        return None
    begin = text.rfind("\n", 0, share.part.start) + 1
    at = text.rfind(name, begin, share.part.start)
    if at < 0:
        return None
    behind = bisect_left(amounts, at, key=lambda one: one.start)
    whole = amounts[behind] if behind < len(amounts) else None
    near = whole and whole.start < share.part.start and whole.unit == share.part.unit and not whole.rough
    return (
        whole
        if near and whole and re.fullmatch(r"（[^（）\n]*）|[^，。；\d\n]{0,6}", text[at + len(name) : whole.start])
        else None
    )


def _runs(reading: ArticleTexts) -> Iterator[list[Share]]:
    """Yield shares that follow one another, of one kind and of one whole by their words."""
    run: list[Share] = []
    for share in _shares(reading):
        apart = run and (
            share.part.start - run[-1].end > _APART
            or share.part.unit != run[-1].part.unit
            or "\n" in reading.whole.masked[run[-1].end : share.start]
            or (share.of and run[0].of and share.of != run[0].of)
            or _OTHER.search(share.of)
        )
        if apart:
            yield from (run,) if len(run) > 1 else ()
            run = []
        run.append(share)
    yield from (run,) if len(run) > 1 else ()


def _odd(run: list[Share], told: Sequence[float]) -> tuple[Share | None, float]:
    """Return the one share that is of another whole than all the others, which agree: best on one that was told of."""
    odds = []
    for at, one in enumerate(run):
        others = [other.wholes() for other in (*run[:at], *run[at + 1 :])]
        least, most = max(low for low, _ in others), min(high for _, high in others)
        own = one.wholes()
        if least <= most and (own[0] > most or own[1] < least):
            known = next((value for value in told if least <= value <= most), 0.0)
            odds.append((one, known or (least + most) / 2, bool(known)))
    best = [odd for odd in odds if odd[2]] or odds
    return best[0][:2] if len(best) == 1 else (None, 0)


def _before(reading: ArticleTexts, run: list[Share]) -> list[float]:
    """Return the amounts that the text has told of before a run of shares."""
    amounts = reading.whole.amounts
    at = bisect_left(amounts, run[0].part.start, key=lambda one: one.start)
    return [one.value for one in amounts[max(at - _LATEST, 0) : at] if one.unit != "%"]


def _odd_of_two(run: list[Share], reading: ArticleTexts) -> tuple[Share | None, float]:
    """Return which of two shares is of another whole than all amounts together, or than one the text has told of."""
    total = sum(one.part.value for one in run)
    told = [value for value in _before(reading, run) if value > run[0].part.value]
    for whole in (total, *told):
        fits = [low <= whole <= high for low, high in (one.wholes() for one in run)]
        if all(fits):
            return None, 0
    for whole in (total, *[one for one in told if one == total]):
        fits = [low <= whole <= high for low, high in (one.wholes() for one in run)]
        if any(fits):
            return run[fits.index(False)], whole
    return None, 0


def _said(reading: ArticleTexts, share: Share, whole: float) -> RuleHit:
    passage, shift = reading.whole.at(share.start)
    due = 100 * share.part.value / whole
    span = (share.start - shift, share.end - shift)
    return hit(passage, span, tr("按这两个数算占{due:.1f}%", due=due), detail=ASK)


RULES = (
    ArticleRule(id="sums.share", title=tr("占比算错"), level=Level.WARNING, check=of_named, why=tr("占比=部分÷总数")),
    ArticleRule(
        id="sums.share-odd", title=tr("占比与其他各项不符"), level=Level.WARNING, check=of_one, why=tr("占比=部分÷总数")
    ),
)
