"""Marks in their places: at ends and beginnings, beside each other, and before 和 and 等."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, hit, told
from editor.model.block_kinds import as_paragraph
from editor.model.language import tr

# 、和平, 、与会, 、及时 begin words of their own
_PAUSE_AND = re.compile(
    rf"、(?:和(?![平谐美睦解田县林静顺龙政布气声乐服衷合约弦缓式])|与(?!时俱进|会|众|此|日俱增|其)(?=[{HAN}]{{1,8}}[，。；）等])(?![^，。；）]*[相同挂衔匹对])|及(?!时|早|格|第|其|以|至))"
)
_PAUSE_ETC = re.compile("、(?=等(?![待级候同离额效价比高分闲差距式温压腰边深宽身量值位次于]|保))")
_STOPPED_ETC = re.compile("……(?=等(?![待级候同离额效价比高分]))|(?<=等)……")
_EMPTY = re.compile("（）|“”|‘’|《》|【】|〔〕|〈〉|「」")
_INNER = re.compile(
    "(?<=[（“‘《〈【])[，。；：、？！](?![”’）》])|[，、；：](?=[）》〉】])|[、；：](?=[”’])(?<![A-Za-z0-9][：:])"
)
_LOUD = re.compile("[！？]{4,}")
_LEADING = re.compile(r"^[，。；：、？！）》”’】…](?!…)", re.MULTILINE)
_TRAILING = re.compile("[，、]$")
_ORDINAL = re.compile("(第[一二三四五六七八九十]、)(?<![^。；：\n]第.、)(?!第|[一二三四五六七八九十])")
_FIRST_OF_ALL = re.compile("(?:首先|其次|再次|最后)(、)")
_LINKED = re.compile(rf"(?<=[0-9年月日%{HAN}])——(?=\d+(?:\.\d+)?(?:[年月日%万亿℃]|个|时))")
_CLAUSE_DASH = re.compile(
    rf"(?<=[{HAN}])—(?!—)(?<!——)(?=[{HAN}]{{0,8}}(?:第一|首个|首家|首次|唯一|是|最)[{HAN}]{{3,}}[，。；])"
)
# 联系人：…电话：… lists what stands behind labels
_COLONS = re.compile(
    r"(?<!\d)：[^：。；！？“”（）\n\d《》 ]{2,30}(?<![员长任人话址箱门位间点号码式机真编名师家者事委组要求])"
    r"(：)[^：。\n]{4,40}。"
)
_ADDRESSEES = re.compile("[^。：；0-9]{4,100}(?:部门|单位|政府|委员会|机构|公司|局|院)([；，。;,])")
_ADDRESSEE = re.compile(r".*(?:部门|单位|政府|委员会|机构|公司|[局院厅委办部会市县区])(?:[（(][^（）()]*[）)])?")


def pause_before_and(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 、 before 和, 与 or 及."""
    for found in reading.whole.find(_PAUSE_AND):
        yield told(found, tr("“{word}”前不用顿号", word=found[0][1:]), becomes=found[0][1:])


