"""Units and their symbols, GB 3100-3102; abbreviations in Latin letters."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule
from editor.checks.tables import listed, sought
from editor.checks.words import better, told
from editor.model.block_texts import block_parts
from editor.model.body import Script
from editor.model.language import tr

_POWER = re.compile(r"(?<=\d)(?:[万亿])?( ?(?:[kcm]?m)([23]))(?![A-Za-z0-9./-])")
_RAISED = {"2": "²", "3": "³"}
_CELSIUS = re.compile(r"摄氏(零下)?(\d+(?:\.\d+)?)度")
_DEGREES = re.compile(r"(?<=\d)°[cC](?![A-Za-z])")
_SPACED = re.compile(r"(?<![A-Za-z] )(?<![A-Za-z])[A-Z](?: [A-Z]){2,5}(?! ?[A-Za-z])")
_AROUND = "(?<![A-Za-z0-9])"


def symbols(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield symbols of units in the wrong case behind a number, or behind 元/."""
    for found, entry in listed(reading, sought("units", "(?:(?<=[0-9])|(?<=[/（万亿])) ?", "(?![A-Za-z0-9])")):
        yield better(found, entry.right, detail=entry.source)


def powers(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield m2 and m3 in articles without a raised digit."""
    hits = list(reading.whole.find(_POWER))
    if hits and not _has_raised(reading):
        for found in hits:
            yield better(found, found[1].strip()[:-1] + _RAISED[found[2]], group=1)


def names(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield names of units that are not legal ones, or incomplete."""
    for found, entry in listed(reading, sought("unit_names", "(?<=[0-9万亿千百十]) ?")):
        message = tr("“{found}”宜写作“{right}”", found=found[0].strip(), right=entry.right)
        converted = "换算" in entry.right
        yield told(found, message, detail=entry.source, becomes=None if converted else entry.right)


def spaced_out(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield abbreviations whose letters stand apart: T E U."""
    for found in reading.whole.find(_SPACED) if " " in reading.whole.masked else ():
        yield better(found, found[0].replace(" ", ""))


def celsius(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 摄氏25度, which takes the unit apart."""
    for found in reading.whole.find(_CELSIUS):
        yield better(found, f"{found[1]}{found[2]}摄氏度")
    for found in reading.whole.find(_DEGREES):
        yield better(found, "℃")


def abbreviations(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield abbreviations in another case than usual."""
    for found, entry in listed(reading, sought("latin", _AROUND, "(?![A-Za-z0-9])")):
        yield better(found, entry.right)


def _has_raised(reading: ArticleTexts) -> bool:
    """Return whether a digit of the article is raised: m and a raised 2 read m2."""
    return any(
        run.script is not Script.BASE
        for block in reading.article.blocks
        for _, runs in block_parts(block)
        for run in runs
    )


RULES = (
    ArticleRule(
        id="units.symbol",
        title=tr("单位符号的大小写"),
        level=Level.WARNING,
        check=symbols,
        why=tr("GB 3100 单位符号区分大小写"),
    ),
    ArticleRule(
        id="units.power",
        title=tr("单位的指数"),
        level=Level.INFO,
        check=powers,
        why=tr("GB 3101 单位的指数用上标，如m²"),
    ),
    ArticleRule(
        id="units.name",
        title=tr("非法定单位"),
        level=Level.INFO,
        check=names,
        why=tr("《计量法》第三条：使用法定计量单位"),
    ),
    ArticleRule(
        id="units.celsius",
        title=tr("摄氏度的写法"),
        level=Level.WARNING,
        check=celsius,
        why=tr("GB 3100 “摄氏度”是一个单位，不拆开"),
    ),
    ArticleRule(id="words.spaced-out", title=tr("缩写的字母分开"), level=Level.WARNING, check=spaced_out),
    ArticleRule(
        id="words.abbreviation",
        title=tr("缩写的大小写"),
        level=Level.INFO,
        check=abbreviations,
        why=tr("缩写按通用的大小写"),
    ),
)
