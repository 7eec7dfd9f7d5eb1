"""Units against what they measure, conversions in brackets, things that are counted in another way or not in tenths."""

import re
from collections.abc import Iterator
from itertools import pairwise

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.quantities import Quantity
from editor.checks.rule import ArticleRule
from editor.checks.tables import rows
from editor.checks.words import HAN, hit, told
from editor.model.language import tr

# what one of a unit is in the base of its kind: m², m, kg, minutes
_FACTORS = {
    "平方米": ("面积", 1.0),
    "亩": ("面积", 10_000 / 15),
    "公顷": ("面积", 10_000.0),
    "平方公里": ("面积", 1e6),
    "米": ("长度", 1.0),
    "公里": ("长度", 1000.0),
    "里": ("长度", 500.0),
    "公斤": ("质量", 1.0),
    "斤": ("质量", 0.5),
    "吨": ("质量", 1000.0),
    "小时": ("时间", 60.0),
    "分钟": ("时间", 1.0),
    "天": ("时间", 1440.0),
}
_SAYS_SO = re.compile(r"^[，,（(]*\s?(?:约?合|折合|相当于|折算为?|换算为?|即|也就是|等于)(?:约|为|计)?$")
_BRACKET = re.compile(r"^[（(]约?为?$")
_CLOSED = re.compile("^[）)]")
_OFF = 0.03
_AREA = "面积|占地|用地"
_VOLUME = (
    "库容|蓄水量|储水量|土石?方量?|蓄积量|供水能力|供水量|用水量|取水量|来水量|水处理能力|供气能力|储气能力|清理淤泥"
)
_LENGTH = "全长|总长度?|长度|里程|岸线长?|管[网线道]长度?|宽度?|管道|铁路|管网"
_IS = r"(?:[约共达为是超近有]|达到|超过|累计|建成)*(?P<n>\d[\d,.]*)(?P<l>[万亿千]?)"
_DIMENSIONS = (
    (
        re.compile(rf"(?:{_AREA}){_IS}(?P<u>立方米|公里|千米|米|吨|公斤)(?![/／每])"),
        "面积",
        ("占地", "面积", "用地"),
    ),
    (
        re.compile(rf"(?:{_VOLUME}){_IS}(?P<u>平方米|平方公里)"),
        "体积",
        ("库容", "水", "土", "气", "清", "蓄"),
    ),
    (
        re.compile(rf"(?:{_LENGTH}){_IS}(?P<u>平方米|平方公里|立方米|亩|公顷|吨)"),
        "长度",
        ("长", "宽", "里程", "道", "路", "管"),
    ),
    (re.compile(rf"(?:发电量|用电量|售电量|供电量|耗电量){_IS}(?P<u>千瓦|兆瓦)(?!小?时)"), "电量", ("电量",)),
    (
        re.compile(rf"(?:装机容量|装机规模|总装机|装机|变压器容量|功率){_IS}(?P<u>千瓦时|兆瓦时)"),
        "功率",
        ("装机", "容量", "功率"),
    ),
    (
        re.compile(rf"(?:产量|粮食|产粮|总产|运量|吞吐量|重量|载重){_IS}(?P<u>亩|公顷|平方米|平方公里|公里)"),
        "质量",
        ("产", "量", "粮"),
    ),
)
_WHOLE = re.compile(
    r"(?<![\d.])\d+\.\d+(?P<u>人(?![均次年月天日工民])|名(?!义)|个(?!百|月|工作|小时|点|亿|季|单位|学时|学分|标|多|半)"
    r"|家|户|辆|台(?!时)|头|所|座|件套?|位)(?![·/／])"
)
_MEAN = re.compile("均|每|率|比例|之比|系数|相当于|折合|指数|平均|比|倍|万|亿|当量|[:：∶]|增加|减少|提高")


