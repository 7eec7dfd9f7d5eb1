"""Blocks as elements of the Word file, as high as in the PDF."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from editor.document.footnotes import NotedRun, table_notes
from editor.document.printed_pictures import FIGURE_SHARE
from editor.document.table_setting import TableSetting, caption_height, table_setting, table_space, turned_pages
from editor.export.word.elements import Element, FigureRow, ListLines, OneLine, TableRows, TextLines, TurnedTable
from editor.export.word.fitting import Measure, fit, natural_lines
from editor.export.word.footnotes import NOTE_INDENT, note_line
from editor.export.word.geometry import Geometry
from editor.export.word.heights import ArticleHeights, Extent
from editor.export.word.lines import count_lines, pieces
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain, text_of
from editor.model.dataclass import dataclass
from editor.model.picture import Picture

_QUOTE_INDENT, _LIST_INDENT, _FIRST_INDENT = 3, 3.7, 2
_MISSING_UNITS = 7


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
    geometry = setting.geometry
    table, noted = table_notes(table)
    notes = [note_lines(f"{one.number} {one.text}", geometry) for one in noted]
    made = table_setting(table, geometry.tables)
    rows = TableRows(table=table, setting=made)
    if made.turned:
        pages = turned_pages(table, made, geometry.tables)
        yield TurnedTable(caption=table.caption, rows=rows, note=table.note, pages=pages, notes=tuple(notes))
        return
    above, below = _beside(table, made, setting)
    if table.caption:
        height = caption_height(table.caption, made, geometry.tables)
        yield OneLine(style="Caption", text=table.caption, height=height, keep=True, block=table.uid, before=above)
        above = 0
    closes = "" if made.whole else table.uid
    ends = not notes and not table.note
    yield rows._replace(before=above, after=below if ends else 0, closes=closes if ends else "", noted=bool(notes))
    for at, note in enumerate(notes):
        ends = at == len(notes) - 1 and not table.note
        yield note._replace(after=below if ends else 0, closes=closes if ends else "")
    if table.note:
        height = caption_height(table.note, made, geometry.tables)
        yield OneLine(style="Note", text=table.note, height=height, after=below, closes=closes)


def _beside(table: Table, made: TableSetting, setting: Setting) -> tuple[int, int]:
    """Return the space above and below a table, which brings the text after it back to the grid."""
    geometry = setting.geometry
    if made.whole:
        return table_space(table, made, geometry.tables)
    return 0 if table.caption else round(0.3 * geometry.unit), 0
