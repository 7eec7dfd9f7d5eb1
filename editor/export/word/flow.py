"""The elements of a section as boxes of known height, for computing Word's page breaks."""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from editor.document.parts import SectionPart
from editor.document.table_setting import UPPER_EDGE
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
    TurnedTable,
)
from editor.export.word.geometry import Geometry
from editor.export.word.lines import count_lines
from editor.export.word.sections import section_elements


class Box(NamedTuple):
    """A box on the page: lines of one height (twips); whole: never divided; keep: on the page of the next box.

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
    for element in section_elements(section, geometry):
        yield from _boxes(element, geometry)


def _boxes(element: Element, geometry: Geometry) -> Iterator[Box]:
    match element:
        case Opener():
            yield Box(height=element.height, whole=True, keep=True, fresh=True)
        case ArticleTitle():
            anchor = element.article.anchor
            yield Box(height=element.height, whole=True, keep=True, fresh=element.fresh, anchor=anchor)
        case OneLine():
            yield Box(height=element.height, whole=element.whole, keep=element.keep, ends=element.ends)
        case TextLines():
            yield _lines(element)
        case ListLines():
            yield from map(_lines, element.items)
        case TableRows():
            yield from _rows(element)
        case TurnedTable():
            yield from (Box(height=geometry.capacity, whole=True, fresh=True) for _ in range(element.pages))
        case FigureRow() | CardRow():
            yield Box(height=element.height, whole=True)
        case Space():
            yield Box(height=element.height, whole=element.whole, ends=element.ends)
        case _:
            assert_never(element)


def _rows(element: TableRows) -> Iterator[Box]:
    """Yield the rows of a table, the heads as one; only a row higher than a page is divided, between its lines."""
    setting, head = element.setting, element.head
    if head:
        yield Box(height=head, whole=True, keep=True)
    first, last = element.table.header_rows if head else 0, len(setting.heights) - 1
    for row in range(first, last + 1):
        height = setting.heights[row] + (UPPER_EDGE if row == 0 else 0)
        if row in setting.divided:
            yield Box(height=setting.pitch, lines=-(-height // setting.pitch), head=head)
        else:
            yield Box(height=height, whole=True, keep=row < last and setting.keeps(row), head=head)


def _lines(text: TextLines) -> Box:
    lines = count_lines(text.runs, width=text.width, indent=text.indent)
    return Box(height=text.height, lines=lines, keep=text.keep)
