"""Marks in half width, straight quotes, doubled marks, remains of Markdown."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit, Span, TextEdit
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, edit, many
from editor.model.language import tr
from editor.text.half_marks import full_brackets, full_marks

_TOUCHED = re.compile(rf'[{HAN}，。；：、（）]"|"[{HAN}（《]')
_RUN = re.compile(r"[，。；：、！？]{2,}")
_LOUD = frozenset("！？")
_STARS = re.compile(r"\*\*(?P<bold>[^*\n]+)\*\*|\*\*+")
_HASHES = re.compile(r"^#{1,6} +(?=\S)", re.MULTILINE)
_Found = list[tuple[Passage, Span]]


def half_width(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all half-width marks and brackets that stand in Chinese."""
    found: _Found = []
    edits: list[TextEdit] = []
    for passage in reading.passages:
        brackets = (((at, at + 1), mark) for pair in full_brackets(passage.masked) for at, mark in pair)
        for span, text in sorted((*full_marks(passage.masked), *brackets)):
            found.append((passage, span))
            edits.append(edit(passage, span, text))
    if found:
        yield many(found, edits, tr("中文里用了半角标点，共 {n} 处", n=len(found)), tr("全部改为全角"))


def straight_quotes(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield straight quotes in Chinese; they are paired within a line, an odd number is left to the editor."""
    found: _Found = []
    edits: list[TextEdit] = []
    whole = True
    for passage in reading.passages:
        for start, line in _lines(passage.masked) if '"' in passage.masked else ():
            places = [start + at for at, char in enumerate(line) if char == '"']
            if not places or not _TOUCHED.search(line):
                continue
            whole = whole and len(places) % 2 == 0
            found += [(passage, (at, at + 1)) for at in places]
            edits += [edit(passage, (at, at + 1), "“”"[turn % 2]) for turn, at in enumerate(places)]
    if found:
        yield many(found, edits if whole else (), tr("中文里用了直引号，共 {n} 处", n=len(found)), tr("全部改为“”"))


def doubled(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield marks that follow each other where one is enough."""
    for passage in reading.passages:
        for match in _RUN.finditer(passage.text):
            kept = _kept(match[0])
            if kept != match[0]:
                yield many([(passage, match.span())], [edit(passage, match.span(), kept)], tr("标点重复"), kept)


def markdown(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all ** and leading # that a converter left; text between ** becomes bold."""
    found: _Found = []
    edits: list[TextEdit] = []
    for passage in reading.passages:
        for match in (*_STARS.finditer(passage.text), *_HASHES.finditer(passage.text)):
            bold = match.groupdict().get("bold") or ""
            found.append((passage, match.span()))
            edits.append(edit(passage, match.span(), bold, bold=bool(bold)))
    if found:
        yield many(found, edits, tr("留有 Markdown 记号，共 {n} 处", n=len(found)), tr("去掉记号，** 之间的改为加粗"))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _kept(marks: str) -> str:
    """Return repeated ！ and ？ unchanged, which is allowed; of other marks the strongest one."""
    return "".join(mark for mark in marks if mark in _LOUD) or max(marks, key="、，：；。".index)


RULES = (
    ArticleRule(
        id="text.half-width",
        title=tr("半角标点"),
        level=Level.WARNING,
        check=half_width,
        why=tr("GB/T 15834 中文用全角标点"),
    ),
    ArticleRule(
        id="text.straight-quotes",
        title=tr("直引号"),
        level=Level.WARNING,
        check=straight_quotes,
        why=tr("GB/T 15834 引号用“”"),
    ),
    ArticleRule(id="text.doubled", title=tr("标点重复"), level=Level.ERROR, check=doubled),
    ArticleRule(id="text.markdown", title=tr("Markdown 记号"), level=Level.ERROR, check=markdown),
)
