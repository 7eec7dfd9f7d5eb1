"""Blocks as elements of the Word file, with their heights."""

from collections.abc import Iterator
from typing import assert_never

from editor.document.printed_pictures import FIGURE_SHARE
from editor.document.table_setting import caption_height, table_setting, turned_pages
from editor.export.word.elements import Element, FigureRow, ListLines, OneLine, Space, TableRows, TextLines, TurnedTable
from editor.export.word.geometry import SEPARATOR, Geometry
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain, text_of
from editor.model.picture import Picture

_QUOTE_INDENT, _LIST_INDENT, _FIRST_INDENT = 2, 2, 2
_MISSING_UNITS = 7


def block_elements(block: Block, geometry: Geometry) -> Iterator[Element]:
    """Yield the elements of a block; none for a blank text."""
    match block:
        case Paragraph():
            yield from _filled(_lines("BodyText", block.runs, geometry, indent=_FIRST_INDENT))
        case Heading():
            yield from _filled(_heading(block, geometry))
        case Quote():
            yield from _filled(_lines("Quote", block.runs, geometry, left=_QUOTE_INDENT))
        case ItemList():
            style = "ListNumber" if block.ordered else "ListBullet"
            items = tuple(_lines(style, item, geometry, left=_LIST_INDENT) for item in block.items)
            yield ListLines(ordered=block.ordered, items=items)
        case Figure():
            yield _figure(block, geometry)
            yield Space(height=SEPARATOR)
        case Table():
            yield from _table(block, geometry)
        case _:
            assert_never(block)


def note_lines(text: str, geometry: Geometry) -> TextLines:
    """Return a note of any length in small type, a line of it a line of the grid."""
    width = geometry.measure / (geometry.small_size * 10)
    return TextLines(style="Note", runs=text_of(text), height=geometry.unit, width=width)


def _filled(lines: TextLines) -> Iterator[TextLines]:
    if plain(lines.runs).strip():
        yield lines


def _lines(style: str, runs: Text, geometry: Geometry, *, indent: float = 0, left: float = 0) -> TextLines:
    width = geometry.measure / geometry.advance - left
    return TextLines(style=style, runs=runs, height=geometry.unit, width=width, indent=indent)


def _heading(heading: Heading, geometry: Geometry) -> TextLines:
    size = geometry.head_size if heading.level == 1 else geometry.body_size
    width = geometry.measure / (size * 10) - geometry.head_indent
    style = f"Heading{heading.level + 2}"
    return TextLines(style=style, runs=heading.runs, height=geometry.unit, width=width, keep=True)


def _figure(figure: Figure, geometry: Geometry) -> FigureRow:
    """Return a figure's row: picture and caption, rounded up to the grid."""
    size = _picture_size(figure.picture, figure.width, geometry) if figure.picture else None
    units = -(-(size[1] + geometry.unit // 2) // geometry.unit) if size else _MISSING_UNITS
    caption = 1 if figure.caption or figure.source else 0
    return FigureRow(figure=figure, size=size, height=(units + caption) * geometry.unit)


def _picture_size(picture: Picture, share: int, geometry: Geometry) -> tuple[int, int]:
    """Return width and height of a picture: its share of the measure (thousandths), at most 55% of the page high."""
    width = geometry.measure * share // 1000
    height = width * picture.height // picture.width
    tallest = int(geometry.area * FIGURE_SHARE)
    # at least 1 twip: Word reports a file with a picture of width 0 as damaged
    return (width, max(1, height)) if height <= tallest else (max(1, width * tallest // height), tallest)


def _table(table: Table, geometry: Geometry) -> Iterator[Element]:
    setting = table_setting(table, geometry.tables)
    rows = TableRows(table=table, setting=setting)
    if setting.turned:
        yield TurnedTable(
            caption=table.caption, rows=rows, note=table.note, pages=turned_pages(table, setting, geometry.tables)
        )
        return
    if table.caption:
        height = caption_height(table.caption, setting, geometry.tables)
        yield OneLine(style="Caption", text=table.caption, height=height, keep=True)
    yield rows
    if table.note:
        yield OneLine(style="Note", text=table.note, height=caption_height(table.note, setting, geometry.tables))
    else:
        yield Space(height=SEPARATOR)
