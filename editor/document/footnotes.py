"""Footnotes 脚注 as printed: numbered through an article, ① to ㊿, then by figures.

Their words stand at the foot of the page; those of a table below it, since a table may go on over pages.
"""

from collections.abc import Iterator
from itertools import count
from typing import cast

from editor.model.block_texts import block_parts, footnotes_of, is_own, with_parts
from editor.model.body import Block, Run, Script, Table, Text
from editor.model.dataclass import dataclass

_RANGES = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedRun(Run):
    """The number of a footnote in the text, with the footnote's words."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteLine:
    """A footnote. number: as at its anchor."""

    number: str
    text: str


def footnote_number(number: int) -> str:
    """Return a footnote's number, from 1, as it is printed; one character as long as there are any."""
    circled = (chr(start + number - first) for first, last, start in _RANGES if first <= number <= last)
    return next(circled, str(number))


def numbered(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[FootnoteLine, ...]]:
    """Return blocks with numbers in place of the anchors, and the footnotes."""
    lines: list[FootnoteLine] = []
    if not any(map(footnotes_of, blocks)):
        return blocks, ()
    numbers = map(footnote_number, count(1))
    made = tuple(_numbered(block, numbers, lines) if footnotes_of(block) else block for block in blocks)
    return made, tuple(lines)


def table_notes(table: Table) -> tuple[Table, tuple[FootnoteLine, ...]]:
    """Return a numbered table with plain numbers, and its footnotes."""
    texts = [text for field, text in block_parts(table) if is_own(field)]
    notes = [run for text in texts for run in text if isinstance(run, NotedRun)]
    if not notes:
        return table, ()
    plain = with_parts(table, [tuple(map(_without_words, text)) for text in texts])
    lines = tuple(FootnoteLine(number=run.text, text=run.words) for run in notes)
    return cast("Table", plain), lines


def _without_words(run: Run) -> Run:
    if not isinstance(run, NotedRun):
        return run
    return Run(text=run.text, bold=run.bold, italic=run.italic, script=run.script, link=run.link)


def _numbered(block: Block, numbers: Iterator[str], lines: list[FootnoteLine]) -> Block:
    def shown(run: Run) -> Run:
        if not run.footnote:
            return run
        number = next(numbers)
        lines.append(FootnoteLine(number=number, text=run.footnote))
        return NotedRun(
            text=number,
            bold=run.bold,
            italic=run.italic,
            script=Script.SUPER,
            link=run.link,
            words=run.footnote,
        )

    texts: list[Text] = [tuple(map(shown, text)) for field, text in block_parts(block) if is_own(field)]
    return with_parts(block, texts)
