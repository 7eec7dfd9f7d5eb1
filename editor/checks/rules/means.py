"""Means and products: so many, so much each, so much in all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.quantities import Clause, Quantity
from editor.checks.rule import ArticleRule
from editor.checks.rules.measures import ratio_of
from editor.checks.rules.sums import ASK
from editor.checks.words import hit
from editor.model.language import tr

_COUNTED = "袋箱包瓶张人户家亩村校所台辆套期次场项件天日月组班篇栋座处只头个名"
_MEAN = re.compile(
    rf"(?:平均每(?P<each>[{_COUNTED}])|每(?P<per>[{_COUNTED}])平均|(?P<kind>[人户村校亩日月场期次套家店班县镇乡篇车台])均|(?:平均)?(?P<yield>亩)产)"
)
_EACH = re.compile(rf"每(?P<each>平方米|公里|公顷|吨|[{_COUNTED}])(?![年月日周天季次](?![租薪工]))")
_PER_UNIT = re.compile(
    r"[/／](?P<each>平方米|公里|公顷|吨|[人户家亩村台辆套期次场项班篇座只头个名株])(?![年月日天季·/／])"
)
_UNITS = {
    "县": ("个", "县"),
    "镇": ("个", "镇"),
    "乡": ("个", "乡"),
    "店": ("家", "个"),
    "车": ("辆", "台"),
    "村": ("个", "村"),
    "校": ("所", "个", "家"),
    "名": ("人",),
    "个": ("个",),
    "组": ("组", "个"),
    "日": ("天",),
}
_UNNAMED = "个名家所"
_YEAR = re.compile("全年|年(?:接待|办件|客流|均?产|发电|处理)")
_HALVES = {"日": (365.0, 366.0), "天": (365.0, 366.0), "月": (12.0,)}
_OVER_TIME = re.compile("每[天日周月季次期]|[年月日]均|累计|最高|最多|上限|不超过|不低于|至少|起|以上|左右|预计可")
_SAID_OF_ALL = re.compile(
    "(?:共|共计|合计|总计|总共|一共|需|总额|总量|总价)[^，。；0-9]{0,8}$|(?:收入|金额|销售额|费用|总重|重量|总投资|支出)[达为共约]{0,2}$"
)
_STOP = re.compile("[。；！？\n]")
_FACTOR, _OFF, _FEW = 3.5, 0.06, 3


def means(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a mean that the count and the total before it do not give: 120户，共600万元，户均6万元."""
    text = reading.whole.masked
    for clause in reading.whole.clauses if reading.whole.has("均") or reading.whole.has("亩产") else ():
        for found in _MEAN.finditer(text, clause.start, clause.end):
            mean = _next(clause, found.end())
            each = found["each"] or found["per"] or found["kind"] or found["yield"]
            word = text[found.end() : mean.start] if mean else ""
            if mean is None or mean.rough or len(word) > 8 or re.search("[，。；、]", word):
                continue
            before = [one for one in clause.quantities if one.end <= found.start()]
            noun, word = (word[:2], word[2:]) if each in _UNNAMED else ("", word)
            if noun:
                named = [one for one in before if text.startswith(noun, one.end)]
                counts = _counts(text, named, each, clause)
                before = [one for one in before if one not in named]
            else:
                counts = _counts(text, before, each, clause)
            wholes = [one for one in before if one.unit == mean.unit and _is_total_of(text, one, word, clause)]
            far = None if wholes or not before else _far_total(reading, before[-1], mean, word, found.start())
            whole = far or (wholes[0] if len(wholes) == 1 else None)
            if whole and len(counts) == 1 and all(_is_off(whole.value / one, mean, whole) for one in counts[0]):
                made = _said(reading, mean, whole.value / counts[0][0] / mean.large)
                yield replace(made, level=Level.INFO) if far else made


def _far_total(reading: ArticleTexts, count: Quantity, mean: Quantity, word: str, start: int) -> Quantity | None:
    """Return the one amount of an article that can be the total of 管护员40名，人均管护1500亩."""
    text = reading.whole.masked
    doing = word[:2]
    if start - count.end > 1 or len(doing) < 2 or doing not in text[max(count.start - 8, 0) : count.start]:
        return None
    alike = [one for one in reading.whole.amounts if one.unit == mean.unit and one.value > mean.value and not one.rough]
    return alike[0] if len({one.value for one in alike}) == 1 and alike[0].start < start else None


