"""What cannot be: rates above a hundred per cent, fractions above one, ranks that rise to a worse place."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.rules.sums import ASK
from editor.checks.words import told
from editor.model.language import tr

_RATE = re.compile(
    r"(?:覆盖率|满意[率度]|合格率|普及率|(?<!毛)入学率|就业率|参保率|到位率|出勤率|参与率|知晓率|达标率|优良率|绿化率|入户率"
    r"|通车率|通电率|成活率|治愈率|死亡率|城镇化率|及格率|到课率|返岗率|接种率|识字率|自来水率|处理率|回收率|整改率|办结率)"
    r"[^，。；\d\n]{0,6}?(?P<n>1\d\d(?:\.\d+)?|[2-9]\d\d(?:\.\d+)?)[%％]"
)
_RISEN = re.compile(r"增长|提高|上升|提升|增加|下降|分别")
_FRACTION = re.compile(
    "(?P<below>[二三四五六七八九十])分之(?P<above>[二三四五六七八九十])(?![一二三四五六七八九十百千])"
)
_ONES = "一二三四五六七八九十"
_RANK = re.compile(
    r"(?:排名|位次|名次|排位|排序|位居|位列|得分)[^，。；\d\n]{0,6}[由从](?:[^，。；\d\n]{0,8})第(?P<a>\d+)[位名]?"
    r"(?P<verb>上升|跃升|提升|前移|提高|升|跃居|晋升|攀升|下降|下滑|后移|降|跌|退)了?(?:到|至)?(?:[^，。；\d\n]{0,6})第(?P<b>\d+)[位名]?"
    r"(?:[，,]?(?:上升|前移|提升|前进|晋升|提高|下降|后移|退后|下滑)了?(?P<c>\d+)[位名个])?"
)
_WORSE = ("下降", "下滑", "后移", "降", "跌", "退")
_ALL = 100


def rates(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 覆盖率达到112%."""
    for found in reading.whole.find(_RATE) if reading.whole.has("率") or reading.whole.has("满意") else ():
        if float(found["n"]) > _ALL and not _RISEN.search(found[0]):
            yield told(found, tr("这样的比率不会超过100%：{n}%", n=found["n"]), group="n")


def fractions(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 三分之四."""
    for found in reading.whole.find(_FRACTION) if reading.whole.has("分之") else ():
        if _ONES.index(found["above"]) > _ONES.index(found["below"]) and found["below"] != "十":
            yield told(found, tr("“{found}”大于一", found=found[0]), detail=tr("分母在前，分子在后，如“四分之三”。"))


def ranks(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 排名由第5位上升到第8位, and a number of places that the two do not give."""
    for found in reading.whole.find(_RANK) if reading.whole.has("第") else ():
        old, new = int(found["a"]), int(found["b"])
        worse = found["verb"] in _WORSE
        if (new < old) if worse else (new > old):
            yield told(found, tr("说“{verb}”，名次却相反：{found}", verb=found["verb"], found=found[0]), detail=ASK)
        elif found["c"] and int(found["c"]) != abs(new - old):
            yield told(found, tr("按这两个数相差{due}位", due=abs(new - old)), group="c", detail=ASK)


RULES = (
    ArticleRule(
        id="sums.rate-over", title=tr("比率超过100%"), level=Level.WARNING, check=rates, why=tr("部分不超过整体")
    ),
    ArticleRule(id="sums.fraction-over", title=tr("分数大于一"), level=Level.WARNING, check=fractions),
    ArticleRule(id="sums.rank", title=tr("名次的升降"), level=Level.WARNING, check=ranks, why=tr("名次的数越小越靠前")),
)
