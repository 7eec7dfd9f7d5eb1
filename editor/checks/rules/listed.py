"""How many are said, and how many are listed: A、B、C三个方面, 五个县（A、B、C、D）, 三项工作：A、B、C."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.passage import Found
from editor.checks.rule import ArticleRule
from editor.checks.rules.counted import number_of
from editor.checks.words import HAN, hit, told
from editor.model.language import tr

_NUMERALS = "二两三四五六七八九十"
_KINDS = (
    "个?方面|个(?:环节|阶段|领域|县|市|区|镇|乡|村|省|乡镇|街道|部门|板块|层面|类别|维度|步骤|单位|园区|议题|文件|品种|专班|专项|小组|工作组|组|片区|村|社区|站|基地|项目|品牌|目标|特点|特征|条件|要素|问题|难题|原因|因素|中心|平台|系统)"
    "|[县市区镇乡村省地](?=签|联合|联手|共[同建]|交界|[，。、]|的|群众)"
    "|大(?:振兴|类|领域|板块|产业|工程|行动|任务|体系|抓手|环节|举措|支柱|中心|平台|片区)"
    "|项(?:任务|工作|议题|措施|举措|内容|制度|机制|指标|重点|改革|原则)|类(?:情形|人员|企业|项目|产品|群体|对象|问题)"
    "|人(?=[，。；被获受当参赴分]|$)|名(?=干部|同志|教师|代表|选手|学生|党员)|位(?=专家|代表|老师|作家|同志)"
    "|种(?:方式|情形|模式|形式|类型)|部门|家(?:单位|企业)"
)
_BEHIND = re.compile(
    rf"、[^，。；：、\n（）()]{{1,24}}?(?P<rest>等)?(?P<n>[{_NUMERALS}]|(?<!\d)[1-9]?\d)个?(?:{_KINDS})"
)
_HEAD = re.compile("从|在|围绕|聚焦|按照?|由|包括|分为|分|涵盖|覆盖|涉及|对|将|把|突出|了|即|以|为|紧扣|于")
_INNER = re.compile(rf"[\d（）()]|[一{_NUMERALS}](?:[大项类种级级个家、]|方面)|^第|各|每|、等")
_QUOTED = re.compile("“[^”]*”|《[^》]*》|‘[^’]*’")
_AND = re.compile("以及|和|与|及")
_LIST = re.compile(r"[（(](?P<in>[^（）()，。；：\n\d]+)[）)]|：(?P<behind>[^：，。；\n（）()\d]+)[。；\n]")
_BEFORE = re.compile(rf"(?<![\d.第])(?P<n>[{_NUMERALS}]|\d{{1,2}})(?:个|家|所|项|类|种|大|名|条|点)[{HAN}“”]{{0,8}}$")
_OPEN = re.compile("等$|等等|其中|包含|含|如|例如|以下|之一|或")
_FAR, _FEW, _MOST, _BACK, _NEAR = 2, 3, 12, 90, 13


def behind(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 从组织领导、资金投入、技术支撑和监督考核三个方面, which are four."""
    last = -1
    for found in reading.whole.find(_BEHIND):
        text, (start, _) = found.passage.masked, found.span()
        end = found.span("n")[0]
        begin = max(text.rfind(mark, max(end - _BACK, 0), end) for mark in "，。；：\n") + 1
        raw = text[begin : found.span("rest")[0] if found["rest"] else end]
        stretch = _QUOTED.sub("名", raw)
        if (
            begin == last
            or start < begin
            or _INNER.search(stretch)
            or "、" not in stretch
            or "、" in "".join(_QUOTED.findall(raw))
        ):
            continue
        last = begin
        few, most = _count(stretch)
        said = _value(found["n"])
        # 青岚、松原三县
        places = found[0][-1] in "县市区镇乡村省地" and max(map(len, stretch.split("、"))) <= _FEW
        headed = places or _HEAD.search(stretch[:8])
        long_items = len(stretch) / few >= _FEW and few >= _FEW
        if (headed and (few >= _FEW or said > most)) or long_items:
            wrong = said < few if found["rest"] else not few <= said <= most
            if wrong and min(abs(said - few), abs(said - most)) <= _FAR:
                yield _said(found, few, most)


def bracketed(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 5个县（松原县、青岚县、江陵县、云台县） and 三项工作：抓项目、抓招商、抓服务、抓环境."""
    for found in reading.whole.find(_LIST) if reading.whole.has("、") else ():
        given = found["in"] or found["behind"]
        said = (
            _BEFORE.search(found.passage.masked[max(found.span()[0] - _NEAR, 0) : found.span()[0]])
            if "、" in given
            else None
        )
        items = _QUOTED.sub("名称", given).split("、")
        if said is None or len(items) < _FEW or min(map(len, items)) < _FAR or _OPEN.search(given):
            continue
        value, few = _value(said["n"]), len(items)
        most = few + len(_AND.findall(given))
        if value <= _MOST and not few <= value <= most and min(abs(value - few), abs(value - most)) <= _FAR:
            start = max(found.span()[0] - _NEAR, 0) + said.start("n")
            message = tr("说“{said}”，列了 {n} 项", said=said["n"], n=few if value < few else most)
            span = (start, start + len(said["n"]))
            yield hit(found.passage, span, message, detail=tr("核对项数，或补上漏掉的一项。"))


def _count(stretch: str) -> tuple[int, int]:
    """Return how many are listed, at least and at most: 和 may stand in the last item, or before it."""
    items = stretch.split("、")
    ands = _AND.findall(stretch)
    halves = _AND.split(items[-1])
    length = max(map(len, items[1:-1]), default=0)
    if len(ands) == len(halves) - 1 == 1 and length and all(abs(len(half) - length) <= 1 for half in halves):
        return len(items) + 1, len(items) + 1
    return len(items), len(items) + len(ands)


def _value(word: str) -> int:
    return 2 if word == "两" else number_of(word)


def _said(found: Found, few: int, most: int) -> RuleHit:
    n = few if _value(found["n"]) < few else most
    message = tr("说“{said}”，列了 {n} 项", said=found["n"], n=n)
    return told(found, message, group="n", detail=tr("核对项数，或补上漏掉的一项。"))


_WHY = tr("说几项，列几项")
RULES = (
    ArticleRule(id="numbers.listed", title=tr("个数与所列不符"), level=Level.WARNING, check=behind, why=_WHY),
    ArticleRule(
        id="numbers.bracketed", title=tr("个数与括号里所列不符"), level=Level.WARNING, check=bracketed, why=_WHY
    ),
)
