"""Lead-ins, 一是强化统筹。 and the like: the few words that open a point; the house style sets them bold."""

import re
from dataclasses import replace

from editor.model.block_kinds import as_paragraph
from editor.model.body import Block, Paragraph, plain
from editor.model.runs import apply_mark

_HAN = "[一二三四五六七八九十]"
_HAN_NUMBER = f"{_HAN}{{1,3}}"
_PAUSE = "[，、：,:]"
_MARKER = re.compile(
    rf"{_HAN_NUMBER}(?:是(?!否)|要(?![素求点闻]))"
    # not 第三、四季度, not 一、二等奖
    rf"|第(?:{_HAN_NUMBER}|\d{{1,2}})(?:方面)?{_PAUSE}(?!{_HAN})"
    rf"|{_HAN_NUMBER}、(?!{_HAN})"
    rf"|(?:首先|其次|再次|再者|然后|此外|另外|最后|其{_HAN}){_PAUSE}"
    rf"|另?一方面{_PAUSE}?"
    rf"|[（(](?:\d{{1,2}}|{_HAN_NUMBER})[）)]"
    "|[①-⑳]"
    r"|\d{1,2}(?:[.．](?!\d)|、(?!\d)|[）)])"
)
_END = re.compile("[。；：！？]")
_OPENINGS = "（《“‘【("
_CLOSINGS = "）》”’】)"
_LONGEST = 32
_SENTENCE_ENDS = "。！？；：…”）"


def lead_in_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where lead-ins of a paragraph stand, end mark included, in order.

    One begins at the paragraph's start or behind a sentence with 一是, 一要, 首先, 第一, 其一, 一方面, （1）, 1. or the
    like, has 32 characters at most, and is followed by text, not by the paragraph's end or the next point.
    """
    spans = (_span(text, match) for match in _MARKER.finditer(text) if _begins(text, match.start()))
    return tuple(span for span in spans if span is not None)


def bold_lead_ins(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with the lead-ins of their paragraphs set bold; a block without one is the same object."""
    return tuple(map(_with_bold, blocks))


def _with_bold(block: Block) -> Block:
    paragraph = as_paragraph(block)
    return _bold(paragraph) if paragraph else block


def _bold(paragraph: Paragraph) -> Paragraph:
    runs = paragraph.runs
    spans = lead_in_spans(plain(runs))
    for start, end in spans:
        runs = apply_mark(runs, start, end, bold=True)
    return replace(paragraph, runs=runs) if spans else paragraph


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS


def _span(text: str, marker: re.Match[str]) -> tuple[int, int] | None:
    end = _end(text, marker.end())
    rest = text[end:].lstrip()
    leads = end > marker.end() + 1 and rest and not _MARKER.match(rest)
    return (marker.start(), end) if leads and end - marker.start() <= _LONGEST else None


def _end(text: str, at: int) -> int:
    """Return the place after the first end mark outside brackets and quotes."""
    depth = 0
    for place in range(at, min(len(text), at + _LONGEST)):
        depth += (text[place] in _OPENINGS) - (text[place] in _CLOSINGS)
        if depth <= 0 and _END.match(text[place]):
            return place + 1
    return len(text)
