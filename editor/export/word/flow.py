"""The elements of a section as boxes of known height, for computing Word's page breaks."""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from editor.document.parts import SectionPart
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
        yield from _boxes(element)


def _boxes(element: Element) -> Iterator[Box]:
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
            if element.head:
                yield Box(height=element.head, whole=True, keep=True)
            below = element.heights[element.table.header_rows if element.head else 0 :]
            yield from (Box(height=height, whole=True, head=element.head) for height in below)
        case FigureRow() | CardRow():
            yield Box(height=element.height, whole=True)
        case Space():
            yield Box(height=element.height, whole=element.whole, ends=element.ends)
        case _:
            assert_never(element)


def _lines(text: TextLines) -> Box:
    lines = count_lines(text.runs, width=text.width, indent=text.indent)
    return Box(height=text.height, lines=lines, keep=text.keep)
