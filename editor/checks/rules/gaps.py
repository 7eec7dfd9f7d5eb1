"""What lies between two amounts: what is left, what was added and how much that is, how far a plan is done."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.quantities import Quantity
from editor.checks.rule import ArticleRule
from editor.checks.rules.sums import ASK
from editor.checks.words import hit
from editor.model.language import tr

_LEFT = re.compile(
    r"(?:结余|节余|剩余|还剩|尚有|尚余|尚欠|缺口|缺席|未到|节约|节省|节支|超支|还差|尚缺)[^，。；\d\n]{0,4}$"
)
_WHOLE = re.compile("应到|原有|预算|需|计划|应|总|共有|原|中标|概算|限价|任务|目标")
_DONE = re.compile("实|已|完成|支出|落实|到位|使用|改造|预算|概算|限价|其中")
_ADDED = re.compile(r"^，?(?:比|较|同比)[^，。；\d\n]{0,8}?(?P<verb>增加|增长|减少|下降|多|少|增|减|净增|净减)了?$")
_BY = re.compile(r"^[，、,]?(?:同比|增幅[为达]?|降幅[为达]?|增长|下降|减少|提高|上升|增速[为达]?|涨幅[为达]?){1,2}了?$")
_PLAN = re.compile("目标|计划|任务|预算|指标")
_OF_PLAN = re.compile(
    r"^，?(?:完成|占|达到)?(?:全年|年度|今年|当年|年初|总|预定)*(?:目标|计划|任务|预算|指标)(?:任务)?(?:数|总量|总额)?的$"
    r"|^，(?:预算)?(?:执行率|完成率|开工率|到位率|支出率|序时进度|完成比例|支出进度|投资完成率)(?:为|达到?)?$"
)
_HIGHER = re.compile(r"^，?(?:比|较|高于|低于|快于|慢于)[^，。；\d\n]{0,8}$")
_POINTS = re.compile(r"^(?:的[^，。；\d\n]{0,6})?(?:高出?|低|提高|下降|上升|回落|降低|快|慢|增加|减少)?了?$")
_THAN = re.compile(r"^，?(?:比|较)(?:[^，。；\d\n]{0,8}|[^，。；\d\n]{0,4}(?:19|20)\d\d年[^，。；\d\n]{0,6})$")
_MORE = re.compile("^(?:净?增加|增长|减少|下降|净增|净减|增|减|多|少|提高|降低|上涨)了?$")
_LESS = ("减少", "下降", "净减", "减", "少", "降低")
_BESIDE = re.compile(
    r"^，?(?:已|比)?(?P<rel>高于|低于|快于|慢于|多于|少于|超过|超出|不及|突破)[^，。；\d\n]{0,6}(?:水平|目标|计划|任务|预算|标准|同期|平均|均值|指标)(?:任务|水平|数)?的?$"
)
_VOTES = re.compile(r"(?:赞成|同意)(?:票)?\d+票?[，、；](?:反对|不同意)(?:票)?\d+票?[，、；]弃权(?:票)?\d+票?")
_OFF, _LEAST, _BACK = 0.03, 0.051, 24


def rest(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 预算500万元，实际支出460万元，结余50万元."""
    text = reading.whole.masked
    for clause in reading.whole.clauses:
        for at, left in enumerate(clause.quantities[2:], 2):
            whole, done = clause.quantities[at - 2 : at]
            if not (whole.unit == done.unit == left.unit != "%") or whole.rough or done.rough or left.rough:
                continue
            words = text[max(whole.start - 10, clause.start) : whole.start], text[whole.end : done.start]
            told = _LEFT.search(text[done.end : left.start]) and _WHOLE.search(words[0]) and _DONE.search(words[1])
            due = abs(whole.value - done.value)
            slack = whole.slack + done.slack + left.slack
            if told and abs(due - left.value) > slack / 2 + 1e-6 and left.value < max(whole.value, done.value):
                yield _said(reading, left, due)


