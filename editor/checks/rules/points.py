"""Percentages against percentage points; falls by more than all."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, told
from editor.model.language import tr

_N = r"\d+(?:\.\d+)?"
_CHANGED = "提高|上升|增长|增加|提升|扩大|下降|降低|回落|降|升"
_FROM_TO = re.compile(
    rf"(?:由|从)(?P<a>{_N})%(?:{_CHANGED})(?:到|至|为)(?P<b>{_N})%[，,](?:同比|累计|共)?(?:{_CHANGED})了?(?P<n>{_N})(?P<sign>%)(?!以)"
)
_RATE = "增速|增幅|涨幅|降幅|跌幅|比重|占比|比例|利率|准备金率|LPR"
_VERB = f"{_CHANGED}|加快|放缓|收窄|下调|上调|下滑|回升|高|低|快|慢|减少"
_THAN = r"(?:(?:比|较|同比|环比)(?:\d{1,2}[至到—～－-]\d{1,2}月份?)?[^，。；\d\n]{0,12}?)?"
_DIRECT = re.compile(
    rf"(?:{_RATE})，?{_THAN}(?:再次|连续|大幅|小幅|进一步)?(?:{_VERB})了?(?:约|近)?(?P<n>{_N})(?P<sign>[%％])(?![以左的～—至到])"
)
_AVERAGE = re.compile(
    rf"(?:{_RATE})[^，。；\d\n]{{0,4}}(?<!不)(?<!不得)(?:高于|低于|快于|慢于|高出|低出)"
    rf"(?:全[国省市县区]|上年|同期|去年|上月|[^，。；\d\n]{{0,6}}平均)[^，。；\d\n]{{0,10}}?(?P<n>{_N})(?P<sign>[%％])(?![以的])"
)
_LEVEL = re.compile(
    rf"(?:[{HAN}]率|比例|比重|占比|增速)[^，。；\d\n]{{0,5}}(?:为|达到?|是|至)?(?P<a>{_N})[%％]，(?:比|较|同比|环比)"
    rf"[^，。；\d\n]{{0,12}}?(?:{_CHANGED})了?(?P<n>{_N})(?P<sign>[%％])(?![以的])"
)
# a change that large is that of a share of its own: 比例降低三成
_MOST = 15
_FALLEN = re.compile(
    r"(?:下降|减少|降低|压缩|缩减|缩短|减轻|下调|压减|削减)了?(?:约|近|超过?|逾)?(?P<n>[1-9]\d{2,}(?:\.\d+)?)[%％](?![的以])"
)
# what can fall below nothing
_BELOW_ZERO = re.compile("利润|净利|盈利|收益|顺差|余额|增速|增加值|净|盈|现金流|赤字|亏损")
_ALL, _BEFORE, _CLOSE = 100, 24, 0.051


def points(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 增速加快0.4%, 比重提高2% and 由71%提高到84%，提高13%: differences of percentages called a percentage."""
    if "%" not in reading.whole.chars and "％" not in reading.whole.chars:
        return
    signs = set[int]()
    for pattern in (_FROM_TO, _DIRECT, _AVERAGE, _LEVEL):
        for found in reading.whole.find(pattern):
            sign = found.match.start("sign")
            if sign not in signs and _are_points(found, pattern):
                signs.add(sign)
                yield told(found, tr("两个百分数之差是百分点"), group="sign", becomes="个百分点")


def _are_points(found: Found, pattern: re.Pattern[str]) -> bool:
    """Return whether a number is the difference of percentages, and not a share of the first of them."""
    given = float(found["n"])
    if pattern is _FROM_TO:
        return abs(abs(float(found["b"]) - float(found["a"])) - given) < _CLOSE
    if pattern is _LEVEL:
        return given < min(_MOST, float(found["a"]))
    return given < _MOST


def over_all(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 成本下降120%: nothing can lose more than itself."""
    for found in reading.whole.find(_FALLEN) if "%" in reading.whole.chars else ():
        start = found.span("n")[0]
        before = found.passage.text[max(start - _BEFORE, 0) : start]
        if float(found["n"]) > _ALL and not _BELOW_ZERO.search(before):
            yield told(found, tr("减少不会超过100%：{n}%", n=found["n"]), group="n")


RULES = (
    ArticleRule(
        id="words.points",
        title=tr("百分点写成百分数"),
        level=Level.WARNING,
        check=points,
        why=tr("两个百分数相减，差是百分点"),
    ),
    ArticleRule(
        id="sums.hundred", title=tr("减少超过100%"), level=Level.WARNING, check=over_all, why=tr("减少100%就成了零")
    ),
)
