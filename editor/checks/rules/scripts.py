"""Characters that do not belong to simplified Chinese: traditional and Japanese forms, kana, broken encodings."""

import functools
import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit, Span
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule
from editor.checks.tables import rows
from editor.checks.words import better, edit, many, told
from editor.model.language import tr

_PARTICLE = re.compile("[笑看说想听走站坐拿带跟接随朝沿向望盯忙等守围靠背抱扛]著(?![名作书称述者录])")
_KANA = re.compile("[ぁ-んァ-ヶ]{1,20}")
_BROKEN = re.compile("锟斤拷|烫烫烫|屯屯屯|â€|ï¼|Ã[\u0080-\u00bf©¤]|\ufffd")


def traditional(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all traditional and variant characters."""
    for found, n in _forms(reading, "繁"):
        yield _replaced(found, "繁", tr("用了繁体字或异体字，共 {n} 处", n=n))


def particle(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 著 in place of 着 behind a verb: 笑著说."""
    for found in reading.whole.find(_PARTICLE):
        yield better(found, f"{found[0][0]}着")


def japanese(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all characters in the form that only Japanese has."""
    for found, n in _forms(reading, "日"):
        yield _replaced(found, "日", tr("用了日文的字形，共 {n} 处", n=n))


def kana(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield kana."""
    for found in reading.whole.find(_KANA):
        yield told(
            found, tr("有日文假名“{found}”", found=found[0]), detail=tr("引用日文可以放行；“の”应写作“的”或“之”。")
        )


def broken(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield what wrong decoding leaves."""
    for found in reading.whole.find(_BROKEN):
        yield told(found, tr("乱码“{found}”", found=found[0]), detail=tr("对照原文改正：这里的字在转码时丢了。"))


_Found = list[tuple[Passage, Span]]


@functools.cache
def _table(kind: str) -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = [pair for of, line in rows("forms") if of == kind for pair in line.split(" ")]
    return re.compile(f"[{''.join(pair[0] for pair in pairs)}]"), {pair[0]: pair[1] for pair in pairs}


def _forms(reading: ArticleTexts, kind: str) -> Iterator[tuple[_Found, int]]:
    found = [(one.passage, one.span()) for one in reading.whole.find(_table(kind)[0])]
    if found:
        yield found, len(found)


def _replaced(found: _Found, kind: str, message: str) -> RuleHit:
    usual = _table(kind)[1]
    edits = [edit(passage, span, usual[passage.text[span[0]]]) for passage, span in found]
    return many(found, edits, message, tr("全部改为规范字"))


RULES = (
    ArticleRule(
        id="text.traditional",
        title=tr("繁体字、异体字"),
        level=Level.WARNING,
        check=traditional,
        why=tr("《国家通用语言文字法》第十一条、《通用规范汉字表》：用规范汉字"),
    ),
    ArticleRule(
        id="text.particle",
        title=tr("“着”写成“著”"),
        level=Level.WARNING,
        check=particle,
        why=tr("《国家通用语言文字法》第十一条、《通用规范汉字表》：用规范汉字"),
    ),
    ArticleRule(
        id="text.japanese",
        title=tr("日文字形"),
        level=Level.WARNING,
        check=japanese,
        why=tr("《国家通用语言文字法》第十一条、《通用规范汉字表》：用规范汉字"),
    ),
    ArticleRule(id="text.kana", title=tr("日文假名"), level=Level.INFO, check=kana),
    ArticleRule(id="text.broken", title=tr("乱码"), level=Level.ERROR, check=broken),
)