def _counts(text: str, before: Sequence[Quantity], each: str, clause: Clause) -> list[tuple[float, ...]]:
    """Return what a total may be divided by: the count that is told, or the days and months of 全年."""
    units = _UNITS.get(each, (each,))
    given: list[tuple[float, ...]] = [
        (one.value,) for one in before if one.unit in units and one.value and not one.rough
    ]
    if not given and each in _HALVES and _YEAR.search(text, clause.start, clause.end):
        return [_HALVES[each]]
    return given


def _is_total_of(text: str, one: Quantity, word: str, clause: Clause) -> bool:
    """Return whether an amount is what a mean is taken of: its noun is the mean's, or the mean has none."""
    bare = re.sub("[约为达到至有近了是]", "", word)
    before = text[max(one.start - 12, clause.start) : one.start]
    if one.rough or re.search("均|每|增长|上年|去年", before[-6:]):
        return False
    return not bare or any(bare[at : at + 2] in before for at in range(max(len(bare) - 1, 1)))


def _is_off(due: float, mean: Quantity, whole: Quantity) -> bool:
    off = abs(due - mean.value) > _OFF * due + mean.slack
    return off and mean.value / _FACTOR < due < mean.value * _FACTOR and whole.value > mean.value


def products(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 40辆，每辆25万元，共计1200万元: a total that count and price do not give."""
    text = reading.whole.masked
    for clause in reading.whole.clauses if any(map(reading.whole.has, ("每", "/", "单价", "均"))) else ():
        if len(clause.quantities) < _FEW:
            continue
        prices = list(_prices(text, clause))
        if len(prices) == 1 and not _OVER_TIME.search(text, clause.start, clause.end):
            yield from _product(reading, clause, *prices[0])


def _prices(text: str, clause: Clause) -> Iterator[tuple[Quantity, str | None]]:
    """Yield what one costs and of what, None where that is not told: 每辆25万元, 20元/亩, 单价1.2万元."""
    for each in _EACH.finditer(text, clause.start, clause.end):
        price = _next(clause, each.end())
        if price and price.start - each.end() <= 12 and not _STOP.search(text, each.end(), price.start):
            yield price, each["each"]
    for one in clause.quantities:
        per = _PER_UNIT.match(text, one.end)
        before = text[max(one.start - 8, clause.start) : one.start]
        named = re.search(r"(?:单价|(?P<kind>[人户])均)[为约是]?$", before)
        if per or named:
            yield one, per["each"] if per else (named["kind"] if named else None)


def _product(reading: ArticleTexts, clause: Clause, price: Quantity, each: str | None) -> Iterator[RuleHit]:
    text = reading.whole.masked
    if price.rough or not price.value:
        return
    units = _UNITS.get(each, (each,)) if each else tuple(_COUNTED)
    others = [one for one in clause.quantities if one is not price and not one.rough]
    counts = [one for one in others if one.unit in units and one.value]
    totals = [
        one
        for one in others
        if ratio_of(price, one)
        and one.start > price.start
        and _SAID_OF_ALL.search(text, max(one.start - 12, clause.start), one.start)
    ]
    if len(counts) == len(totals) == 1 and counts[0] is not totals[0] and counts[0].start < totals[0].start:
        ratio = ratio_of(price, totals[0]) or 1
        due = counts[0].value * price.value * ratio
        slack = (price.slack * counts[0].value + counts[0].slack * price.value) * ratio + totals[0].slack
        whole_numbers = counts[0].large == 1 and price.slack * 2 <= price.large
        off = abs(due - totals[0].value)
        if off > (totals[0].slack if whole_numbers else min(slack, _OFF * due)) and _is_like(due, totals[0].value):
            yield _said(reading, totals[0], due / totals[0].large)


def _is_like(due: float, said: float) -> bool:
    """Return whether two totals differ by a slip: not by three years of the same."""
    times = said / due
    return 1 / _FACTOR < times < _FACTOR and (times < 1.5 or abs(times - round(times)) > 0.01)


def _next(clause: Clause, place: int) -> Quantity | None:
    return next((one for one in clause.quantities if one.start >= place), None)


def _said(reading: ArticleTexts, said: Quantity, due: float) -> RuleHit:
    passage, shift = reading.whole.at(said.start)
    unit = re.sub(r"^[\d,.]+", "", reading.whole.masked[said.start : said.end])
    message = tr("按这两个数算是{due:g}{unit}", due=float(f"{due:.4g}"), unit=unit)
    return hit(passage, (said.start - shift, said.end - shift), message, detail=ASK)


RULES = (
    ArticleRule(id="sums.mean", title=tr("平均数算错"), level=Level.WARNING, check=means, why=tr("平均数=总数÷个数")),
    ArticleRule(
        id="sums.product", title=tr("总数与单数不符"), level=Level.WARNING, check=products, why=tr("总数=个数×每个的数")
    ),
)
