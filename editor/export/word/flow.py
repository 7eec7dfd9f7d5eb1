"""The elements of a section as boxes of known height, for computing Word's page breaks."""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from editor.document.footnotes import NotedRun
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
from editor.export.word.footnotes import NOTE_INDENT, note_line
from editor.export.word.geometry import Geometry
from editor.export.word.lines import count_lines
from editor.export.word.sections import section_elements
from editor.model.body import text_of


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
            yield from _with_notes(element, geometry)
        case ListLines():
            yield from (box for item in element.items for box in _with_notes(item, geometry))
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


def _with_notes(text: TextLines, geometry: Geometry) -> Iterator[Box]:
    """Yield a text and the room that its footnotes take at the foot of its page."""
    yield _lines(text)
    for run in text.runs:
        if isinstance(run, NotedRun):
            width = geometry.measure / (geometry.note_size * 10) - NOTE_INDENT
            yield Box(height=note_line(geometry), lines=count_lines(text_of(run.words), width=width))


def _lines(text: TextLines) -> Box:
    lines = count_lines(text.runs, width=text.width, indent=text.indent)
    return Box(height=text.height, lines=lines, keep=text.keep)
