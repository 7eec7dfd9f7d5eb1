"""Parts and wholes in further forms: shares that make no hundred, one part against its whole, means, ratios."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.quantities import Quantity
from editor.checks.rule import ArticleRule
from editor.checks.rules.sums import ASK, NUM, UNIT, amount, kind_of, near, slack
from editor.checks.words import HAN, hit, told
from editor.model.language import tr

_PER_CENT = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)[%％]")
_SENTENCE = re.compile(r"[^。\n]+")
# what tells shares of one whole; what tells changes, rates, or wholes that are not the same
_OF_ONE = re.compile("占|其中|用于|构成|比例|分别为|分成|分配|来自|投向|归")
_OTHERS = ("其他", "其它", "其余", "剩余", "余下")
_NOT_SHARES = re.compile(
    "同比|增长|下降|提高|提升|上升|降低|增加|减少|增速|涨|跌|率|超过|以上|高于|低于|目标|达标|覆盖|完成|满意|不低于|不少于|女性|党员|本科|学历|GDP|税收|就业|出口|不超过|容纳|创造|贡献|营业额"
)
_FAR = 24
_TWO_SHARES = re.compile(r"占(?:比|总数的?)?(?:约|为)?(\d+(?:\.\d+)?)%")
_OTHER_WHOLES = re.compile(
    "同比|比重|提高|上升|下降|全国|全省|全市|分别|同期|以上|人口|达到|目标|女性|党员|本科|学历|GDP|税收|就业|出口"
)
_ONE_PART = re.compile(
    rf"(?P<all>{NUM})(?P<unit>{UNIT})[，,（(]其中[^，。；：、\d]{{0,16}}?(?P<whole>(?P<part>{NUM})(?P<of>{UNIT}))(?!以上|以下|以内|[/／])"
)
_NOT_A_PART = re.compile(
    "不超过|最高|单个|上限|累计|历年|总|全[国省市县区]|平均|人均|户均|达到|目标|上年|去年|同期|相当"
)
# a level, which a part may well exceed; or what something rose or fell by
_LEVEL = re.compile(
    "均|单价|价格|工资|可支配收入|费率|中位|密度|指数|得分|分数|成绩|气温|温度|浓度|(?:增加|减少|提高|多|少)了?$"
)
_NEAR = 16
_OPENS = re.compile("[。；](?:这?其中|当中)[，：,]?")
_NO_PART = re.compile("累计|历年|次|全[国省市县区]|总|目标|平均|均|每|上年|去年|同期|率|价|以来")
_OUGHT = re.compile(
    rf"应(?P<verb>[参到检缴收建训接][保会检缴收建训种]?)[{HAN}]{{0,6}}?(?P<a>{NUM})(?P<u>{UNIT})[，、；][已现]?实际?(?P=verb)[{HAN}]{{0,6}}?(?P<b>{NUM})(?P<v>{UNIT})"
)
_SEXES = re.compile(
    rf"男[性生{HAN}]{{0,6}}?(?P<a>{NUM})[人名位][^。；\d]{{0,6}}[，、；]女[性生{HAN}]{{0,6}}?(?P<b>{NUM})[人名位]"
)
_BACK = 70
_SHARE_OF = re.compile(
    rf"(?P<a>{NUM})(?P<ua>{UNIT})[^。；\d]{{0,24}}?[，（(]占(?!比)[{HAN}]{{0,8}}?(?P<b>{NUM})(?P<ub>{UNIT})[{HAN}]{{0,8}}的(?P<c>{NUM})%"
)
_ALL, _SHORT = 100.6, 99.4
_FEW = 2


def shares(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield shares of one sentence that come to more than a hundred, or with 其他 among them to less."""
    text = reading.whole.masked
    for sentence in _SENTENCE.finditer(text) if text.count("%") > 1 else ():
        if sentence[0].count("%") < _FEW:
            continue
        for run in (*_runs(sentence[0]), *_two(sentence[0])):
            total = sum(float(one[1]) for one in run)
            rest = any(word in sentence[0][run[0].start() : run[-1].end()] for word in _OTHERS)
            if total > _ALL or (rest and total < _SHORT):
                passage, shift = reading.whole.at(sentence.start())
                begin = sentence.start() - shift
                span = (begin + run[0].start(), begin + run[-1].end())
                yield hit(passage, span, tr("各部分合起来是{total:g}%", total=round(total, 2)), detail=ASK)


