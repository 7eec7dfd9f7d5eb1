"""A section of the document as elements of the Word file, with their heights."""

import math
from collections.abc import Iterator
from typing import assert_never

from editor.document.columns import column_shares
from editor.document.parts import ArticlePart, LinkCard, SectionPart
from editor.document.printed_pictures import FIGURE_SHARE
from editor.export.word.elements import (
    ArticleTitle,
    CardRow,
    Element,
    FigureRow,
    ListLines,
    OneLine,
    Opener,
    Space,
    TableRows,
    TextLines,
)
from editor.export.word.geometry import SEPARATOR, Geometry
from editor.export.word.lines import advance, count_lines
from editor.model.block_kinds import is_object
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain, text_of
from editor.model.picture import Picture

_QUOTE_INDENT, _LIST_INDENT, _FIRST_INDENT = 2, 2, 2
_MISSING_UNITS = 7
_CELL_MARGINS = 250
_CODE_WIDTH = 1300
_ADDRESS_LINE = 260
_UPPER_EDGE = 30  # the rule over a table's head, 1.5 pt, drawn again with a repeated one


def section_elements(section: SectionPart, geometry: Geometry) -> Iterator[Element]:
    """Yield the elements of a section from top to bottom."""
    yield Opener(section=section, height=geometry.opener_height)
    for place, article in enumerate(section.articles):
        yield from _article(article, geometry, first=place == 0)


def _article(article: ArticlePart, geometry: Geometry, *, first: bool) -> Iterator[Element]:
    if not first and not article.starts_page:
        yield OneLine(style="Normal", text="", height=geometry.unit, keep=True, properties="<w:keepNext/>")
    lines = _title_lines(article, geometry)
    fresh = article.starts_page and not first
    yield ArticleTitle(article=article, lines=lines, height=geometry.title_height(lines), fresh=fresh)
    if article.subtitle:
        yield OneLine(style="Subtitle", text=article.subtitle, height=geometry.unit, keep=True)
    for block in article.blocks:
        yield from block_elements(block, geometry)
    yield from _closing(article, geometry)


def _title_lines(article: ArticlePart, geometry: Geometry) -> int:
    width = geometry.measure / (geometry.title_size * 10)
    return sum(count_lines(text_of(line), width=width) for line in article.lines) or 1


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
    if table.caption:
        yield OneLine(style="Caption", text=table.caption, height=geometry.unit, keep=True)
    rows = (table.head, *table.rows)
    widths = _column_widths(table, geometry)
    heights = tuple(_row_height(row, widths, geometry) for row in rows)
    yield TableRows(rows=rows, widths=widths, heights=heights, head=heights[0] + _UPPER_EDGE)
    if table.note:
        yield OneLine(style="Note", text=table.note, height=geometry.unit)
    else:
        yield Space(height=SEPARATOR)


def _row_height(row: tuple[Text, ...], widths: tuple[int, ...], geometry: Geometry) -> int:
    size = geometry.table_size * 10
    cells = zip(row, widths, strict=True)
    return geometry.row_height(max(count_lines(cell, width=(width - _CELL_MARGINS) / size) for cell, width in cells))


def _column_widths(table: Table, geometry: Geometry) -> tuple[int, ...]:
    """Return the columns' widths in twips; together they are the measure."""
    shares = column_shares(table)
    widths = [int(geometry.measure * share / sum(shares)) for share in shares]
    widths[-1] += geometry.measure - sum(widths)
    return tuple(widths)


def _closing(article: ArticlePart, geometry: Geometry) -> Iterator[Element]:
    if article.card:
        if article.blocks and is_object(article.blocks[-1]):
            yield Space(height=SEPARATOR, written=False)
        yield CardRow(credit=article.credit, card=article.card, height=_card_height(article.card, geometry))
        yield Space(height=SEPARATOR, ends=article.anchor)
    elif article.credit:
        yield OneLine(style="Source", text=article.credit, height=geometry.unit, whole=False, ends=article.anchor)
    else:
        yield Space(height=0, written=False, whole=False, ends=article.anchor)


def _card_height(card: LinkCard, geometry: Geometry) -> int:
    """Return the height of the row with source, code, caption and address; a long address makes it taller."""
    em = sum(advance(char) for char in card.label + card.link) / 1000
    address = math.ceil(em * geometry.note_size * 10 / (geometry.measure - _CODE_WIDTH))
    needed = geometry.unit + (1 + address) * _ADDRESS_LINE
    return geometry.unit * math.ceil(max(geometry.card_height, needed) / geometry.unit)