def converted(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 4.5万亩（约合300公顷）, whose two amounts are not the same."""
    text = reading.whole.masked
    amounts = reading.whole.amounts
    for one, other in pairwise(amounts):
        between = text[one.end : other.start]
        if len(between) > 8 or not between or between[0] not in "，,（(即合约折相":
            continue
        bare = _BRACKET.match(between) and _CLOSED.match(text[other.end : other.end + 1])
        if (_SAYS_SO.match(between) or bare) and (ratio := _converts(one, other)):
            due = one.value * ratio
            off = abs(due - other.value)
            if off > max(_OFF * due, one.slack * ratio + other.slack) and (
                not bare or one.unit != other.unit or _by_tens(due, other.value)
            ):
                yield _unlike(reading, other, due)


def ratio_of(one: Quantity, other: Quantity) -> float | None:
    """Return how many of the second unit one of the first is, None where they measure different things."""
    if one.unit == other.unit:
        return 1.0
    first, second = _FACTORS.get(one.unit), _FACTORS.get(other.unit)
    return first[1] / second[1] if first and second and first[0] == second[0] else None


def _converts(one: Quantity, other: Quantity) -> float | None:
    """Return the ratio of two amounts of which one may be the other in other words: 万 and 亿, or another unit."""
    return None if one.unit == "%" or (one.unit == other.unit and one.large == other.large) else ratio_of(one, other)


def _by_tens(due: float, given: float) -> bool:
    """Return whether two amounts of one unit differ by zeros alone: 3.5亿元（3500万元）."""
    ratio = max(due, given) / max(min(due, given), 1e-9)
    return any(abs(ratio / tens - 1) < 0.001 for tens in (10, 100, 1000, 10_000))


def _unlike(reading: ArticleTexts, other: Quantity, due: float) -> RuleHit:
    passage, shift = reading.whole.at(other.start)
    words = reading.whole.masked[other.start : other.end]
    unit = re.sub(r"^[\d,.]+", "", words)
    message = tr("换算是{due:g}{unit}，不是{given}", due=float(f"{due / other.large:.4g}"), unit=unit, given=words)
    return hit(passage, (other.start - shift, other.end - shift), message, detail=tr("核对两个数和它们的单位。"))


def dimension(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 建筑面积1.8万立方米: an area in a unit of volume."""
    for pattern, kind, words in _DIMENSIONS:
        for found in reading.whole.find(pattern) if any(map(reading.whole.has, words)) else ():
            yield told(found, tr("“{unit}”不是{kind}单位", unit=found["u"], kind=kind), group="u")


def classifier(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 图书2600只, whose things are not counted so, of the table."""
    for noun, wrong, right in rows("classifiers"):
        if not any(map(reading.whole.has, noun.split("|"))):
            continue
        behind = re.compile(
            rf"(?:{noun})(?:[共约达有近]|达到|超过|累计|现有|就有)*\d[\d,.]*[万亿千]?余?(?P<u>{wrong})(?![{HAN}]?(?:次|均))"
        )
        before = re.compile(rf"\d[\d,.]*[万千]?余?(?P<u>{wrong})(?:大型|小型|新|旧|标准化|新能源|现代化)?(?:{noun})")
        for found in (*reading.whole.find(behind), *reading.whole.find_numbers(before)):
            yield told(
                found,
                tr("“{noun}”一般不用“{unit}”计数", noun=noun.split("|")[0], unit=found["u"]),
                group="u",
                detail=tr("如“{right}”。", right=right),
            )


def whole_things(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 32.5人, where no mean is spoken of."""
    for found in reading.whole.find_numbers(_WHOLE):
        text, (start, end) = found.passage.text, found.span()
        begin = max(text.rfind(mark, 0, start) for mark in "。；！？\n") + 1
        if not _MEAN.search(text[begin:start]) and not _MEAN.match(text[end : end + 2]):
            yield told(found, tr("{found}：人和物按整数计", found=found[0]), detail=tr("核对小数点，或漏了“万”。"))


RULES = (
    ArticleRule(
        id="units.converted",
        title=tr("换算不符"),
        level=Level.WARNING,
        check=converted,
        why=tr("1公顷=15亩，1平方公里=100公顷，1吨=1000公斤"),
    ),
    ArticleRule(
        id="units.dimension",
        title=tr("单位与所量的不符"),
        level=Level.WARNING,
        check=dimension,
        why=tr("面积用平方米，体积用立方米，长度用米"),
    ),
    ArticleRule(
        id="words.classifier",
        title=tr("量词"),
        level=Level.WARNING,
        check=classifier,
        why=tr("《现代汉语八百词》附录：名词、量词配合表"),
    ),
    ArticleRule(id="digits.whole", title=tr("整数的人和物有小数"), level=Level.WARNING, check=whole_things),
)
