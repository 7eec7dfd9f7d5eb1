"""Marks between the parts of a list and before an explanation: comma for 、, comma for ：, ~, the colon of a ratio."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, hit, told
from editor.model.language import tr

_BODY = "[场区院校企局厅部委办会所站馆园镇乡村道]|单位|部门|企业|机构|组织|学校|银行|公司|政府|集团"
_MODAL = "要|应|须|应当|必须|不得|可以?|负责"
# 国有林场、景区，林区企业要: all that goes before in the sentence are bodies too
_LAST_MEMBER = re.compile(
    rf"(?<=[{HAN}])，(?=[{HAN}]{{1,8}}(?:{_BODY})(?:{_MODAL}|[、和及][{HAN}]{{1,8}}(?:{_BODY})(?:{_MODAL})))"
)
_MEMBERS = re.compile(rf"(?![在对于从由把将为以向给据])(?:[{HAN}]{{1,10}}(?:{_BODY})[、和])*[{HAN}]{{0,8}}(?:{_BODY})")
_COMES = (
    "来自|包括|涵盖|涉及|分为|有|是|为|含|建成|种植|养殖|生产|出产|发展|销往|覆盖|开展|提供"
    "|设有|设立|配备|增设|新建|购置|采购"
)
# the three members are of one length: 养殖尾水，生活污水和农田退水
_THREE = re.compile(rf"，([{HAN}]{{2,5}})(?:和|与|及|以及)([{HAN}]{{2,5}})(?=[，。；等])")
_MEMBER = re.compile(rf"(?:{_COMES})了?(?:[{HAN}]{{2,5}}、)*$")
_NUMBERS = re.compile(
    r"分别(?:为|是|占|达|增长|下降)(?:了)?(?:\d[\d.]*(?:%|[万亿]?[元吨人家个户])、)*\d[\d.]*(?:%|[万亿]?[元吨人家个户])(，)\d[\d.]*(?:%|[万亿]?[元吨人家个户])[和及、]\d"
)
_QUOTED = re.compile(r"[”》](，)(?:[“《][^“”《》，。]{1,20}[”》]、?)+(?:和|与|及|以及)[“《]")
_SHORT_FOR_COLON = re.compile(r"(?<![存所正常实现])在于(，)(?=[不一就以把通有从要能既是坚])")
_POINTS = re.compile(r"[，。；](?=(?:一|第一|首先|1|（一）)(?:是|、|，|[.．]))")
_AS_FOLLOWS = re.compile(
    r"(?:如下|(?:有|包括|做到|抓好|注意|采取|提出|突出|分为)(?:了|以下|下列|这样)?(?:几|[两三四五六七八九十])(?:个方面|方面|点|项|种|条|大|类)(?:工作|措施|要求|内容|问题|原因|特点|意见|建议|举措)?)$"
)
_NOTICE = re.compile(
    r"(?:通知|通报|公告|通告|批复|报告|函复|答复|规定|决定|说明|汇报|公布|摘要)如下([，；,])(?!请|望)", re.MULTILINE
)
_TILDE = re.compile(rf"(?<=[{HAN}])([~～])(?=[{HAN}])")
_HALF_TILDE = re.compile(r"(?<=[\d%℃年月日时元万亿])(~)(?=\d)")
_RATIO = re.compile(
    r"(?<![\d:：.第])(?:比分|时间|[按以为是约达]|比例|之比|配比|配套|比值|比为|比例为|比例是|师生比|性别比|产出比|投入产出比)[^，。；\d]{0,6}(\d{1,4}(?:\.\d+)?)([:：])(\d{1,4}(?:\.\d+)?)(?![\d:：])(?!分|左右开|开始|结束|到|至|—|-)"
)
_DIGITS_APART = re.compile(r"(?<=\d)[:：](?=\d)")
_BEFORE = 40
_CLOCK, _SCORE = (
    re.compile(r"(?:1?\d|2[0-4])[:：][0-5]\d"),
    re.compile("比分|得分|时间|时刻|获胜|战胜|取胜|击败|领先|落败|惜败|战平"),
)
_RATIO_BEHIND = re.compile(
    r"(?<![\d:：.])(\d{1,4}(?:\.\d+)?)([:：])(\d{1,4}(?:\.\d+)?)(?=的?(?:比例|配套|配比|匹配|分担|出资|比率))"
)


def comma_in_list(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a comma between the parts of a list that else has 、."""
    for pattern in (_NUMBERS, _QUOTED):
        for found in reading.whole.find(pattern):
            yield told(found, tr("并列词语之间宜用顿号"), group=found.match.lastindex or 0, becomes="、")
    for found in reading.whole.find(_LAST_MEMBER):
        text, (at, _) = found.passage.masked, found.span()
        before = text[max(text.rfind(mark, 0, at) for mark in "。；\n") + 1 : at]
        listed = "、" in before or "、" in text[at : at + _BEFORE]
        if listed and len(before) < _BEFORE and _MEMBERS.fullmatch(before):
            yield told(found, tr("并列词语之间宜用顿号"), becomes="、")
    for found in reading.whole.find(_THREE):
        many, start = len(found[1]), found.span()[0]
        if many == len(found[2]) and _MEMBER.search(found.passage.masked[max(start - _BEFORE, 0) : start - many]):
            passage = found.passage
            yield hit(passage, (start, start + 1), tr("并列词语之间宜用顿号"), becomes="、")


