"""Repeated words, and blanks between Han and figures in single articles."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import FindingField, Level, RuleHit, Span
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import HAN, edit, hit, many
from editor.model.language import tr

_CLAUSE = re.compile(r"[^，。；：！？、\n]+")
_ADVERBS = ("进一步", "不断", "积极", "切实", "大力", "着力", "持续")
_DE = re.compile(r"(?<![目标有的])的的(?![确士的])")
# figures only: some offices put a blank beside Latin words on purpose
# a blank before a date at the end signs, one before a phone number or the number of a point parts two things
_SIGNING = r"(?!\s*\d{4} ?年[^，。；]{2,10}日\s*(?:[（(][^（）()]*[）)])?\s*$)"
_LOOSE = re.compile(
    rf"(?<=[{HAN}]) +(?=[0-9]){_SIGNING}(?! *(?:0\d{{2,3}}-)?\d{{7,}})(?! *\d{{1,2}}(?:[.．、]|[）)]))"
    rf"|(?<!附件\d)(?<!附件\d\d)(?<=[0-9%]) +(?=[{HAN}])",
    re.MULTILINE,
)
_PROSE = re.compile("[，。；]")
_TIGHT = re.compile(rf"[0-9%](?:(?=[{HAN}])|(?<=[{HAN}][0-9]))")
# the blank after a label (图1 标题, 表1 标题) is right
_LABEL = re.compile(r"[图表] ?\d+ ")
_COLUMNS = re.compile(r"\d +\d+ +\d|\S {2,}\S+ {2,}\S")
_RARE = 0.1


def repeated_adverb(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield adverbs that stand twice in one clause."""
    for passage in reading.body:
        for word in _ADVERBS:
            if passage.text.count(word) > 1:
                yield from _twice(passage, word)


def repeated_de(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 的的, but not 目的的."""
    for passage in reading.body:
        for match in _DE.finditer(passage.text):
            yield hit(passage, match.span(), tr("“的”重复"), becomes="的")


def spaced(context: Context) -> Iterator[RuleHit]:
    """Yield articles with blanks between Han and figures where the rest of the issue has next to none."""
    counts = [(_blanks(reading), _joints(reading)) for reading in context.readings]
    loose = sum(len(found) > joints for found, joints in counts)
    tight = sum(joints > len(found) for found, joints in counts)
    for found, joints in counts:
        others = loose - (len(found) > joints)
        if found and others <= _RARE * (others + tight):
            message = tr("汉字与数字之间有空格，共 {n} 处", n=len(found))
            yield many(found, [edit(passage, span, "") for passage, span in found], message, tr("去掉空格"))


def _twice(passage: Passage, word: str) -> Iterator[RuleHit]:
    for clause in _CLAUSE.finditer(passage.text):
        if clause[0].count(word) > 1:
            spans = [match.span() for match in re.compile(word).finditer(passage.text, *clause.span())]
            yield many([(passage, span) for span in spans], (), tr("“{word}”在一句中出现两次", word=word), "")


def _blanks(reading: ArticleTexts) -> list[tuple[Passage, Span]]:
    return [
        (passage, match.span())
        for passage in reading.body
        if passage.place.field is FindingField.BODY and " " in passage.text and _is_prose(passage.text)
        for match in _LOOSE.finditer(passage.masked)
    ]


def _is_prose(text: str) -> bool:
    """Return whether a text is neither a caption nor the row of a table, where blanks part columns."""
    return bool(_PROSE.search(text)) and not _LABEL.match(text) and not _COLUMNS.search(text)


def _joints(reading: ArticleTexts) -> int:
    return sum(len(_TIGHT.findall(passage.text)) for passage in reading.body)


RULES = (
    ArticleRule(id="text.adverb", title=tr("用词重复"), level=Level.INFO, check=repeated_adverb),
    ArticleRule(id="text.de", title=tr("“的”重复"), level=Level.WARNING, check=repeated_de),
    IssueRule(
        id="text.spacing",
        title=tr("空格不统一"),
        level=Level.INFO,
        check=spaced,
        why=tr("全期汉字与数字之间的空格应一致"),
    ),
)
