"""Parts against the whole that stands before them, and totals behind their parts."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.quantities import Clause, Quantity
from editor.checks.rule import ArticleRule
from editor.checks.rules.sums import ASK
from editor.checks.words import hit
from editor.model.language import tr

# what leads from a whole to its parts; the second form says that these are all of them
_LEADS = re.compile(
    r"^[^，。；：、（(\n]{0,8}[。；](?:这?其中|包括)[：:，]?|^[^，。；：、（(]{0,14}[，：:；（(—]*\s?(?:其中(?!之)|包括|包含|涵盖|分别|分为|分成|由[^，。]{0,8}组成)"
    r"|^[^，。；：、\d]{0,12}(?:中|里|内)[，,：]|^[^，。；：、\d]{0,6}[：（(]|^[，,](?:男|女|进口|出口|城镇|农村)"
)
_ALL = re.compile("分别|分为|分成|组成")
_BREAK = re.compile("其中|比上年|同比|增长|下降|累计|另|此外|还有|超过|含|较|目标|新增|平均|均|每|[）)]")
_NOT_WHOLE = re.compile("均|单价|价格|收入|工资|率|每|超过|不超过|最高|不低于|上年|去年|增加|增长|新增长")
# attributes that one thing may have together with another: such parts overlap
_OVERLAP = re.compile(
    "高新|专精特新|上市|规模以上|规上|限额以上|党员|本科|硕士|博士|学历|学位|岁|少数民族|职称|骨干|重点|优秀|示范|国家级|省级以上"
    "|累计|人才|技改|民间投资|基础设施投资|代表|委员|劳模|残疾|贫困|困难|留守|龙头|外资|独角兽|瞪羚|以上"
)
_PURPOSE = re.compile("用于|投入|投向|安排|补助|配套|拨付|自筹|投资|贷款|财政|资金|支出")
_REST = ("其他", "其它", "其余", "剩余", "余下")
_PAIRS = (
    ("男", "女"),
    ("进口", "出口"),
    ("城镇", "农村"),
    ("城镇", "乡村"),
    ("公办", "民办"),
    ("线上", "线下"),
    ("个体", "集体"),
    ("新建", "改建"),
    ("新建", "续建"),
    ("新建", "改扩建"),
    ("公立", "民营"),
    ("国有", "民营"),
    ("上半年", "下半年"),
    ("上午", "下午"),
    ("第一批", "第二批"),
    ("一期", "二期"),
    ("水田", "旱地"),
    ("境内", "境外"),
    ("省内", "省外"),
    ("室内", "室外"),
)
# no list of a sentence is longer
_MANY = 24
_OPENS, _BACK = ("其中", "这其中", "包括"), 10
_FAR, _SHORTFALL, _EXCESS, _LEAST = 22, 0.9, 1.5, 1e-6
_TOTAL = re.compile(
    r"(?:共计|合计|总计|一共|总共|共)(?:发放|投入|安排|筹集|下达|建成|改造|新建|招录|查处|办理|接待|完成|有|为|达)?$"
)
_NO_TOTAL = re.compile("累计|其中|每|均|以上|超过|同比|增长|比上年|预计|计划")


class Split(NamedTuple):
    """A whole with its parts. sure: they are all of it by what is said; apart: none overlaps another."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    sure: bool
    apart: bool


