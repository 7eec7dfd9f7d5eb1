"""Captions, sources and notes of figures and tables: the short lines above and below them."""

import re
from dataclasses import replace

from editor.intake.word.lines import Item, Line, Role, parted
from editor.intake.word.marks import bare
from editor.model.block_kinds import as_figure, as_table
from editor.model.body import MISSING_PICTURE, Block, Figure, Table, Text, plain
from editor.text.characters import ends_sentence

_FIGURE = re.compile(r"(?:图|图表|Figure|Fig\.)\s*[\d一二三四五六七八九十]+")
_TABLE = re.compile(r"(?:表|附表|图表|Table)\s*[\d一二三四五六七八九十]+")
_SOURCE = re.compile(r"(.*?)[\s　，,（(]*(?:(?:图片|资料|数据|摄影)?来源|图源)\s*[:：]\s*(\S.*?)[）)]?", re.DOTALL)
_BELOW_TABLE = re.compile(r"(?:注|备注|说明|(?:资料|数据)来源)\s*[:：]")
_CREDIT = re.compile(r"[（(]?\s*(?:摄影|摄|图)\s*[:：/]\s*\S.*")
_LONGEST = 80


def with_captions(items: list[Item]) -> tuple[list[Item], Text]:
    """Return items with captions, sources and notes given to their objects, and the anchors of footnotes in them.

    A figure's caption stands below it, or above where none is below; a table's above.
    """
    made: list[Item] = []
    notes: list[Text] = []
    waiting = list(reversed(items))
    while waiting:
        item = waiting.pop()
        if isinstance(item, Line) and bare(plain(item.runs)).strip() == MISSING_PICTURE:
            made.append(Figure(uid=item.uid))
        elif isinstance(item, Line):
            taken = _taken(made[-1], item) if made and not isinstance(made[-1], Line) else None
            if taken:
                made[-1] = taken
                notes.append(parted(item.runs)[1])
            else:
                made.append(item)
        else:
            captioned, note = _from_above(made, item, waiting)
            made.append(captioned)
            notes.append(note)
    return made, tuple(run for note in notes for run in note)


def _taken(block: Block, line: Line) -> Block | None:
    """Return the block with a line below it as its caption, source or note; None where the line is none."""
    words = parted(line.runs)[0].strip()
    if len(words) > _LONGEST and line.role is not Role.NOTE:
        return None
    table, figure = as_table(block), as_figure(block)
    if table:
        return _with_note(table, line, words)
    return _with_words(figure, line, words) if figure else None


def _with_note(table: Table, line: Line, words: str) -> Table | None:
    fits = line.role is Role.NOTE or _BELOW_TABLE.match(bare(words))
    return replace(table, note=words) if fits and not table.note else None


def _with_words(figure: Figure, line: Line, words: str) -> Figure | None:
    if figure.source or line.level:
        return None
    named = line.role is Role.CAPTION or (_FIGURE.match(bare(words)) and not ends_sentence(bare(words).rstrip("）)")))
    source = _SOURCE.fullmatch(words)
    if named and not figure.caption:
        whole = source and (source[1] or line.role is Role.CAPTION)
        caption, origin = (source[1].strip(), source[2]) if source and whole else (words, "")
        return replace(figure, caption=caption, source=origin)
    if source and not source[1].strip():
        return replace(figure, source=source[2])
    return replace(figure, source=words) if _CREDIT.fullmatch(bare(words)) else None


def _from_above(made: list[Item], block: Block, waiting: list[Item]) -> tuple[Block, Text]:
    """Return a figure or table with the line above as its caption where that is one; it is then taken out of made."""
    line = made[-1] if made else None
    if not isinstance(line, Line) or line.level or len(line.text) > _LONGEST:
        return block, ()
    below = waiting[-1] if waiting else None
    captioned = _above_table(block, line) or _above_figure(block, line, below)
    if captioned is None:
        return block, ()
    made.pop()
    return captioned, parted(line.runs)[1]


def _above_table(block: Block, line: Line) -> Block | None:
    table = as_table(block)
    fits = line.role is Role.CAPTION or (_TABLE.match(line.text) and not ends_sentence(line.text.rstrip("）)")))
    if table is None or not fits or table.caption:
        return None
    return replace(table, caption=parted(line.runs)[0].strip())


def _above_figure(block: Block, line: Line, below: Item | None) -> Block | None:
    figure = as_figure(block)
    fits = line.role is Role.CAPTION or (_FIGURE.match(line.text) and not ends_sentence(line.text.rstrip("）)")))
    if figure is None or not fits or figure.caption:
        return None
    if isinstance(below, Line) and (below.role is Role.CAPTION or _FIGURE.match(below.text)):
        return None
    return replace(figure, caption=parted(line.runs)[0].strip())
