"""Blocks as elements of the Word file, as high as in the PDF."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from editor.document.columns import column_shares
from editor.document.footnotes import NotedRun, table_notes
from editor.document.printed_pictures import FIGURE_SHARE
from editor.document.table_heads import repeats_heads
from editor.export.word.elements import Element, FigureRow, ListLines, OneLine, TableRows, TextLines
from editor.export.word.fitting import Measure, fit, natural_lines
from editor.export.word.footnotes import NOTE_INDENT, note_line
from editor.export.word.geometry import Geometry
from editor.export.word.heights import ArticleHeights, Extent
from editor.export.word.lines import count_lines, pieces
from editor.model.body import Block, CellSpan, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain, text_of
from editor.model.picture import Picture

_QUOTE_INDENT, _LIST_INDENT, _FIRST_INDENT = 3, 3.7, 2
_MISSING_UNITS = 7
_CELL_MARGINS = 250
_WHOLE = 19  # rows
_TABLE_PAD = 400  # above and below
_UPPER_EDGE = 30  # the rule over a table's head, 1.5 pt, drawn again with a repeated one


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the elements of an article are made from. lines: of a full page; noted: it has footnotes.

    tight: without blank lines above subheads.
    """

    geometry: Geometry
    heights: ArticleHeights
    lines: int
    noted: bool = False
    tight: bool = False

    def extent(self, block: Block) -> Extent | None:
        """Return where a block stands in the PDF, None where it is not printed there."""
        return self.heights.blocks.get(block.uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How a kind of text is set.

    style: of Word; left, indent of the first line: em of the body; size of its type and spacing, twips; tail: em of
    what stands beside the last line; less: lines of its place in the PDF that hold no text; drawn: see
    `Extent.text_lines`.
    """

    style: str
    size: int
    spacing: int = 0
    left: float = 0
    indent: float = 0
    tail: float = 0
    less: float = 0
    drawn: bool = False


def block_elements(block: Block, setting: Setting) -> Iterator[Element]:
    """Yield the elements of a block; none for a blank text."""
    match block:
        case Paragraph():
            drawn = plain(block.runs).rstrip().endswith(("：", ":"))
            place = replace(paragraph_place(setting.geometry), drawn=drawn)
            yield from _filled(block.runs, text_lines(block, block.runs, place, setting))
        case Heading():
            yield from _filled(block.runs, _heading(block, setting))
        case Quote():
            yield from _filled(block.runs, _quote(block, setting))
        case ItemList():
            yield _list(block, setting)
        case Figure():
            yield _figure(block, setting)
        case Table():
            yield from _table(block, setting)
        case _:
            assert_never(block)


def note_lines(text: str, geometry: Geometry) -> TextLines:
    """Return a note of any length in small type, a line of it a line of the grid."""
    words, measure = pieces(text_of(text)), Measure(geometry.measure, 0, geometry.small_size * 10)
    natural = natural_lines(words, measure)
    fitted = fit(words, measure, natural.number, natural=natural)
    return TextLines(style="Note", runs=text_of(text), height=geometry.unit, lines=fitted.lines, spacing=fitted.spacing)


def paragraph_place(geometry: Geometry) -> Place:
    """Return how body text is set."""
    return Place(style="BodyText", size=geometry.body_size * 10, spacing=geometry.tracking, indent=_FIRST_INDENT)


def text_lines(block: Block, runs: Text, place: Place, setting: Setting, extent: Extent | None = None) -> TextLines:
    """Return a text with as many lines as in the PDF. extent: where it stands there, if not the whole block."""
    geometry, where = setting.geometry, extent or setting.extent(block)
    width = geometry.measure - round(place.left * geometry.advance)
    measure = Measure(width, round(place.indent * geometry.advance), place.size, place.spacing, place.tail)
    words = pieces(runs)
    natural = natural_lines(words, measure)
    wanted = natural.number
    if where:
        drawn = place.drawn or setting.noted
        lines = where.text_lines(natural.number + place.less, setting.lines, drawn=drawn) - place.less
        # a table or a quotation before the text may have left it off the grid
        wanted = max(1, math.floor(lines + 0.4))
    fitted = fit(words, measure, wanted, natural=natural)
    return TextLines(
        style=place.style,
        runs=runs,
        height=geometry.unit,
        lines=fitted.lines,
        spacing=fitted.spacing,
        block=block.uid,
        sure=fitted.sure,
        notes=sum(_note_height(run, geometry) for run in runs if isinstance(run, NotedRun)),
    )


def _note_height(run: NotedRun, geometry: Geometry) -> int:
    width = geometry.measure / (geometry.note_size * 10) - NOTE_INDENT
    return note_line(geometry) * count_lines(text_of(run.words), width=width)


def _filled(runs: Text, lines: TextLines) -> Iterator[TextLines]:
    if plain(runs).strip():
        yield lines


def _heading(heading: Heading, setting: Setting) -> TextLines:
    geometry = setting.geometry
    size = (geometry.head_size if heading.level == 1 else geometry.body_size) * 10
    spacing = geometry.tracking if geometry.head_indent else 0
    place = Place(style=f"Heading{heading.level + 2}", size=size, spacing=spacing, left=geometry.head_indent)
    lines = text_lines(heading, heading.runs, place, setting)
    return lines._replace(keep=True, whole=True, before=0 if geometry.head_indent or setting.tight else geometry.unit)


def _quote(quote: Quote, setting: Setting) -> TextLines:
    """Return a quotation; a long one may break, and its place in the PDF begins with its words."""
    geometry = setting.geometry
    where = setting.extent(quote)
    # it may break in the PDF if it is longer than a third of a page
    long = (
        bool(where and where.pages) or len(plain(quote.runs)) * geometry.advance * 3 > geometry.measure * setting.lines
    )
    size, spacing = geometry.body_size * 10, geometry.tracking
    place = Place(style="Quote", size=size, spacing=spacing, left=_QUOTE_INDENT, less=0.5 if long else 1)
    lines, half = text_lines(quote, quote.runs, place, setting), geometry.unit // 2
    return lines._replace(before=half, after=geometry.unit - half, whole=not long)


def _list(block: ItemList, setting: Setting) -> ListLines:
    geometry, extents = setting.geometry, setting.heights.items.get(block.uid, ())
    place = Place(
        style="ListNumber" if block.ordered else "ListBullet",
        size=geometry.body_size * 10,
        spacing=geometry.tracking,
        left=_LIST_INDENT,
    )
    padded = [*extents, *[None] * (len(block.items) - len(extents))]
    items = (text_lines(block, item, place, setting, extent) for item, extent in zip(block.items, padded, strict=True))
    named = tuple(item if at == 0 else item._replace(block="") for at, item in enumerate(items))
    return ListLines(ordered=block.ordered, items=named)


def _figure(figure: Figure, setting: Setting) -> FigureRow:
    """Return a figure's row: picture and caption, as high as in the PDF, where it is never divided either."""
    geometry, where = setting.geometry, setting.extent(figure)
    size = _picture_size(figure.picture, figure.width, geometry) if figure.picture else None
    units = -(-(size[1] + geometry.unit // 2) // geometry.unit) if size else _MISSING_UNITS
    caption = 1 if figure.caption or figure.source else 0
    natural = (units + caption) * geometry.unit
    height = round(where.height * geometry.unit) if where and where.height else natural
    return FigureRow(figure=figure, size=size, height=height)


def _picture_size(picture: Picture, share: int, geometry: Geometry) -> tuple[int, int]:
    """Return width and height of a picture: its share of the measure (thousandths), at most 55% of the page high."""
    width = geometry.measure * share // 1000
    height = width * picture.height // picture.width
    tallest = int(geometry.area * FIGURE_SHARE)
    # at least 1 twip: Word reports a file with a picture of width 0 as damaged
    return (width, max(1, height)) if height <= tallest else (max(1, width * tallest // height), tallest)


def _table(table: Table, setting: Setting) -> Iterator[Element]:
    geometry, where = setting.geometry, setting.extent(table)
    if table.caption:
        yield OneLine(style="Caption", text=table.caption, height=geometry.unit, keep=True, block=table.uid)
    table, noted = table_notes(table)
    notes = [note_lines(f"{one.number} {one.text}", geometry) for one in noted]
    widths = _column_widths(table, geometry)
    heights = _row_heights(table, widths, geometry)
    beside = geometry.unit * (bool(table.caption) + bool(table.note) + sum(one.lines for one in notes))
    if where:
        # a table that stays whole is padded to the grid in the PDF
        padded = -(-(sum(heights) + beside + _TABLE_PAD) // geometry.unit) * geometry.unit
        total = round(where.height * geometry.unit) if where.height else padded if len(heights) <= _WHOLE else 0
        heights = _stretched(heights, total - beside)
    head = sum(heights[: table.header_rows]) + _UPPER_EDGE if repeats_heads(table) else 0
    yield TableRows(table=table, widths=widths, heights=heights, head=head)
    yield from notes
    if table.note:
        yield OneLine(style="Note", text=table.note, height=geometry.unit)


def _stretched(heights: tuple[int, ...], wanted: int) -> tuple[int, ...]:
    """Share out what a table is higher in the PDF among its rows."""
    more = max(0, wanted - sum(heights))
    each, rest = divmod(more, len(heights))
    return tuple(height + each + (at < rest) for at, height in enumerate(heights))


def _row_heights(table: Table, widths: tuple[int, ...], geometry: Geometry) -> tuple[int, ...]:
    """Return the height of every row: of its highest cell; the last row under a span is as high as that needs."""
    grid = table.grid()
    heights = [geometry.row_height(1)] * len(grid)
    for cell in sorted(table.cells(), key=lambda one: (one.row + one.rows, one.rows)):
        last = cell.row + cell.rows - 1
        above = sum(heights[cell.row : last])
        heights[last] = max(heights[last], _cell_height(grid[cell.row][cell.column], cell, widths, geometry) - above)
    return tuple(heights)


def _cell_height(text: Text, span: CellSpan, widths: tuple[int, ...], geometry: Geometry) -> int:
    size = geometry.table_size * 10
    width = sum(widths[span.column : span.column + span.columns]) - _CELL_MARGINS
    return geometry.row_height(count_lines(text, width=width / size))


def _column_widths(table: Table, geometry: Geometry) -> tuple[int, ...]:
    """Return the columns' widths in twips; together they are the measure."""
    shares = column_shares(table)
    widths = [int(geometry.measure * share / sum(shares)) for share in shares]
    widths[-1] += geometry.measure - sum(widths)
    return tuple(widths)
