"""Amounts that are said to fall or to rise one after another, and 二 where 两 counts."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.quantities import Quantity
from editor.checks.rule import ArticleRule
from editor.checks.rules.sums import ASK
from editor.checks.words import hit, told
from editor.model.language import tr

_FALLING = "(?:从|由)(?:高到低|大到小|多到少|长到短|强到弱)|(?:高到低|大到小|多到少)|降序"
_RISING = "(?:从|由)(?:低到高|小到大|少到多|短到长|弱到强)|(?:低到高|小到大|少到多)|升序"
_ORDER = re.compile(rf"(?:(?P<falling>{_FALLING})|{_RISING})[^。；\d\n]{{0,12}}?(?:依次|分别|排列|排序)")
_JOINED = re.compile("^[^。；\n]{0,14}[、，和及][^。；\n]{0,14}$")
_SHORTEST, _MOST = 3, 24
_TWO = re.compile(
    r"(?<![一二三四五六七八九十百千万亿第十〇零○年月周期“\d、—-])二(?:(?=[名家位座艘艇匹幢](?![一二三四五六七八九十校牌单义录优牌]))"
    r"|(?=个(?!五|中全会))|(?=种(?!人))|(?=间)|(?=辆)|(?=台(?!阶))|(?=头)|(?=只)|(?=批))(?!.{0,1}[、])"
)
_TWICE = re.compile("(?:不少于|不低于|至少|每[年月周天日季]|[召展举检查查组织开]了?|共|累计)(二)次(?![元供创全会分])")


def order(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 从高到低依次为95分、88分、91分."""
    text = reading.whole.masked
    for found in _ORDER.finditer(text) if reading.whole.has("到") or reading.whole.has("序") else ():
        at = bisect_left(reading.whole.amounts, found.end(), key=lambda one: one.start)
        run = _run(text, reading.whole.amounts[at : at + _MOST])
        wrong = [
            (one, other)
            for one, other in pairwise(run)
            if (one.value < other.value if found["falling"] else one.value > other.value)
        ]
        near = run and not re.search("[。；\n]", text[found.end() : run[0].start])
        if near and len(run) >= _SHORTEST and wrong:
            passage, shift = reading.whole.at(wrong[0][0].start)
            span = (wrong[0][0].start - shift, wrong[0][1].end - shift)
            yield hit(passage, span, tr("说“{order}”，这两个数却相反", order=found[0]), detail=ASK)


def _run(text: str, amounts: Sequence[Quantity]) -> list[Quantity]:
    """Return the amounts of one unit that follow one another."""
    run = list(amounts[:1])
    for one in amounts[1:]:
        if one.unit != run[0].unit or not _JOINED.match(text[run[-1].end : one.start]):
            break
        run.append(one)
    return run


def two(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 二个村 and 不少于二次, where 两 counts."""
    if "二" not in reading.whole.chars:
        return
    for found in reading.whole.find(_TWO):
        yield told(found, tr("数量用“两”，不用“二”"), becomes="两")
    for found in reading.whole.find(_TWICE):
        yield told(found, tr("数量用“两”，不用“二”"), group=1, becomes="两")


RULES = (
    ArticleRule(id="sums.order", title=tr("次序与数不符"), level=Level.WARNING, check=order),
    ArticleRule(
        id="words.two",
        title=tr("“二”与“两”"),
        level=Level.WARNING,
        check=two,
        why=tr("《现代汉语八百词》：一般量词前用“两”不用“二”"),
    ),
)