def _two(sentence: str) -> Iterator[list[re.Match[str]]]:
    """Yield the two shares of a sentence whose clauses are alike."""
    found = list(_TWO_SHARES.finditer(sentence)) if sentence.count("占") > 1 else []
    if len(found) == _FEW and not _OTHER_WHOLES.search(sentence):
        between = sentence[found[0].end() : found[1].start()]
        if len(between) < _FAR and "其中" not in between and re.search("[；，、]", between):
            yield found


def _runs(sentence: str) -> Iterator[list[re.Match[str]]]:
    """Yield runs of three and more percentages that are shares of one whole by what stands before and between them."""
    found = list(_PER_CENT.finditer(sentence))
    if len(found) <= _FEW or not _OF_ONE.search(sentence):
        return
    run = [found[0]]
    for one, other in pairwise(found):
        gap = sentence[one.end() : other.start()]
        if len(gap) > _FAR or not re.search("[，、；和与]", gap):
            yield from (run,) if _is_list(sentence, run) else ()
            run = []
        run.append(other)
    yield from (run,) if _is_list(sentence, run) else ()


def _is_list(sentence: str, run: list[re.Match[str]]) -> bool:
    start = max(run[0].start() - _FAR, 0)
    around = sentence[start : run[-1].end() + 3]
    if len(run) <= _FEW or not _OF_ONE.search(around):
        return False
    # 占比分别为46%、31%、28% may stand behind a word that else speaks of rates
    inner = sentence[run[0].start() : run[-1].end()]
    return not _NOT_SHARES.search(inner if "占" in around and "分别" in around else around)


