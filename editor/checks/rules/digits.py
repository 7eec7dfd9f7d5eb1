"""How numbers are written, GB/T 15835-2011: signs, groups, ranges, round numbers, years."""

import re
from collections.abc import Iterator
from itertools import pairwise

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, better, edit, many, told
from editor.model.language import tr

_NUM = r"\d+(?:\.\d+)?"
_ONES = "一二三四五六七八九"
_PER_CENT_WORDS = re.compile(rf"百分之({_NUM})(?![\d一二三四五六七八九十])")
_PER_CENT_TWICE = re.compile(r"(?<=\d)(?:%%+|[%％]个?百分点|个百分点%)")
_LOOKS_PER_CENT = re.compile(r"(?<=\d)(?:℅|个百分比)")
_BLANK_SIGN = re.compile(r"(?<=\d)( +)(?=[%‰℃])")
_BLANK_INSIDE = re.compile(rf"(?<=[{HAN}，（])(\d{{1,3}} \d{{1,2}}|\d{{1,2}} \d{{1,4}})(?=[万亿元个人项家年月%])")
_GROUPS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,})(?![\d,.])(?=[万亿千百元个人项家%])")
_POINTS = re.compile(r"(?<![\d.])\d+\.\d+\.\d+(?=[万亿%元倍])")
_UNIT_TWICE = re.compile(
    r"(?<=\d)(个|人|万|亿|元|项|家|条|米|吨|次|名|座|场|倍|年(?!年[底初末中度均会报审])|天|台|套|件|户|公里|平方米|万元|亿元|百分点)\1"
)
_SQUARES = re.compile(r"(?<=\d)(?:[万亿千百])?(?:平方米米|立方米米|公里里|公斤斤|亿亿|万万)")
_NEXT = "|".join(f"{a}、{b}" for a, b in pairwise(_ONES))
_ROUND = re.compile(
    rf"(?:{_NEXT})(?<![第{_ONES}十百千、]...)(?=[十百千万亿](?![{_ONES}、])|[天年名家](?![级、])|个(?!是|方面|层))"
)
_ROUND_DIGITS = re.compile(
    r"(?:1、2|2、3|3、4|4、5|5、6|6、7|7、8|8、9)(?<![\d第、]...)(?=[十百千万亿]|[天年名家个](?![级、]))"
)
_TENS = re.compile(r"(?<![\d.])([1-9])0几(?=[个年岁家人名天万亿])")
_DECADE = re.compile(rf"(\d\d)世纪([{_ONES}])十年代|(十[{_ONES}]|二十一?)世纪([1-9]0)年代")
_YEAR_SHORT = re.compile(
    r"(?<![\d.一二三四五六七八九十百第近约满])(?:0\d|1\d|2[0-9])年(?=(?:1[0-2]|[1-9])月|年?底(?!前)|[上下]半年|度?工作[，。任计总要])"
)
_YEAR_LOST = re.compile(r"(?<!\d)(?:(?:19|20)\d\d年?[至到—~～-](\d{3})年|(\d{3})年[至到—~～-](?:19|20)\d\d年)")
_RANGE_SIGN = re.compile(rf"(?<![\d.%—~～-])({_NUM})([-—–~～])({_NUM})(%|‰|℃)")
_RANGE_HYPHEN = re.compile(
    r"(?<=\d)(?<![A-Za-z\d]-\d)([%万亿元年月日]?)(-)(?=\d+(?:\.\d+)?(?:[%万亿年月日元]|个|人|天|岁))(?<![A-Za-z(（〔\d]\d{5}-)"
)
# 0.2至0.5%: from 至 and 到 alone a range is not sure, so both have to be alike
_RANGE_WORD = re.compile(
    rf"(?<![\d.第%年月日点时—～~-])({_NUM})([至到])({_NUM})([%‰℃]|[万亿](?:元|人|吨|亩)?)(?!的?(?:的|以))"
)
_RANGE_MAGNITUDE = re.compile(rf"(?<![\d.])({_NUM})[—~～-]({_NUM})([万亿]元?)")
_SMALL = re.compile(r"(?<![\d.])\d+万\d千(?![瓦克米伏])")
_MONEY = re.compile(r"[￥¥]\s?[\d,.]+(?:[万亿]+)?元|[$＄]\s?[\d,.]+(?:[万亿]+)?美元")
_ORDINAL_ZERO = re.compile(r"第0+([1-9]\d*)(?=[章节条期次届款项部卷批号])")
_ZERO = re.compile(
    rf"(?<=[{_ONES}○〇])[○ΟОOo◯0０](?=[{_ONES}○〇ΟОOo◯0０])|(?<=[{_ONES}][○〇ΟОOo◯0０])[○ΟОOo◯0０](?=[{_ONES}○〇])|(?<=二[{_ONES}○〇])[○ΟОOo◯](?=[年{_ONES}])"
)

