"""Brackets and quotes come in pairs."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit, Span
from editor.checks.rule import ArticleRule
from editor.checks.words import hit, sentence
from editor.model.language import tr

_CLOSES = {"》": "《", "）": "（", "”": "“", "】": "【", ")": "（"}
_OPENS = {"《": "《", "（": "（", "“": "“", "【": "【", "(": "（"}
_MARK = re.compile(r"[《》（）“”【】()]")
# 1）, a) and 一） number points: nothing opens them
_POINT = re.compile(r"(?:^|(?<=[。；：，、\s]))[0-9A-Za-z一二三四五六七八九十]{1,3}[)）]")


def unbalanced(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield brackets, quotes and 《》 that their paragraph opens and does not close, or the other way round."""
    for passage in reading.passages:
        start = 0
        for line in passage.masked.split("\n"):
            for at, char in unmatched(line):
                span = (start + at, start + at + 1)
                made = hit(passage, span, tr("{char} 没有成对", char=char), detail=_advice(char))
                yield replace(made, also=(passage.at(*_lacking(passage.text, span, char)),))
            start += len(line) + 1


def unmatched(line: str) -> list[tuple[int, str]]:
    """Return the marks of a line that have no partner, with their places; half and full width pair."""
    points = {match.end() - 1 for match in _POINT.finditer(line)} if ")" in line or "）" in line else ()
    opened: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for match in _MARK.finditer(line):
        at, char = match.start(), match[0]
        if char in _OPENS:
            opened.append((at, char))
        elif any(_OPENS[mark] == _CLOSES[char] for _, mark in opened):
            while _OPENS[opened[-1][1]] != _CLOSES[char]:
                alone.append(opened.pop())
            opened.pop()
        elif at not in points:
            alone.append((at, char))
    return sorted((*alone, *opened))


def _lacking(text: str, span: Span, char: str) -> Span:
    """Return the stretch of the sentence in which the other half is missing."""
    start, end = sentence(text, span)
    return (span[1], end) if char in _OPENS else (start, span[0])


def _advice(char: str) -> str:
    return tr("这一段里找不到与它相配的后一半。") if char in _OPENS else tr("这一段里找不到与它相配的前一半。")


RULES = (
    ArticleRule(
        id="text.pairs",
        title=tr("括号引号不成对"),
        level=Level.ERROR,
        check=unbalanced,
        why=tr("GB/T 15834 括号、引号、书名号成对使用"),
    ),
)
