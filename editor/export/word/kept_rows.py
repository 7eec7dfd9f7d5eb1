"""A table over pages: Word's pages end before the rows before which the PDF's end.

Word has a little more room on a page than the PDF, so that it would take a row more here and there. Rows that go over
in the PDF are kept with the rows below them, as many as have no room on the page together.
"""

from collections.abc import Iterator

from editor.document.table_pages import held_note, page_rows
from editor.document.table_setting import UPPER_EDGE
from editor.export.word.elements import TableRows
from editor.export.word.geometry import Geometry
from editor.export.word.heights import Extent

_WHIM = 10  # twips that a row may be lower in another renderer


def kept_rows(element: TableRows, extent: Extent, used: int, measures: Geometry) -> frozenset[int]:
    """Return the rows to keep with those below them; none where the PDF's pages are not known.

    extent: where the table stands in the PDF; used: of Word's page before its rows, twips.
    """
    table, setting, room = element.table, element.setting, measures.tables
    held = 0 if element.noted else held_note(table, setting, room)
    start = extent.start * (room.area + room.lead) / measures.lines
    begins = page_rows(table, setting, room, start=start, held=held)
    if setting.divided or len(begins) not in (extent.pages, extent.pages - 1):
        return frozenset()
    return frozenset(_kept(element, begins, used, measures))


def _kept(element: TableRows, begins: tuple[int, ...], used: int, measures: Geometry) -> Iterator[int]:
    first, heights = 0, element.heights
    for begin in begins:
        stay = heights[first:begin]
        room = measures.capacity - used - sum(stay) + _WHIM * len(stay) - (0 if first else UPPER_EDGE)
        last, over = begin, heights[begin]
        while over <= room and last + 1 < len(heights):
            last += 1
            over += heights[last]
        yield from range(begin, last)
        first, used = begin, element.head
