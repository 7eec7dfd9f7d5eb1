"""Marks in Chinese text: full width, brackets, quotation marks, ellipses and dashes, numbers of documents."""

import re
from collections.abc import Iterator

from editor.model.language import tr
from editor.text.cleaning.edit import Edit
from editor.text.cleaning.rule import Reading, TextRule
from editor.text.half_marks import full_brackets, full_marks
from editor.text.quotes import quotes_to_pair

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE = rf"{_HAN}，。、；：？！“”‘’（）《》〈〉【】〔〕…—"
# more than six points lead to a page number
_DOTS = re.compile(
    rf"(?<=[{_CHINESE}])\.{{3,6}}(?!\.)|(?<!\.)\.{{3,6}}(?=[{_HAN}“‘（《])|。{{3,}}|(?<!…)…(?!…)(?<=[{_HAN}”’）》]…)"
)
_DASHES = re.compile(
    rf"(?<=[{_CHINESE}])(?:-{{2,3}}|－－|─{{1,3}})(?![-－─])|(?<![-－─])(?:-{{2,3}}|－－|─{{1,3}})(?=[{_HAN}“‘（《])"
)
_YEAR = re.compile(
    r"(?<=[发函字办规文令告])(?P<left>\s?[\[(（［【﹝〈]\s?)(?:19|20)\d\d(?P<right>\s?[\])）］】﹞〉]\s?)(?=第?\s?\d{1,4}\s?号)"
)


def numbers_of_documents(reading: Reading) -> Iterator[Edit]:
    """Yield the brackets around the year of a document's number that are not 〔〕, GB/T 9704—2012 7.2.5."""
    for turn, found in enumerate(_YEAR.finditer(reading.masked)):
        yield Edit(*found.span("left"), "〔", turn)
        yield Edit(*found.span("right"), "〕", turn)


def wide_marks(reading: Reading) -> Iterator[Edit]:
    """Yield half-width , ; : ? ! . of Chinese text, with the blanks behind them."""
    for span, mark in full_marks(reading.masked):
        yield Edit(*span, mark)


def wide_brackets(reading: Reading) -> Iterator[Edit]:
    """Yield half-width brackets around Chinese or right behind it, in pairs."""
    for turn, pair in enumerate(full_brackets(reading.masked)):
        for at, mark in pair:
            yield Edit(at, at + 1, mark, turn)


def quotes(reading: Reading) -> Iterator[Edit]:
    """Yield straight quotation marks around or beside Chinese, in pairs."""
    for turn, (opening, closing) in enumerate(quotes_to_pair(reading.masked)):
        for at, mark in (opening, closing):
            yield Edit(at, at + 1, mark, turn)


def ellipses(reading: Reading) -> Iterator[Edit]:
    """Yield dots of Chinese text that are not ……, GB/T 15834 4.11."""
    for found in _DOTS.finditer(reading.masked) if any(one in reading.masked for one in ("...", "。。。", "…")) else ():
        yield Edit(*found.span(), "……")


def dashes(reading: Reading) -> Iterator[Edit]:
    """Yield hyphens of Chinese text that stand for ——, GB/T 15834 4.10."""
    for found in _DASHES.finditer(reading.masked) if any(one in reading.masked for one in ("--", "－－", "─")) else ():
        yield Edit(*found.span(), "——")


RULES = (
    TextRule(
        id="document-numbers",
        name=tr("发文字号的年份用〔〕"),
        why=tr("GB/T 9704 发文字号的年份用六角括号"),
        edits=numbers_of_documents,
    ),
    TextRule(id="wide-marks", name=tr("中文里的半角标点改全角"), why=tr("GB/T 15834 中文用全角标点"), edits=wide_marks),
    TextRule(
        id="wide-brackets",
        name=tr("中文里的半角括号改全角"),
        why=tr("GB/T 15834 中文用全角括号"),
        edits=wide_brackets,
    ),
    TextRule(id="quotes", name=tr("直引号改“”"), why=tr("GB/T 15834 引号用“”，成对才改"), edits=quotes),
    TextRule(id="ellipses", name=tr("省略号改……"), why=tr("GB/T 15834 省略号是六个居中的点"), edits=ellipses),
    TextRule(id="dashes", name=tr("-- 改——"), why=tr("GB/T 15834 破折号占两个字"), edits=dashes),
)
