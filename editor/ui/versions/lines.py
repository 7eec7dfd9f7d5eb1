"""A comparison as lines that stand side by side, as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise
from typing import assert_never

from editor.model.block_kinds import as_figure, is_text
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text
from editor.model.language import tr, tr_marked
from editor.text.comparing import Comparison, FactChange, Piece, PieceKind, Row, RowKind
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
class Span:
    """Words of one appearance."""

    text: str
    kind: PieceKind
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One version's part of a line. label: what the words are, before them; note: what became of them, above."""

    spans: tuple[Span, ...]
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """change: what became of it; a side is None where a version has nothing there."""

    shape: Shape
    change: RowKind
    left: Side | None
    right: Side | None


def lines_of(comparison: Comparison, *, only_changes: bool = False) -> tuple[Line, ...]:
    """Return the title, facts that differ, and the body. only_changes: one line stands for all that is the same."""
    facts = [_fact_line(fact) for fact in comparison.facts if fact.name == TITLE or fact.changed]
    if not only_changes:
        return (*facts, *map(_row_line, comparison.rows))
    folded: list[Line] = []
    for same, rows in groupby(comparison.rows, key=lambda row: row.kind is RowKind.SAME):
        lines = [_row_line(row) for row in rows]
        folded += [_fold(len(lines))] if same else lines
    return (*facts, *folded)


def _fact_line(fact: FactChange) -> Line:
    title = fact.name == TITLE
    left, right = (
        Side(spans=tuple(_spans(fact.pieces, (), later=later)), label="" if title else tr_marked(fact.name))
        for later in (False, True)
    )
    change = RowKind.CHANGED if fact.changed else RowKind.SAME
    return Line(shape=Shape.TITLE if title else Shape.FACT, change=change, left=left, right=right)


def _row_line(row: Row) -> Line:
    block = row.after or row.before
    return Line(
        shape=_shape(block) if block else Shape.PARAGRAPH,
        change=row.kind,
        left=_side(row, row.before, later=False) if row.before else None,
        right=_side(row, row.after, later=True) if row.after else None,
    )


def _side(row: Row, block: Block, *, later: bool) -> Side:
    bold = tuple(_bold(block.runs)) if is_text(block) else ()
    spans = tuple(_spans(row.pieces, bold, later=later))
    if as_figure(block) and not spans:
        spans = (Span(_MISSING_CAPTION, PieceKind.SAME),)
    label = _label(block)
    named = bool(label and spans) and spans[0].text.startswith(label)
    return Side(spans=spans, label="" if named else label, note=tr("，").join(_notes(row, later=later)))


def _notes(row: Row, *, later: bool) -> Iterator[str]:
    match row.kind:
        case RowKind.ADDED:
            yield tr("新增")
        case RowKind.REMOVED:
            yield tr("删去")
        case RowKind.MOVED:
            yield tr("从第 {other} 段移来", other=row.other) if later else tr("移到第 {other} 段", other=row.other)
    if row.restyled and later:
        yield tr("图或图宽改了") if row.after and as_figure(row.after) else tr("格式改了")


def _shape(block: Block) -> Shape:
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


def _fold(count: int) -> Line:
    side = Side(spans=(Span(tr("{n} 段相同", n=count), PieceKind.SAME),))
    return Line(shape=Shape.FOLD, change=RowKind.SAME, left=side, right=side)


def _bold(runs: Text) -> Iterator[tuple[int, int]]:
    """Yield where bold words begin and end."""
    at = 0
    for run in runs:
        if run.bold:
            yield at, at + len(run.text)
        at += len(run.text)


def _spans(pieces: tuple[Piece, ...], bold: tuple[tuple[int, int], ...], *, later: bool) -> Iterator[Span]:
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
            yield Span(piece.text[start - at : stop - at], piece.kind, thick)
        at = end