_ZERO_AT_ALL = re.compile(rf"[{_ONES}○〇][○ΟОOo◯0０]")
_DIGITS_APART = re.compile(r"\d \d")


def per_cent_words(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 百分之 before digits."""
    for found in reading.whole.find(_PER_CENT_WORDS):
        yield better(found, f"{found[1]}%")


def per_cent_twice(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a sign for per cent with another, or with 百分点."""
    for found in reading.whole.find(_PER_CENT_TWICE):
        right = "个百分点" if "点" in found[0] else "%"
        yield told(found, tr("“{found}”重复", found=found[0]), becomes=right)


def per_cent_sign(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield ℅, which only looks like %, and 个百分比 where 个百分点 is meant."""
    for found in reading.whole.find(_LOOKS_PER_CENT):
        yield better(found, "%" if found[0] == "℅" else "个百分点")


def blank_before_sign(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield blanks between a number and its sign."""
    for found in reading.whole.find(_BLANK_SIGN):
        yield told(found, tr("数字与符号之间有空格"), group=1, becomes="")


def blank_inside(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield numbers with a blank inside that parts no group of three."""
    for found in reading.whole.find(_BLANK_INSIDE) if _DIGITS_APART.search(reading.whole.masked) else ():
        yield told(found, tr("数字中间有空格"), group=1, becomes=found[1].replace(" ", ""))


def groups(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield numbers whose commas do not stand at every third digit."""
    for found in reading.whole.find_numbers(_GROUPS):
        yield told(
            found, tr("千分撇不在三位上：{found}", found=found[0]), detail=tr("可能多写或漏写了一位，请核对原文。")
        )


def points(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield amounts with two decimal points."""
    for found in reading.whole.find_numbers(_POINTS):
        yield told(found, tr("一个数有两个小数点：{found}", found=found[0]))


def unit_twice(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield units written twice behind a number."""
    for found in reading.whole.find(_UNIT_TWICE):
        yield told(found, tr("“{found}”重复", found=found[1]), becomes=found[1])
    for found in reading.whole.find(_SQUARES):
        yield told(found, tr("“{found}”重复", found=found[0][-1]), becomes=found[0][:-1])


def round_numbers(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 、 between neighbouring numerals that stand for a round number."""
    for pattern in (_ROUND, _ROUND_DIGITS):
        for found in reading.whole.find(pattern):
            right = "".join(_ONES[int(one) - 1] if one.isdigit() else one for one in found[0].replace("、", ""))
            yield better(found, right)


def round_tens(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 20几, where the round number is written in hanzi."""
    for found in reading.whole.find_numbers(_TENS):
        yield better(found, f"{'' if found[1] == '1' else _ONES[int(found[1]) - 1]}十几")


def decade(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a century in digits with a decade in hanzi, or the other way round."""
    for found in reading.whole.find(_DECADE) if reading.whole.has("世纪") else ():
        right = f"{found[1]}世纪{_ONES.index(found[2]) + 1}0年代" if found[1] else ""
        if right:
            yield better(found, right)
        else:
            yield told(found, tr("世纪和年代要用同一种数字"))


def short_year(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield years of two digits."""
    for found in reading.whole.find_numbers(_YEAR_SHORT):
        yield better(found, f"20{found[0]}")


def lost_digit(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield years of three digits beside one of four."""
    for found in reading.whole.find_numbers(_YEAR_LOST):
        yield told(found, tr("年份少了一位"), detail=tr("对照原文补全。"))


def range_signs(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield ranges whose first number lacks the sign of the second."""
    for found in reading.whole.find_numbers(_RANGE_SIGN):
        yield better(found, f"{found[1]}{found[4]}～{found[3]}{found[4]}")


def range_words(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 0.2至0.5%, whose first number lacks the sign of the second."""
    for found in reading.whole.find_numbers(_RANGE_WORD):
        if float(found[1]) < float(found[3]):
            sign = found[4][0]
            yield better(found, f"{found[1]}{sign}{found[2]}{found[3]}{found[4]}")


def range_hyphens(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all ranges joined by a hyphen."""
    spans = [(found.passage, found.span(2)) for found in reading.whole.find(_RANGE_HYPHEN)]
    if spans:
        yield many(spans, (), tr("起止之间用了短横线“-”，共 {n} 处", n=len(spans)), "")


def range_magnitudes(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield ranges whose first number lacks the 万 or 亿 of the second."""
    for found in reading.whole.find_numbers(_RANGE_MAGNITUDE):
        yield better(found, f"{found[1]}{found[3]}～{found[2]}{found[3]}")


def two_magnitudes(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 3万5千."""
    for found in reading.whole.find_numbers(_SMALL):
        whole, _, rest = found[0].partition("万")
        yield better(found, f"{whole}.{rest[0]}万")


def money(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a sign of money with the name of the same."""
    for found in reading.whole.find(_MONEY):
        yield better(found, found[0][1:].strip())


def ordinal_zero(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 第02章."""
    for found in reading.whole.find(_ORDINAL_ZERO):
        yield better(found, f"第{found[1]}")


def zero(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all that only looks like 〇 in numbers of hanzi."""
    found_any = _ZERO_AT_ALL.search(reading.whole.masked)
    spans = [(found.passage, found.span()) for found in reading.whole.find(_ZERO)] if found_any else []
    if spans:
        edits = [edit(passage, span, "〇") for passage, span in spans]
        yield many(spans, edits, tr("汉字数字里的零写作“〇”，共 {n} 处", n=len(spans)), tr("全部改为“〇”"))


_FORMS = tr("GB/T 15835 同类的数字写法一致")
RULES = (
    ArticleRule(
        id="digits.per-cent-words",
        title=tr("“百分之”后用数字"),
        level=Level.WARNING,
        check=per_cent_words,
        why=_FORMS,
    ),
    ArticleRule(id="digits.per-cent-twice", title=tr("百分号重复"), level=Level.ERROR, check=per_cent_twice),
    ArticleRule(id="digits.per-cent-sign", title=tr("百分号的写法"), level=Level.WARNING, check=per_cent_sign),
    ArticleRule(
        id="digits.blank-sign",
        title=tr("数字与符号之间有空格"),
        level=Level.WARNING,
        check=blank_before_sign,
        why=tr("一个数连同它的符号不断开"),
    ),
    ArticleRule(
        id="digits.blank",
        title=tr("数字中间有空格"),
        level=Level.WARNING,
        check=blank_inside,
        why=tr("GB/T 15835 5.1 分节只在每三位之间"),
    ),
    ArticleRule(
        id="digits.groups",
        title=tr("千分撇的位置"),
        level=Level.WARNING,
        check=groups,
        why=tr("GB/T 15835 5.1 从小数点起每三位一组"),
    ),
    ArticleRule(id="digits.points", title=tr("两个小数点"), level=Level.ERROR, check=points),
    ArticleRule(id="digits.unit-twice", title=tr("单位重复"), level=Level.ERROR, check=unit_twice),
    ArticleRule(
        id="digits.round",
        title=tr("概数用顿号"),
        level=Level.WARNING,
        check=round_numbers,
        why=tr("GB/T 15834 4.5.3.4、GB/T 15835 4.2.2 相邻数字连用表示概数，用汉字，不用顿号"),
    ),
    ArticleRule(
        id="digits.tens",
        title=tr("“几”前用数字"),
        level=Level.WARNING,
        check=round_tens,
        why=tr("GB/T 15835 4.2.2 含“几”的概数用汉字"),
    ),
    ArticleRule(id="digits.decade", title=tr("世纪与年代混写"), level=Level.WARNING, check=decade, why=_FORMS),
    ArticleRule(
        id="digits.year",
        title=tr("年份只写两位"),
        level=Level.WARNING,
        check=short_year,
        why=tr("GB/T 15835 5.1.4 年份不简写"),
    ),
    ArticleRule(id="digits.year-lost", title=tr("年份少一位"), level=Level.ERROR, check=lost_digit),
    ArticleRule(
        id="digits.range-sign",
        title=tr("范围里前一数缺符号"),
        level=Level.INFO,
        check=range_signs,
        why=tr("GB/T 15834 4.13、GB/T 15835 5.1 如10%～20%，不写10～20%"),
    ),
    ArticleRule(
        id="digits.range-words",
        title=tr("范围里前一数缺符号"),
        level=Level.INFO,
        check=range_words,
        why=tr("GB/T 15834 4.13、GB/T 15835 5.1 如10%～20%，不写10～20%"),
    ),
    ArticleRule(
        id="digits.range-hyphen",
        title=tr("起止用短横线"),
        level=Level.INFO,
        check=range_hyphens,
        why=tr("GB/T 15834 4.13 起止用一字线“—”或浪纹线“～”"),
    ),
    ArticleRule(
        id="digits.range-magnitude",
        title=tr("范围里前一数缺“万”“亿”"),
        level=Level.INFO,
        check=range_magnitudes,
        why=tr("GB/T 15835 5.1 如9亿～16亿，不写9～16亿"),
    ),
    ArticleRule(
        id="digits.magnitudes",
        title=tr("一个数用了两个单位"),
        level=Level.INFO,
        check=two_magnitudes,
        why=tr("GB/T 15835 5.3 “万”“亿”前可用小数，不与“千”“百”连用"),
    ),
    ArticleRule(id="digits.money", title=tr("货币写了两遍"), level=Level.WARNING, check=money),
    ArticleRule(
        id="digits.ordinal",
        title=tr("序数前有零"),
        level=Level.WARNING,
        check=ordinal_zero,
        why=tr("序数不编虚位"),
    ),
    ArticleRule(
        id="digits.zero",
        title=tr("“〇”的写法"),
        level=Level.WARNING,
        check=zero,
        why=tr("GB/T 15835 5.2 汉字数字的零写作“〇”"),
    ),
)
