"""Lines at the places where the PDF has them. Twips, unless said otherwise.

The typesetter's line is as high as its type, with the baseline at 0.88 of it; a line of exact height has its baseline
at 0.8 of that in Word, WPS and LibreOffice. So a line of 1.1 times the type stands where the typesetter's does.
"""

import math
from typing import NamedTuple

from editor.document.look import LookTable
from editor.export.word.geometry import (
    ASCENT,
    BASELINE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SLACK,
    TWIPS_PER_MM,
    TWIPS_PER_POINT,
    Geometry,
)
from editor.export.word.lines import advance

_ROUNDING = 6
_LEAST_LINE = 20


class PageMargins(NamedTuple):
    """The margins of a page."""

    top: int
    right: int
    bottom: int
    left: int


class WordSection(NamedTuple):
    """A Word section: its markup, its name in the running head (none in the front) and its margins.

    closing: runs of its last paragraph, which holds its properties; late: that begins a page of its own, since what is
    placed on its page would not fit below the text. section: its place of how many sections, for the running head;
    start: kind of page that it begins on, else the next one; bare: without folios; dark: on a dark ground; turned:
    sideways; opens: its first page opens a section, without its name in the running head;
    going_on: paragraph at the head of its further pages, where it has no name.
    """

    content: str
    name: str
    margins: PageMargins
    closing: str = ""
    late: bool = False
    section: int = 0
    sections: int = 0
    start: str = ""
    bare: bool = False
    dark: bool = False
    turned: bool = False
    opens: bool = True
    going_on: str = ""


def points(look: LookTable, name: str) -> int:
    """Return a type size or rule of the look."""
    return round(look.points(name) * TWIPS_PER_POINT)


def leading(look: LookTable) -> int:
    """Return what a line of the grid has more than its type."""
    return points(look, "grid.pitch") - points(look, "grid.body")


def millimetres(look: LookTable, name: str) -> int:
    """Return a length of the look."""
    return round(look.millimetres(name) * TWIPS_PER_MM)


def line_of(size: int) -> int:
    """Return the height of a single line of type of a size."""
    return round(size * ASCENT / BASELINE)


def exact(line: int, *, before: int = 0, after: int = 0) -> str:
    """Return the spacing of a paragraph with lines of exact height."""
    return f'<w:spacing w:before="{max(0, before)}" w:after="{max(0, after)}" w:line="{line}" w:lineRule="exact"/>'


def half(size: int) -> int:
    """Return a size in half-points, as Word counts, never larger than it is."""
    return size // 10


def width_of(text: str, size: int, *, bold: bool = False) -> int:
    """Return the width of a text in one line."""
    return round(sum(advance(char, bold=bold) for char in text) * size / 1000)


def text_margins(measures: Geometry) -> PageMargins:
    """Return the margins of the pages of text, higher by what its lines stand lower in Word than in the PDF."""
    sink = measures.title_sink
    return PageMargins(measures.top - sink, measures.right, measures.bottom + sink, measures.left)


def turned_margins(measures: Geometry) -> PageMargins:
    """Return the margins of pages turned sideways."""
    left, right, bottom = measures.turned_margins
    return PageMargins(top=measures.top, right=right, bottom=bottom, left=left)


def front_foot(look: LookTable, measures: Geometry) -> int:
    """Return where the last line of the PDF's credits and contents ends, from the page's upper edge."""
    return measures.top + measures.area - leading(look)


def front_margins(look: LookTable, measures: Geometry) -> PageMargins:
    """Return the margins of credits and contents, with room for the paragraph that ends the Word section."""
    bottom = PAGE_HEIGHT - front_foot(look, measures) - SLACK
    return PageMargins(top=measures.top, right=measures.right, bottom=bottom, left=measures.left)


def sides(left: int, width: int) -> tuple[int, int]:
    """Return the margins at left and right of a column; the right one is narrower, so that no full line breaks."""
    return left, PAGE_WIDTH - left - width - _ROUNDING


class Downward:
    """Paragraphs from top to bottom of a page, each at its own height. at: where the last one ended."""

    def __init__(self, top: int) -> None:
        """Begin at the upper margin."""
        self.at = top

    def line(self, top: int, size: int, *, pitch: int = 0, count: int = 1, below: int = 0) -> str:
        """Return the spacing of a paragraph whose type begins at a height of the page.

        size: of the type; pitch: from line to line, else that of a single line; below: taken by rules under it.
        """
        height = pitch or line_of(size)
        before = max(0, round(top + size * ASCENT - height * BASELINE) - self.at)
        self.at += before + count * height + below
        return exact(height, before=before)

    def box(self, top: int, height: int) -> str:
        """Return the spacing of a paragraph that holds a picture of this height, whose line is as high as it."""
        before = max(0, top - self.at)
        self.at += before + height
        return f'<w:spacing w:before="{before}" w:after="0" w:line="240" w:lineRule="auto"/>'


def block_height(look: LookTable, needed: int) -> int:
    """Return the height of the typesetter's block that keeps the grid: whole units less the leading of the last."""
    unit, between = points(look, "grid.pitch"), leading(look)
    return math.ceil((needed + between) / unit - 0.02) * unit - between


def head_line(look: LookTable, size: int, gap: int, rules: int) -> tuple[int, int]:
    """Return the line of a page's heading and the space to its rules (pt), where the PDF has both at a page's top.

    They stand at the foot of their block. size: of the heading.
    """
    needed = size + gap + leading(look) + rules
    block = block_height(look, needed)
    line = max(_LEAST_LINE, round((block - needed + size * ASCENT) / BASELINE))
    return line, max(0, round((block - rules - line) / TWIPS_PER_POINT))