def pause_before_etc(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 、 before 等 that ends a list."""
    for found in reading.whole.find(_PAUSE_ETC):
        yield told(found, tr("“等”前不用顿号"), becomes="")


def dots_and_etc(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield …… beside 等."""
    for found in reading.whole.find(_STOPPED_ETC):
        yield told(found, tr("省略号和“等”只用一个"), becomes="")


def empty_pair(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield brackets and quotes with nothing between them."""
    for found in reading.whole.find(_EMPTY):
        yield told(found, tr("{found}里面是空的", found=found[0]), detail=tr("补上漏掉的字，或删去。"))


def inner_edge(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield marks right behind an opening mark, or right before a closing one."""
    for found in reading.whole.find(_INNER):
        yield told(found, tr("“{mark}”不该紧挨着括号或引号的里侧", mark=found[0]), becomes="")


def shouting(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield more than three marks of exclamation or question."""
    for found in reading.whole.find(_LOUD):
        yield told(found, tr("叹号、问号叠用不超过三个"), becomes=found[0][0])


def leading_mark(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield paragraphs that begin with a mark that cannot stand there."""
    for found in reading.whole.find(_LEADING):
        yield told(found, tr("段首不该是“{mark}”", mark=found[0]), becomes=None if found[0] in "）》”’】" else "")


def trailing_mark(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the end of paragraphs that end in the middle of a sentence."""
    for block, passage in zip(reading.article.blocks, reading.body, strict=True):
        found = _TRAILING.search(passage.text.rstrip()) if as_paragraph(block) else None
        if found:
            yield hit(passage, found.span(), tr("段末是“{mark}”，话没有说完", mark=found[0]))


def salutation(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the line of addressees of a document that does not end with a colon."""
    for passage in reading.body[:3]:
        found = _ADDRESSEES.fullmatch(passage.text.strip())
        if found and all(map(_ADDRESSEE.fullmatch, re.split("[，、]|(?<=）)和", found[0][:-1]))):
            at = passage.text.rindex(found[1])
            yield hit(passage, (at, at + 1), tr("主送机关后用冒号"), becomes="：")


def ordinal_pause(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 第一、 at the head of a point, which takes a comma."""
    for found in reading.whole.find(_ORDINAL):
        yield told(found, tr("“第×”后用逗号"), group=1, becomes=f"{found[1][:-1]}，")


def adverb_pause(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 首先、 at the head of a point, which takes a comma."""
    for found in reading.whole.find(_FIRST_OF_ALL):
        yield told(found, tr("“首先”“其次”后用逗号"), group=1, becomes="，")


def long_link(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield —— between numbers, where the link of one square stands."""
    for found in reading.whole.find(_LINKED):
        yield told(found, tr("起止之间用“—”或“～”，不用破折号"), becomes="—")


def short_dash(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield — before an explanation, where the dash of two squares stands."""
    for found in reading.whole.find(_CLAUSE_DASH):
        yield told(found, tr("破折号占两个字"), becomes="——")


def two_colons(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield the second colon of a sentence."""
    for found in reading.whole.find(_COLONS):
        yield told(found, tr("一句里用了两个冒号"), group=1)


RULES = (
    ArticleRule(
        id="text.pause-and",
        title=tr("顿号后用“和”"),
        level=Level.WARNING,
        check=pause_before_and,
        why=tr("GB/T 15834 顿号与“和”“与”“及”不叠用"),
    ),
    ArticleRule(
        id="text.pause-etc",
        title=tr("“等”前用顿号"),
        level=Level.WARNING,
        check=pause_before_etc,
        why=tr("GB/T 15834 B.1 并列词语末一项与“等”之间不用顿号"),
    ),
    ArticleRule(
        id="text.dots-etc",
        title=tr("省略号与“等”并用"),
        level=Level.WARNING,
        check=dots_and_etc,
        why=tr("GB/T 15834 省略号与“等”不并用"),
    ),
    ArticleRule(id="text.empty-pair", title=tr("括号引号是空的"), level=Level.WARNING, check=empty_pair),
    ArticleRule(
        id="text.inner-edge",
        title=tr("标点紧挨括号里侧"),
        level=Level.WARNING,
        check=inner_edge,
        why=tr("GB/T 15834 点号不在括号、引号的起首和句内收尾"),
    ),
    ArticleRule(
        id="text.shouting",
        title=tr("叹号问号叠用"),
        level=Level.WARNING,
        check=shouting,
        why=tr("GB/T 15834 叠用不超过三个"),
    ),
    ArticleRule(
        id="text.leading",
        title=tr("段首是标点"),
        level=Level.ERROR,
        check=leading_mark,
        why=tr("GB/T 15834 5.1 点号不出现在一行之首"),
    ),
    ArticleRule(id="text.trailing", title=tr("段末是逗号"), level=Level.WARNING, check=trailing_mark),
    ArticleRule(
        id="text.salutation",
        title=tr("主送机关后的标点"),
        level=Level.WARNING,
        check=salutation,
        why=tr("GB/T 9704 7.3.2 主送机关后标全角冒号"),
    ),
    ArticleRule(
        id="text.ordinal",
        title=tr("“第一”后用顿号"),
        level=Level.INFO,
        check=ordinal_pause,
        why=tr("GB/T 15834 4.4、B.3 “第一”“首先”等次序语后用逗号"),
    ),
    ArticleRule(
        id="text.adverbs",
        title=tr("“首先”后用顿号"),
        level=Level.INFO,
        check=adverb_pause,
        why=tr("GB/T 15834 4.4、B.3 “第一”“首先”等次序语后用逗号"),
    ),
    ArticleRule(
        id="text.long-link",
        title=tr("起止号写成破折号"),
        level=Level.WARNING,
        check=long_link,
        why=tr("GB/T 15834 4.13 起止用一字线“—”或浪纹线“～”"),
    ),
    ArticleRule(
        id="text.short-dash",
        title=tr("破折号只占一个字"),
        level=Level.INFO,
        check=short_dash,
        why=tr("GB/T 15834 破折号占两个字"),
    ),
    ArticleRule(
        id="text.colons",
        title=tr("一句两个冒号"),
        level=Level.INFO,
        check=two_colons,
        why=tr("GB/T 15834 一个句子里避免用两个冒号"),
    ),
)
