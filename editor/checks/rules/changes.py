"""From one value to another: said to rise and falls, a difference that is another, ranges the wrong way round."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.rules.sums import ASK, NUM, UNIT, amount, kind_of, near, slack
from editor.checks.words import told
from editor.model.language import tr

_UP = "增长|增加|提高|提升|上升|扩大|增|升|延长|攀升|跃升"
_DOWN = "下降|减少|降低|压缩|缩短|压减|回落|缩减|降|减|下滑|精简"
_KINDS = rf"(?:个百分点|个工作日|个月|{UNIT}|%|天|小时|分钟|年|岁)"
_WHEN = r"(?:(?:19|20)\d\d年底?的?|上年底?的?|去年底?的?|原来的?|原先的?|过去的?|以前的?|同期的?|最初的?|年初的?)?"
_FROM_TO = re.compile(
    rf"(?:由|从){_WHEN}(?P<a>{NUM})(?P<ua>{_KINDS})(?P<verb>{_UP}|{_DOWN})了?(?:到|至|为){_WHEN}(?P<b>{NUM})(?P<ub>{_KINDS})"
)
_COMPARED = re.compile(
    rf"(?P<b>{NUM})(?P<ub>{UNIT})，(?:比|较)(?:上年|去年)?(?:同期)?(?:(?:19|20)\d\d年)?(?:同期)?的?(?P<a>{NUM})(?P<ua>{UNIT})(?P<verb>{_UP}|{_DOWN})了?(?P<c>{NUM})%"
)
_MINUS = re.compile(r"(?:下降|减少|降低|回落|下滑)了?([-－−负])(?=\d)")
_RANGE = re.compile(
    rf"(?<![\d.%\-—～~/〕第年月])(?P<a>{NUM})(?P<ua>%|万元|亿元|元|万|亿|吨|公里|米|人|家|个|天|岁|小时|分钟|℃)?[—～~至](?P<b>{NUM})(?P<ub>%|万元|亿元|元|万|亿|吨|公里|米|人|家|个|天|岁|小时|分钟|℃)(?![—～~\d])"
)
_LEAST_MOST = re.compile(
    rf"(?:最低|最少|下限|不低于|不少于|起步价?)(?:为|是)?(?P<a>{NUM})(?P<ua>{_KINDS})[^。；\d]{{0,8}}(?:最高|最多|上限|不高于|不超过|封顶)(?:为|是)?(?P<b>{NUM})(?P<ub>{_KINDS})"
)


def direction(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 由30家增加到25家: said to rise, and falls; 下降到 a larger number."""
    for found in reading.whole.find(_FROM_TO):
        old, new = _both(found)
        up = found["verb"] in _UP.split("|")
        if _alike(found) and (new < old if up else new > old):
            yield told(found, tr("说“{verb}”，数却相反：{found}", verb=found["verb"], found=found[0]), detail=ASK)


def compared(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 2280万吨，比去年同期的2100万吨增长6.8%, where the two values give another growth."""
    for found in reading.whole.find_numbers(_COMPARED) if reading.whole.has("期") or reading.whole.has("年") else ():
        old, new = _both(found)
        if not _alike(found) or not old:
            continue
        change = (new - old) / old * 100
        due = change if found["verb"] in _UP.split("|") else -change
        if not near(due, float(found["c"].replace(",", "")), slack(found["a"], found["b"])):
            yield told(found, tr("按这两个数算是{change:+.1f}%", change=change), group="c", detail=ASK)


def minus(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 下降-5%."""
    for found in reading.whole.find(_MINUS):
        yield told(found, tr("“下降”后不再用负号"), group=1, becomes="")


def ranges(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 30%—20% and 最低50万元、最高20万元."""
    for found in reading.whole.find_numbers(_RANGE):
        if found["ua"] in ("", found["ub"]) and _is_back(found):
            yield told(found, tr("起止颠倒：{found}", found=found[0]))
    for found in reading.whole.find(_LEAST_MOST):
        if kind_of(found["ua"]) == kind_of(found["ub"]) and _both(found)[0] > _both(found)[1]:
            yield told(found, tr("下限比上限还大：{found}", found=found[0]))


def _is_back(found: Found) -> bool:
    """Return whether a range falls: not where 从 or 由 tells a change, and no years, scores or dates."""
    text, (start, _) = found.passage.text, found.span()
    before = text[max(start - 3, 0) : start]
    old, new = amount(found["a"], ""), amount(found["b"], "")
    return (
        old > new
        and not any(one in before for one in "从由自降减至到")
        and (found["ua"] != "" or (old < _YEARS and start > 0 and "." not in found["a"]))
    )


def _both(found: Found) -> tuple[float, float]:
    return amount(found["a"], found["ua"]), amount(found["b"], found["ub"])


def _alike(found: Found) -> bool:
    return kind_of(found["ua"]) == kind_of(found["ub"])


_YEARS = 1000
_WHY = tr("升降与前后两个数一致")
_GROWTH = tr("增速=（新-旧）÷旧")
RULES = (
    ArticleRule(id="sums.direction", title=tr("升降与数相反"), level=Level.WARNING, check=direction, why=_WHY),
    ArticleRule(
        id="sums.compared",
        title=tr("比上年的增速算错"),
        level=Level.WARNING,
        check=compared,
        why=tr("增速=（新-旧）÷旧"),
    ),
    ArticleRule(id="sums.minus", title=tr("下降负数"), level=Level.WARNING, check=minus),
    ArticleRule(id="digits.range-back", title=tr("范围起止颠倒"), level=Level.WARNING, check=ranges),
)
