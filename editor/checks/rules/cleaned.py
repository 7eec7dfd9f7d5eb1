"""What cleaning would put right in a text that came in before it, or past it: the rules of `text/cleaning` tell it."""

import re
from collections.abc import Callable, Iterable, Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit, Span, TextEdit
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule
from editor.checks.words import edit, many
from editor.model.language import tr
from editor.text.cleaning.edit import Edit
from editor.text.cleaning.forms import blanks, entities, invisible, standard_forms, wide_letters
from editor.text.cleaning.markers import numbers
from editor.text.cleaning.marks import dashes, ellipses, numbers_of_documents
from editor.text.cleaning.rule import Reading
from editor.text.cleaning.spaces import beside_marks, between_hanzi, several

_BLANKS = re.compile(r"[^\S\n]")


def blanks_in_words(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all blanks between hanzi of sentences."""
    for found, edits in _placed(reading, between_hanzi(reading.whole.cleaned)) if _has_blanks(reading) else ():
        yield many(found, edits, tr("汉字之间有空格，共 {n} 处", n=len(found)), tr("去掉空格"))


def blanks_at_marks(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all blanks beside full-width marks."""
    for found, edits in _placed(reading, beside_marks(reading.whole.cleaned)) if _has_blanks(reading) else ():
        yield many(found, edits, tr("全角标点旁有空格，共 {n} 处", n=len(found)), tr("去掉空格"))


def blanks_in_a_row(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all runs of blanks between Latin words."""
    for found, edits in _placed(reading, several(reading.whole.cleaned)):
        yield many(found, edits, tr("外文词之间不止一个空格，共 {n} 处", n=len(found)), tr("留一个空格"))


def odd_blanks(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all blanks of other widths, and those at the ends of paragraphs."""
    for found, edits in _placed(reading, blanks(reading.whole.cleaned)):
        yield many(found, edits, tr("段首段尾有空格，或用了别种空格，共 {n} 处", n=len(found)), tr("去掉或改为空格"))


def wide_characters(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all full-width digits and letters."""
    for found, edits in _placed(reading, wide_letters(reading.whole.cleaned)):
        yield many(found, edits, tr("用了全角的数字或字母，共 {n} 处", n=len(found)), tr("全部改为半角"))


def code_of_pages(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all names of characters that HTML has left."""
    for found, edits in _placed(reading, entities(reading.whole.cleaned)):
        yield many(found, edits, tr("留有网页代码，共 {n} 处", n=len(found)), tr("还原为字符"))


def unseen(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all characters without a form."""
    for found, edits in _placed(reading, invisible(reading.whole.cleaned)) if _any(reading, invisible) else ():
        yield many(found, edits, tr("有看不见的字符，共 {n} 处", n=len(found)), tr("删去"))


def stand_ins(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all radicals and compatibility forms."""
    for found, edits in (
        _placed(reading, standard_forms(reading.whole.cleaned)) if _any(reading, standard_forms) else ()
    ):
        yield many(found, edits, tr("用了部首或兼容字，共 {n} 处", n=len(found)), tr("全部改为通用字"))


def dots(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all dots that stand for ……."""
    for found, edits in _placed(reading, ellipses(reading.whole.cleaned)):
        yield many(found, edits, tr("省略号不是……，共 {n} 处", n=len(found)), tr("全部改为……"))


def hyphens(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all hyphens that stand for ——."""
    for found, edits in _placed(reading, dashes(reading.whole.cleaned)):
        yield many(found, edits, tr("破折号不是——，共 {n} 处", n=len(found)), tr("全部改为——"))


def year_brackets(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all document numbers whose year is in other brackets than 〔〕."""
    for found, edits in _placed(reading, numbers_of_documents(reading.whole.cleaned)):
        yield many(found, edits, tr("发文字号的年份没有用〔〕"), tr("改为〔〕"))


def point_marks(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all numbers of points in another form than 一、（一）1.（1）."""
    # a bracket of half width is told by text.half-width; 1． is another usual form of 1.
    text = reading.whole.text
    odd = [
        one for one in numbers(reading.whole.cleaned) if one.text not in "（）" and text[one.start : one.end] != "．"
    ]
    for found, edits in _placed(reading, odd):
        yield many(found, edits, tr("层次序号的写法不合，共 {n} 处", n=len(found)), tr("统一序号的写法"))


def _any(reading: ArticleTexts, rule: Callable[[Reading], Iterator[Edit]]) -> bool:
    """Return whether a rule that looks at single characters finds one: it is asked for each of them once."""
    chars = "".join(reading.whole.chars)
    return any(rule(Reading(chars, chars)))


def _has_blanks(reading: ArticleTexts) -> bool:
    return bool(_BLANKS.search(reading.whole.masked))


def _placed(
    reading: ArticleTexts, edits: Iterable[Edit]
) -> Iterator[tuple[list[tuple[Passage, Span]], list[TextEdit]]]:
    """Yield once, where there are edits, the places of all and what goes there."""
    found: list[tuple[Passage, Span]] = []
    made: list[TextEdit] = []
    for one in sorted(edits, key=lambda one: (one.start, one.end)):
        passage, shift = reading.whole.at(one.start)
        span = (one.start - shift, one.end - shift)
        if passage.text[slice(*span)] != one.text and not passage.text.isspace():
            found.append((passage, span))
            made.append(edit(passage, span, one.text))
    if found:
        yield found, made


RULES = (
    ArticleRule(
        id="text.blank-hanzi",
        title=tr("汉字之间有空格"),
        level=Level.WARNING,
        check=blanks_in_words,
        why=tr("空格隔断词语，妨碍查找和排版"),
    ),
    ArticleRule(
        id="text.blank-marks",
        title=tr("标点旁有空格"),
        level=Level.WARNING,
        check=blanks_at_marks,
        why=tr("GB/T 15834 5.1 全角标点占一个字的位置，自带空隙"),
    ),
    ArticleRule(
        id="text.blank-several",
        title=tr("连续空格"),
        level=Level.INFO,
        check=blanks_in_a_row,
        why=tr("外文词之间空一格"),
    ),
    ArticleRule(
        id="text.blank-odd",
        title=tr("别种空格"),
        level=Level.INFO,
        check=odd_blanks,
        why=tr("缩进由版式给出，不用空格"),
    ),
    ArticleRule(
        id="text.wide",
        title=tr("全角数字、字母"),
        level=Level.WARNING,
        check=wide_characters,
        why=tr("GB/T 15835 阿拉伯数字用半角"),
    ),
    ArticleRule(
        id="web.entities", title=tr("网页代码"), level=Level.ERROR, check=code_of_pages, why=tr("&nbsp; 等不该印出来")
    ),
    ArticleRule(
        id="text.invisible",
        title=tr("看不见的字符"),
        level=Level.WARNING,
        check=unseen,
        why=tr("零宽字符印不出来，却隔断词语"),
    ),
    ArticleRule(
        id="text.stand-in",
        title=tr("部首、兼容字"),
        level=Level.WARNING,
        check=stand_ins,
        why=tr("看着一样，却查不到，换了字体就变样"),
    ),
    ArticleRule(
        id="text.ellipsis",
        title=tr("省略号的写法"),
        level=Level.WARNING,
        check=dots,
        why=tr("GB/T 15834 4.11 省略号是六个居中的点"),
    ),
    ArticleRule(
        id="text.dash",
        title=tr("破折号的写法"),
        level=Level.WARNING,
        check=hyphens,
        why=tr("GB/T 15834 破折号占两个字"),
    ),
    ArticleRule(
        id="names.number-brackets",
        title=tr("发文字号的括号"),
        level=Level.WARNING,
        check=year_brackets,
        why=tr("GB/T 9704 7.2.5 年份用六角括号〔〕括入"),
    ),
    ArticleRule(
        id="numbers.marks",
        title=tr("层次序号的写法"),
        level=Level.INFO,
        check=point_marks,
        why=tr("GB/T 9704 7.3.3 层次序数依次用“一、”“（一）”“1.”“（1）”"),
    ),
)