def comma_for_colon(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a comma or stop where what follows explains or lists."""
    for pattern in (_SHORT_FOR_COLON, _NOTICE):
        for found in reading.whole.find(pattern):
            yield told(found, tr("提起下文宜用冒号"), group=1, becomes="：")
    for found in reading.whole.find(_POINTS):
        start = found.span()[0]
        if _AS_FOLLOWS.search(found.passage.masked[max(start - _BEFORE, 0) : start]):
            yield told(found, tr("提起下文宜用冒号"), becomes="：")


def tilde(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield ~ between words, and the half-width one between numbers."""
    for found in reading.whole.find(_TILDE) if "~" in reading.whole.masked or "～" in reading.whole.masked else ():
        yield told(found, tr("词语之间的起止用“至”或“—”"), group=1, becomes="至")
    for found in reading.whole.find(_HALF_TILDE) if "~" in reading.whole.masked else ():
        yield told(found, tr("浪纹线用全角“～”"), group=1, becomes="～")


def ratio(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the colon of a clock in a ratio."""
    for pattern in (_RATIO, _RATIO_BEHIND) if _DIGITS_APART.search(reading.whole.masked) else ():
        for found in reading.whole.find(pattern):
            around = found.passage.masked[max(found.span()[0] - 4, 0) : found.span()[1] + 4]
            is_clock = _CLOCK.fullmatch(found[1] + found[2] + found[3]) and "比" not in found[0]
            if not is_clock and not _SCORE.search(around):
                yield told(found, tr("比号用“∶”"), group=2, becomes="∶")


RULES = (
    ArticleRule(
        id="text.list-comma",
        title=tr("并列词语间用逗号"),
        level=Level.INFO,
        check=comma_in_list,
        why=tr("GB/T 15834 并列词语之间用顿号"),
    ),
    ArticleRule(
        id="text.colon",
        title=tr("该用冒号处"),
        level=Level.INFO,
        check=comma_for_colon,
        why=tr("GB/T 15834 总说性话语之后用冒号，提起下文"),
    ),
    ArticleRule(
        id="text.tilde",
        title=tr("“~”的用法"),
        level=Level.WARNING,
        check=tilde,
        why=tr("GB/T 15834 浪纹线“～”用于数值范围的起止"),
    ),
    ArticleRule(
        id="text.ratio",
        title=tr("比号写成冒号"),
        level=Level.INFO,
        check=ratio,
        why=tr("比号“∶”居中，与冒号不同"),
    ),
)
