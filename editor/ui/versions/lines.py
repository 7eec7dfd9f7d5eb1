"""A comparison as lines that stand side by side, as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise
from typing import assert_never

from editor.model.block_kinds import as_figure, is_text
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, readable
from editor.model.language import tr, tr_marked
from editor.text.comparing import BlockDifference, ComparedBlock, Comparison, FactChange, Piece, PieceKind
from editor.text.comparing.articles import TITLE

_MISSING_CAPTION = tr("（没有图题）")


class Shape(Enum):
    """How a line looks."""

    TITLE = "title"
    FACT = "fact"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEMS = "items"
    OBJECT = "object"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Words of one appearance."""

    text: str
    kind: PieceKind
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSide:
    """One version's part of a line. label: what the words are, before them; note: what became of them, above."""

    spans: tuple[LineSpan, ...]
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLine:
    """change: what became of it; a side is None where a version has nothing there."""

    shape: Shape
    change: BlockDifference
    left: ComparedSide | None
    right: ComparedSide | None


def lines_of(comparison: Comparison, *, only_changes: bool = False) -> tuple[ComparedLine, ...]:
    """Return the title, facts that differ, and the body. only_changes: one line stands for all that is the same."""
    facts = [_fact_line(fact) for fact in comparison.facts if fact.name == TITLE or fact.changed]
    if not only_changes:
        return (*facts, *map(_row_line, comparison.rows))
    folded: list[ComparedLine] = []
    for same, rows in groupby(comparison.rows, key=lambda row: row.kind is BlockDifference.SAME):
        lines = [_row_line(row) for row in rows]
        folded += [_fold(len(lines))] if same else lines
    return (*facts, *folded)


def _fact_line(fact: FactChange) -> ComparedLine:
    title = fact.name == TITLE
    left, right = (
        ComparedSide(spans=tuple(_spans(fact.pieces, (), later=later)), label="" if title else tr_marked(fact.name))
        for later in (False, True)
    )
    change = BlockDifference.CHANGED if fact.changed else BlockDifference.SAME
    return ComparedLine(shape=Shape.TITLE if title else Shape.FACT, change=change, left=left, right=right)


def _row_line(row: ComparedBlock) -> ComparedLine:
    block = row.after or row.before
    return ComparedLine(
        shape=shape_of(block) if block else Shape.PARAGRAPH,
        change=row.kind,
        left=_side(row, row.before, later=False) if row.before else None,
        right=_side(row, row.after, later=True) if row.after else None,
    )


def _side(row: ComparedBlock, block: Block, *, later: bool) -> ComparedSide:
    bold = tuple(_bold(block.runs)) if is_text(block) else ()
    spans = (*_spans(row.pieces, bold, later=later), *_footnote_spans(row, later=later))
    if as_figure(block) and not spans:
        spans = (LineSpan(_MISSING_CAPTION, PieceKind.SAME),)
    label = _label(block)
    named = bool(label and spans) and spans[0].text.startswith(label)
    return ComparedSide(spans=spans, label="" if named else label, note=tr("，").join(_notes(row, later=later)))


def _footnote_spans(row: ComparedBlock, *, later: bool) -> Iterator[LineSpan]:
    """Yield the footnotes of one side below its words, where both sides differ in them."""
    spans = tuple(_spans(row.footnotes, (), later=later))
    if spans:
        yield LineSpan("\n" + tr("脚注：{words}", words=""), PieceKind.SAME)
        yield from spans


def _notes(row: ComparedBlock, *, later: bool) -> Iterator[str]:
    match row.kind:
        case BlockDifference.ADDED:
            yield tr("新增")
        case BlockDifference.REMOVED:
            yield tr("删去")
        case BlockDifference.MOVED:
            yield tr("从第 {other} 段移来", other=row.other) if later else tr("移到第 {other} 段", other=row.other)
    if row.restyled and later:
        yield tr("图或图宽改了") if row.after and as_figure(row.after) else tr("格式改了")


def shape_of(block: Block) -> Shape:
    """Return how a block looks."""
    match block:
        case Paragraph():
            return Shape.PARAGRAPH
        case Heading():
            return Shape.HEADING
        case Quote():
            return Shape.QUOTE
        case ItemList():
            return Shape.ITEMS
        case Figure() | Table():
            return Shape.OBJECT
        case _:
            assert_never(block)


def _label(block: Block) -> str:
    """Return what stands before the words of a block that its looks do not tell."""
    match block:
        case Figure():
            return tr("图")
        case Table():
            return tr("表")
        case Paragraph() | Heading() | Quote() | ItemList():
            return ""
        case _:
            assert_never(block)


def _fold(count: int) -> ComparedLine:
    side = ComparedSide(spans=(LineSpan(tr("{n} 段相同", n=count), PieceKind.SAME),))
    return ComparedLine(shape=Shape.FOLD, change=BlockDifference.SAME, left=side, right=side)


def _bold(runs: Text) -> Iterator[tuple[int, int]]:
    """Yield where bold words begin and end."""
    at = 0
    for run in runs:
        if run.bold:
            yield at, at + len(run.text)
        at += len(run.text)


def _spans(pieces: tuple[Piece, ...], bold: tuple[tuple[int, int], ...], *, later: bool) -> Iterator[LineSpan]:
    """Yield the words of one side, parted where they become bold."""
    gone = PieceKind.REMOVED if later else PieceKind.ADDED
    edges = {edge for span in bold for edge in span}
    at = 0
    for piece in pieces:
        if piece.kind is gone:
            continue
        end = at + len(piece.text)
        cuts = sorted({at, end, *(edge for edge in edges if at < edge < end)})
        for start, stop in pairwise(cuts):
            thick = any(first <= start < last for first, last in bold)
            yield LineSpan(readable(piece.text[start - at : stop - at]), piece.kind, thick)
        at = end
