"""A section of the document as the boxes that Word will stack: the one account of heights for writer and page map."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from editor.document.columns import column_shares
from editor.document.parts import ArticlePart, LinkCard, SectionPart
from editor.document.printed_pictures import FIGURE_SHARE
from editor.export.word.geometry import SEPARATOR, Geometry
from editor.export.word.lines import advance, count_lines
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, Text, plain, text_of

QUOTE_INDENT = 2
LIST_INDENT = 2
FIRST_INDENT = 2
_MISSING_UNITS = 7
_CELL_MARGINS = 250
_CODE_WIDTH = 1300
_ADDRESS_LINE = 260
_UPPER_EDGE = 30  # the rule over a table's head, 1.5 pt, drawn again with a repeated one


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What is stacked. lines of one height (twips); whole: never divided; keep: with the next box.

    anchor: article that begins here; fresh: on a new page; ends: article that ends here; head: repeated height of a
    table's head after a page break.
    """

    height: int
    lines: int = 1
    whole: bool = False
    keep: bool = False
    fresh: bool = False
    anchor: str = ""
    ends: str = ""
    head: int = 0


def section_boxes(section: SectionPart, geometry: Geometry) -> Iterator[Box]:
    """Yield the boxes of a section; it begins on a new page."""
    yield Box(height=geometry.opener_height, whole=True, keep=True, fresh=True)
    for place, article in enumerate(section.articles):
        yield from _article(article, geometry, first=place == 0)


def _article(article: ArticlePart, geometry: Geometry, *, first: bool) -> Iterator[Box]:
    fresh = article.starts_page and not first
    if not first and not fresh:
        yield Box(height=geometry.unit, whole=True, keep=True)
    title = geometry.title_height(title_lines(article, geometry))
    yield Box(height=title, whole=True, keep=True, fresh=fresh, anchor=article.anchor)
    if article.subtitle:
        yield Box(height=geometry.unit, whole=True, keep=True)
    for block in article.blocks:
        yield from _block(block, geometry)
    yield from _closing(article, geometry)


def _closing(article: ArticlePart, geometry: Geometry) -> Iterator[Box]:
    if article.card:
        if article.blocks and isinstance(article.blocks[-1], (Figure, Table)):
            yield Box(height=SEPARATOR, whole=True)
        yield Box(height=card_height(article.card, geometry), whole=True)
        yield Box(height=SEPARATOR, whole=True, ends=article.anchor)
    elif article.credit:
        yield Box(height=geometry.unit, ends=article.anchor)
    else:
        yield Box(height=0, ends=article.anchor)


def card_height(card: LinkCard, geometry: Geometry) -> int:
    """Return the height of the row with source, code, caption and address; a long address makes it taller."""
    em = sum(advance(char) for char in card.label + card.link) / 1000
    address = math.ceil(em * geometry.note_size * 10 / (geometry.measure - _CODE_WIDTH))
    needed = geometry.unit + (1 + address) * _ADDRESS_LINE
    return geometry.unit * math.ceil(max(geometry.card_height, needed) / geometry.unit)


def title_lines(article: ArticlePart, geometry: Geometry) -> int:
    """Return how many lines a title takes."""
    width = geometry.measure / (geometry.title_size * 10)
    return sum(count_lines(text_of(line), width=width) for line in article.lines) or 1


def _block(block: Block, geometry: Geometry) -> Iterator[Box]:
    match block:
        case Paragraph():
            if plain(block.runs).strip():
                yield _lines(block.runs, geometry, indent=FIRST_INDENT)
        case Heading():
            if plain(block.runs).strip():
                yield _heading(block, geometry)
        case Quote():
            if plain(block.runs).strip():
                yield _lines(block.runs, geometry, left=QUOTE_INDENT)
        case ItemList():
            yield from (_lines(item, geometry, left=LIST_INDENT) for item in block.items)
        case Figure():
            yield Box(height=figure_height(block, geometry), whole=True)
            yield Box(height=SEPARATOR, whole=True)
        case Table():
            yield from _table(block, geometry)
        case _:
            assert_never(block)


def _lines(text: Text, geometry: Geometry, *, indent: float = 0, left: float = 0) -> Box:
    width = geometry.measure / geometry.advance - left
    return Box(height=geometry.unit, lines=count_lines(text, width=width, indent=indent))


def _heading(heading: Heading, geometry: Geometry) -> Box:
    size = geometry.head_size if heading.level == 1 else geometry.body_size
    width = geometry.measure / (size * 10) - geometry.head_indent
    lines = count_lines(heading.runs, width=width)
    return Box(height=geometry.unit, lines=lines, keep=True)


def figure_height(figure: Figure, geometry: Geometry) -> int:
    """Return the height of a figure's row: picture and caption, rounded up to the grid."""
    caption = 1 if figure.caption or figure.source else 0
    if figure.picture is None:
        return (_MISSING_UNITS + caption) * geometry.unit
    _, height = picture_size(figure, geometry)
    units = -(-(height + geometry.unit // 2) // geometry.unit)
    return (units + caption) * geometry.unit


def picture_size(figure: Figure, geometry: Geometry) -> tuple[int, int]:
    """Return width and height of a figure's picture: its share of the measure, at most 55% of the page high."""
    assert figure.picture is not None  # noqa: S101 - callers keep the place of a missing one
    width = geometry.measure * figure.width // 1000
    height = width * figure.picture.height // figure.picture.width
    tallest = int(geometry.area * FIGURE_SHARE)
    # a picture a pixel wide still has a width: Word calls a file with none damaged
    return (width, max(1, height)) if height <= tallest else (max(1, width * tallest // height), tallest)


def _table(table: Table, geometry: Geometry) -> Iterator[Box]:
    if table.caption:
        yield Box(height=geometry.unit, whole=True, keep=True)
    first, *heights = row_heights(table, geometry)
    head = first + _UPPER_EDGE
    yield Box(height=head, whole=True, keep=True)
    yield from (Box(height=height, whole=True, head=head) for height in heights)
    yield Box(height=geometry.unit if table.note else SEPARATOR, whole=True)


def row_heights(table: Table, geometry: Geometry) -> list[int]:
    """Return the exact height of every row, the head first."""
    widths = column_widths(table, geometry)
    size = geometry.table_size * 10
    cells = [
        [count_lines(cell, width=(width - _CELL_MARGINS) / size) for cell, width in zip(row, widths, strict=True)]
        for row in (table.head, *table.rows)
    ]
    return [geometry.row_height(max(row)) for row in cells]


def column_widths(table: Table, geometry: Geometry) -> list[int]:
    """Return the columns' widths in twips; together they are the measure."""
    shares = column_shares(table)
    widths = [int(geometry.measure * share / sum(shares)) for share in shares]
    widths[-1] += geometry.measure - sum(widths)
    return widths
