"""Numbers of official documents, GB/T 9704-2012 7.2.5: 国发〔2024〕3号."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, told
from editor.model.language import tr

_ZERO = re.compile(rf"(?:(?<=[{HAN}])〔|(?<=[发函字办规])[\[（(])(?:19|20)\d\d[〕\]）)](0+)[1-9]\d*号")
_ORDINAL = re.compile(rf"(?<=[{HAN}])(?<!公告)(?<!令)〔(?:19|20)\d\d〕(第)\d+号")
_SHORT = re.compile(rf"(?<=[{HAN}])〔(\d\d)〕第?\d+号")
_ORDER = re.compile(rf"〔(?:19|20)\d\d〕[{HAN}]{{1,8}}[发函字办规]\d+号")
_MIXED = re.compile(r"〔(?:19|20)\d\d([\]］)）】])|[\[［(（【](?:19|20)\d\d(〕)")
_NO_END = re.compile(rf"(?<=[{HAN}])〔(?:19|20)\d\d〕\d+(?=[，。；：、）》])")
_YEAR = re.compile(r"〔((?:19|20)\d\d)〕\d+号")


def zeros(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield numbers filled up with zeros."""
    for found in (
        reading.whole.find(_ZERO) if any(one in reading.whole.masked for one in ("〕0", "]0", "）0", ")0")) else ()
    ):
        yield told(found, tr("发文字号的序号前不加零"), group=1, becomes="")


def ordinal(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 第 before the number."""
    for found in reading.whole.find(_ORDINAL) if reading.whole.has("〕第") else ():
        yield told(found, tr("发文字号的序号前不加“第”"), group=1, becomes="")


def short_year(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield years of two digits."""
    for found in reading.whole.find(_SHORT) if reading.whole.has("〔") else ():
        yield told(found, tr("发文字号的年份要写四位"), group=1, becomes=f"20{found[1]}")


def order(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield numbers whose year stands before the body's short name."""
    for found in reading.whole.find(_ORDER) if reading.whole.has("〔") else ():
        yield told(found, tr("发文字号依次是机关代字、年份、序号"))


def mixed_brackets(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield years with brackets of two kinds."""
    for found in reading.whole.find(_MIXED):
        group = 1 if found[1] else 2
        yield told(found, tr("发文字号的年份没有用〔〕"), group=group, becomes="〕" if found[1] else None)


def no_end(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield numbers without 号."""
    for found in reading.whole.find(_NO_END):
        yield told(found, tr("发文字号缺“号”字"), becomes=f"{found[0]}号")


def later_year(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield numbers of a year after the issue's."""
    year = reading.setting.date.year
    for found in reading.whole.find(_YEAR):
        if int(found[1]) > year:
            yield told(found, tr("发文字号的年份{year}晚于本期", year=found[1]), group=1)


_WHY = tr("GB/T 9704 7.2.5 发文字号由代字、年份、序号组成；年份标全称，序号不加“第”字，不编虚位")
RULES = (
    ArticleRule(id="names.number-zero", title=tr("发文字号加零"), level=Level.WARNING, check=zeros, why=_WHY),
    ArticleRule(id="names.number-ordinal", title=tr("发文字号加“第”"), level=Level.INFO, check=ordinal, why=_WHY),
    ArticleRule(id="names.number-year", title=tr("发文字号年份不全"), level=Level.WARNING, check=short_year, why=_WHY),
    ArticleRule(id="names.number-order", title=tr("发文字号次序"), level=Level.WARNING, check=order, why=_WHY),
    ArticleRule(
        id="names.number-mixed", title=tr("发文字号括号不一"), level=Level.ERROR, check=mixed_brackets, why=_WHY
    ),
    ArticleRule(id="names.number-end", title=tr("发文字号缺“号”"), level=Level.WARNING, check=no_end, why=_WHY),
    ArticleRule(
        id="names.number-later", title=tr("发文字号年份晚于本期"), level=Level.ERROR, check=later_year, why=_WHY
    ),
)