def one_part(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one part behind 其中 that is more than its whole, or ten thousand times less: 8700万元，其中0.52万元."""
    for found in reading.whole.find_numbers(_ONE_PART) if reading.whole.has("其中") else ():
        if kind_of(found["unit"]) != kind_of(found["of"]) or _NOT_A_PART.search(found[0]) or _is_level(found):
            continue
        whole, part = amount(found["all"], found["unit"]), amount(found["part"], found["of"])
        if part > whole:
            yield told(found, tr("其中的{part}比总数{whole}还多", part=_with(found, "part", "of"), whole=_of(found)))
        elif part and found["part"].startswith("0.") and whole / part > _LARGE:
            message = tr(
                "{part}与总数{whole}相差上万倍，单位可能写错", part=_with(found, "part", "of"), whole=_of(found)
            )
            yield told(found, message, group="whole", detail=ASK)


def beyond(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a part at the head of a sentence that is more than all of its kind in the sentence before: 。其中，…."""
    text, amounts = reading.whole.masked, reading.whole.amounts
    for opens in _OPENS.finditer(text) if reading.whole.has("其中") or reading.whole.has("当中") else ():
        at = bisect_left(amounts, opens.end(), key=lambda one: one.start)
        begin = max(text.rfind(mark, 0, opens.start()) for mark in "。！？\n") + 1
        wholes = [one for one in amounts[max(at - _BACK, 0) : at] if one.start >= begin]
        part = amounts[at] if at < len(amounts) else None
        if not part or not wholes or _NO_PART.search(text, opens.end(), part.start):
            continue
        of_kind = [one for one in wholes if one.unit == part.unit != "%"]
        levels = [one for one in of_kind if _LEVEL.search(text, max(one.start - _NEAR, begin), one.start)]
        if of_kind and not levels and part.value > max(one.value for one in of_kind) and _is_close(text, opens, part):
            passage, shift = reading.whole.at(part.start)
            whole = max(of_kind, key=lambda one: one.value)
            shown = {"part": text[part.start : part.end], "whole": text[whole.start : whole.end]}
            message = tr("其中的{part}比总数{whole}还多", **shown)
            yield hit(passage, (part.start - shift, part.end - shift), message, detail=ASK)


def _is_close(text: str, opens: re.Match[str], part: Quantity) -> bool:
    return part.start - opens.end() <= _REACH and not re.search("[。！？；\n]", text[opens.end() : part.start])


def ought(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 应参保18万人，实际参保19万人."""
    for found in reading.whole.find(_OUGHT) if reading.whole.has("应") and reading.whole.has("实") else ():
        due, done = amount(found["a"], found["u"]), amount(found["b"], found["v"])
        if kind_of(found["u"]) == kind_of(found["v"]) and done > due:
            shown = {"a": found["a"] + found["u"], "b": found["b"] + found["v"]}
            yield told(found, tr("实际的{b}比应有的{a}还多", **shown), group="b", detail=ASK)


def sexes(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 回收问卷3000份，男性1420人，女性1560人: men and women that are not all who were told of before."""
    for found in reading.whole.find(_SEXES) if reading.whole.has("男") and reading.whole.has("女") else ():
        total = amount(found["a"], "") + amount(found["b"], "")
        start = found.match.start()
        amounts = reading.whole.amounts
        first = bisect_left(amounts, start - _BACK, key=lambda one: one.start)
        before = [
            one
            for one in amounts[first : first + _BACK]
            if start - _BACK <= one.start < start and one.unit in ("人", "份") and total / 1.3 < one.value < total * 1.3
        ]
        if before and before[-1].unit == "份" and not any(one.value == total or one.rough for one in before):
            message = tr("男女合起来是{total:g}，前面说{whole:g}", total=total, whole=before[-1].value)
            yield told(found, message, detail=ASK)


def _is_level(found: Found) -> bool:
    """Return whether the whole is a mean or a price, which a part may well exceed: 人均收入11260元，其中城镇…."""
    start = found.span()[0]
    return _LEVEL.search(found.passage.text, max(0, start - _NEAR), start) is not None


def _of(found: Found) -> str:
    return _with(found, "all", "unit")


def _with(found: Found, number: str, unit: str) -> str:
    return found[number] + found[unit]


def shares_of(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 19家…，占总数38家的55%, whose share the two numbers do not give."""
    for found in reading.whole.find_numbers(_SHARE_OF) if reading.whole.has("占") else ():
        whole, part = amount(found["b"], found["ub"]), amount(found["a"], found["ua"])
        if kind_of(found["ua"]) == kind_of(found["ub"]) and whole:
            due = part / whole * 100
            if not near(due, float(found["c"]), slack(found["a"], found["b"])):
                yield told(found, tr("按这两个数算占{due:.1f}%", due=due), group="c", detail=ASK)


_LARGE = 5000
_REACH = 36
_WHY = tr("各部分之和不超过整体")
RULES = (
    ArticleRule(id="sums.shares", title=tr("占比不是100%"), level=Level.WARNING, check=shares, why=_WHY),
    ArticleRule(id="sums.beyond", title=tr("其中一项多于总数"), level=Level.WARNING, check=beyond, why=_WHY),
    ArticleRule(id="sums.ought", title=tr("实际多于应有"), level=Level.WARNING, check=ought, why=_WHY),
    ArticleRule(id="sums.sexes", title=tr("男女之和与总数不符"), level=Level.WARNING, check=sexes, why=_WHY),
    ArticleRule(id="sums.one-part", title=tr("一项与总数不相称"), level=Level.WARNING, check=one_part, why=_WHY),
    ArticleRule(
        id="sums.share-of", title=tr("占总数的比例算错"), level=Level.WARNING, check=shares_of, why=tr("占比=部分÷总数")
    ),
)