def added(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 2.4万人，比上年增加0.4万人，增长35%."""
    text = reading.whole.masked
    for clause in reading.whole.clauses:
        for now, more, grown in zip(clause.quantities, clause.quantities[1:], clause.quantities[2:], strict=False):
            if now.unit != more.unit or now.unit == "%" or grown.unit != "%" or now.rough or more.rough or grown.rough:
                continue
            verb = _ADDED.match(text[now.end : more.start])
            if not verb or not _BY.match(text[more.end : grown.start]):
                continue
            down = verb["verb"] in ("减少", "下降", "少", "减", "净减")
            before = now.value + more.value if down else now.value - more.value
            if before <= 0:
                continue
            due = more.value / before * 100
            slack = due * (more.slack / max(more.value, 1e-9) + now.slack / before)
            if abs(due - grown.value) > max(0.6, slack, _OFF * due):
                yield _said(reading, grown, due)


def of_plan(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 计划投资120亿元，已完成90亿元，完成年度计划的85%."""
    text = reading.whole.masked
    for clause in reading.whole.clauses if any(map(reading.whole.has, ("目标", "计划", "任务", "预算"))) else ():
        if len(clause.quantities) != 3:
            continue
        plan, done, share = clause.quantities
        if plan.unit != done.unit or plan.unit == "%" or share.unit != "%" or plan.rough or done.rough or share.rough:
            continue
        named = _PLAN.search(text[max(plan.start - 12, clause.start) : plan.start])
        if named and _OF_PLAN.match(text[done.end : share.start]) and plan.value:
            due = done.value / plan.value * 100
            slack = due * (plan.slack / plan.value + done.slack / max(done.value, 1e-9))
            if abs(due - share.value) > max(0.6, slack, _OFF * due):
                yield _said(reading, share, due)


def gap(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 增长6.1%，比全省的5.4%高0.5个百分点."""
    text = reading.whole.masked
    for clause in reading.whole.clauses if reading.whole.has("个百分点") else ():
        for (one, other), (_, points) in pairwise(pairwise(clause.quantities)):
            if (one.unit, other.unit, points.unit) != ("%", "%", "个百分点"):
                continue
            if _HIGHER.match(text[one.end : other.start]) and _POINTS.match(text[other.end : points.start]):
                due = abs(one.value - other.value)
                if abs(due - points.value) > _LEAST + (
                    one.slack + other.slack - 0.1 if one.slack != other.slack else 0
                ):
                    yield _said(reading, points, due)


def more(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 100家，比2020年的40家增加50家."""
    text = reading.whole.masked
    for clause in reading.whole.clauses if reading.whole.has("比") or reading.whole.has("较") else ():
        for now, then, by in zip(clause.quantities, clause.quantities[1:], clause.quantities[2:], strict=False):
            if not (now.unit == then.unit == by.unit != "%") or now.rough or then.rough or by.rough:
                continue
            than = _THAN.match(text[now.end : then.start])
            verb = _MORE.match(text[then.end : by.start])
            if than and verb and (now.value > then.value) is (verb[0].rstrip("了") in _LESS):
                yield _against(reading, by, verb[0].rstrip("了"))
            elif than and verb:
                due = abs(now.value - then.value)
                if abs(due - by.value) > (now.slack + then.slack + by.slack) / 2 + 1e-6:
                    yield _said(reading, by, due)


def beside(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 增速为6.5%，低于全省平均水平5.8%, and 90亿元，超过年度计划100亿元."""
    text = reading.whole.masked
    for clause in reading.whole.clauses if reading.whole.has("于") or reading.whole.has("超") else ():
        for one, other in pairwise(clause.quantities):
            relation = _BESIDE.match(text[one.end : other.start]) if one.unit == other.unit else None
            if relation is None or one.rough:
                continue
            less = relation["rel"] in ("低于", "少于", "慢于", "不及")
            # 3万元，低于全省平均水平2000元 tells by how much
            under = less and one.unit == "%" and other.value > one.value / 3 and one.value > other.value
            if under or (not less and one.value < other.value):
                yield _against(reading, other, relation["rel"])


def _against(reading: ArticleTexts, said: Quantity, verb: str) -> RuleHit:
    passage, shift = reading.whole.at(said.start)
    start = reading.whole.masked.rfind(verb, 0, said.start)
    message = tr("说“{verb}”，数却相反：{found}", verb=verb, found=reading.whole.masked[start : said.end])
    return hit(passage, (start - shift, said.end - shift), message, detail=ASK)


def votes(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 实到代表180名，赞成172票，反对6票，弃权5票: votes that are more, or fewer, than those who voted."""
    text = reading.whole.masked
    for found in _VOTES.finditer(text) if reading.whole.has("赞成") or reading.whole.has("同意") else ():
        given = [int(one) for one in re.findall(r"\d+", found[0])]
        amounts = reading.whole.amounts
        first = bisect_left(amounts, found.start() - 2 * _BACK, key=lambda one: one.start)
        before = [
            one
            for one in amounts[first : first + 2 * _BACK]
            if found.start() - _BACK < one.end <= found.start() and one.unit in ("人", "张", "份") and not one.rough
        ]
        if before and before[-1].value != sum(given) and "\n" not in text[before[-1].end : found.start()]:
            passage, shift = reading.whole.at(found.start())
            message = tr("各种票合起来是{total}，前面说{whole:g}", total=sum(given), whole=before[-1].value)
            yield hit(passage, (found.start() - shift, found.end() - shift), message, detail=ASK)


def _said(reading: ArticleTexts, said: Quantity, due: float) -> RuleHit:
    passage, shift = reading.whole.at(said.start)
    unit = re.sub(r"^[\d,.]+", "", reading.whole.masked[said.start : said.end])
    message = tr("按这两个数算是{due:g}{unit}", due=float(f"{due / said.large:.3g}"), unit=unit)
    return hit(passage, (said.start - shift, said.end - shift), message, detail=ASK)


_WHY = tr("差=两数相减")
RULES = (
    ArticleRule(id="sums.rest", title=tr("余数算错"), level=Level.WARNING, check=rest, why=_WHY),
    ArticleRule(
        id="sums.added", title=tr("增加的数与增幅不符"), level=Level.WARNING, check=added, why=tr("增速=（新-旧）÷旧")
    ),
    ArticleRule(
        id="sums.of-plan", title=tr("完成的比例算错"), level=Level.WARNING, check=of_plan, why=tr("占比=部分÷总数")
    ),
    ArticleRule(id="sums.more", title=tr("相差的数算错"), level=Level.WARNING, check=more, why=_WHY),
    ArticleRule(
        id="sums.votes", title=tr("票数之和与人数不符"), level=Level.WARNING, check=votes, why=tr("合计等于各项之和")
    ),
    ArticleRule(id="sums.beside", title=tr("高低与数相反"), level=Level.WARNING, check=beside, why=_WHY),
    ArticleRule(id="sums.gap", title=tr("百分点的差算错"), level=Level.WARNING, check=gap, why=_WHY),
)