def parts(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield parts that come to more than their whole, or to another number though they are said to be all of it."""
    for split in _splits(reading, among=False):
        if _is_wrong(split):
            yield _unlike(reading, split)


def among(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 86个产品中，… whose parts come to more, or with 其他 among them to another number."""
    for split in _splits(reading, among=True):
        if _is_wrong(split):
            yield _unlike(reading, split)


def short(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield three and more parts that come to a little less than the whole, and are not said to be all of it."""
    for split in _splits(reading, among=False):
        total = sum(one.value for one in split.parts)
        few = len(split.parts) < 3 or split.sure or not split.apart
        if not few and split.whole.value * _SHORTFALL <= total < split.whole.value - _slack(split):
            yield _unlike(reading, split)


def totals(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a total behind its parts that these do not come to: 3个、8个，合计12个."""
    text = reading.whole.masked
    for clause in reading.whole.clauses if reading.whole.has("共") or reading.whole.has("计") else ():
        for at, total in enumerate(clause.quantities[2:], 2):
            said = _TOTAL.search(text[max(total.start - 6, clause.start) : total.start])
            run = _run_before(text, clause, at) if said else []
            inner = text[max(run[0].start - 12, clause.start) : total.start] if run else ""
            two = said and ("计" in said[0] or any(a in inner and b in inner for a, b in _PAIRS))
            if len(run) < (2 if two else 3) or total.rough or any(one.rough for one in run):
                continue
            sums = [sum(one.value for one in run[first:]) for first in range(len(run) - 1)]
            slack = total.slack + sum(one.slack for one in run) / 2 + _LEAST
            if all(abs(one - total.value) > slack for one in sums) and _is_like(sums[0], total.value):
                span = (total.start, total.end)
                yield _said(reading, span, sums[0], total)


def _run_before(text: str, clause: Clause, at: int) -> list[Quantity]:
    """Return the quantities of one unit that stand right before a total, in clauses of their own."""
    total, run = clause.quantities[at], list[Quantity]()
    behind = total.start
    for one in reversed(clause.quantities[max(at - _MANY, 0) : at]):
        between = text[one.end : behind]
        if one.unit != total.unit or len(between) > _FAR or not re.search("[，、；和及与]", between):
            break
        if _NO_TOTAL.search(between):
            break
        run.insert(0, one)
        behind = one.start
    if run and _NO_TOTAL.search(text[max(run[0].start - 10, clause.start) : run[0].start].replace("其中", "")):
        return []
    return run


def _splits(reading: ArticleTexts, *, among: bool) -> Iterator[Split]:
    text, done = reading.whole.masked, 0
    for clause in _with_whole(reading):
        many = clause.quantities
        for at in range(len(many) - 2):
            if many[at].start < done or many[at + 1].unit != many[at].unit:
                continue
            lead = _LEADS.match(text[many[at].end : many[at + 1].start])
            if lead is None or (lead[0][-2:-1] in "中里内" and lead[0][-1:] in "，,：") is not among:
                continue
            split = _split(text, clause, at)
            if split:
                done = split.parts[-1].end
                yield split


def _with_whole(reading: ArticleTexts) -> Iterator[Clause]:
    """Yield sentences, those that begin with 其中 with the last amount of the sentence before."""
    text, amounts = reading.whole.masked, reading.whole.amounts
    for clause in reading.whole.clauses:
        at = (
            bisect_left(amounts, clause.start, key=lambda one: one.start)
            if text.startswith(_OPENS, clause.start)
            else 0
        )
        whole = amounts[at - 1] if at else None
        if whole and clause.start - whole.end < _BACK and "\n" not in text[whole.end : clause.start]:
            yield Clause(whole.start, clause.end, (whole, *clause.quantities))
        else:
            yield clause


def _split(text: str, clause: Clause, at: int) -> Split | None:
    whole, run = clause.quantities[at], list[Quantity]()
    before = text[max(whole.start - 12, text.rfind("\n", 0, whole.start) + 1) : whole.start]
    for one in clause.quantities[at + 1 : at + _MANY]:
        between = text[run[-1].end if run else whole.end : one.start]
        if one.unit != whole.unit or one.rough or len(between) > _FAR or (run and _BREAK.search(between)):
            break
        run.append(one)
    following = clause.quantities[at + 1 + len(run) : at + 2 + len(run)]
    said = text[whole.end : run[-1].end + 10] if run else ""
    if len(run) < 2 or whole.rough or _NOT_WHOLE.search(before) or (following and following[0].unit == "%"):
        return None
    if len(following) and following[0].unit == whole.unit and following[0].start - run[-1].end < _FAR:
        return None
    inner = text[whole.end : run[-1].end]
    lead = text[whole.end : run[0].start]
    pair = any(a in inner and b in inner for a, b in _PAIRS) and len(run) == 2
    rest = any(word in inner for word in _REST)
    sure = pair or rest or bool(_ALL.search(lead) and not _OVERLAP.search(inner))
    purpose = whole.unit == "元" and bool(_PURPOSE.search(said))
    return Split(whole, tuple(run), sure, sure or (not _OVERLAP.search(inner) and (len(run) > 2 or purpose)))


def _is_wrong(split: Split) -> bool:
    """Return whether parts are more than the whole, or not it, though not in the first few of them."""
    values = [one.value for one in split.parts]
    whole, total, slack = split.whole.value, sum(values), _slack(split)
    if any(abs(sum(values[:many]) - whole) <= slack for many in range(2, len(values) + 1)):
        return False
    more = total > whole + slack and total < whole * (2 if split.sure else _EXCESS) and split.apart
    return more or (split.sure and whole * 0.5 < total < whole - slack)


def _slack(split: Split) -> float:
    """Return by how much parts and whole may differ, since each is rounded to its last digit."""
    return split.whole.slack + sum(one.slack for one in split.parts) / 2 + _LEAST


def _is_like(total: float, said: float) -> bool:
    return said * 0.5 < total < said * 2


def _unlike(reading: ArticleTexts, split: Split) -> RuleHit:
    span = (split.whole.start, split.parts[-1].end)
    return _said(reading, span, sum(one.value for one in split.parts), split.whole)


def _said(reading: ArticleTexts, span: Sequence[int], total: float, whole: Quantity) -> RuleHit:
    passage, shift = reading.whole.at(span[0])
    numbers = {"total": round(total / whole.large, 4), "whole": round(whole.value / whole.large, 4)}
    message = tr("各部分合起来是{total:g}，不是{whole:g}", **numbers)
    return hit(passage, (span[0] - shift, span[1] - shift), message, detail=ASK)


_WHY = tr("各部分之和不超过整体")
RULES = (
    ArticleRule(id="sums.parts", title=tr("分项与总数不符"), level=Level.WARNING, check=parts, why=_WHY),
    ArticleRule(id="sums.totals", title=tr("合计算错"), level=Level.WARNING, check=totals, why=tr("合计等于各项之和")),
    ArticleRule(id="sums.among", title=tr("各类之和与总数不符"), level=Level.WARNING, check=among, why=_WHY),
    ArticleRule(id="sums.short", title=tr("分项之和略少"), level=Level.INFO, check=short, why=_WHY),
)
