"""Lines that the PDF takes to the next page though they have room, below a colon or above a card.

Kept with the next, LibreOffice moves a paragraph whole: so such lines are pushed over by space above the paragraph.
Under a title or heading the space stands above that: between both, it would take the heading to the next page.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from editor.export.word.element_kinds import as_text
from editor.export.word.elements import Element, TextLines
from editor.export.word.flow import boxes
from editor.export.word.geometry import Geometry
from editor.export.word.heights import Extent
from editor.export.word.page_filling import Page, put_all

_LEAST = 2  # lines on either side of a page break


class DrawnOver(NamedTuple):
    """extents: where blocks stand in the PDF; front: sheets before the first folio."""

    measures: Geometry
    extents: Mapping[str, Extent]
    front: int

    def space(self, page: Page, text: TextLines, *, below_kept: bool) -> int:
        """Return the space above a text that pushes its lines over, twips. below_kept: under a title or heading."""
        extent = self.extents.get(text.block)
        if extent is None or extent.pages != 1 or extent.sheet - self.front != page.folio or not page.used:
            return 0
        over = math.floor(extent.end + 0.4)
        room = (self.measures.capacity - page.notes - page.used - text.before) // text.height
        stay, gone = text.lines - over, text.lines - room
        if gone > 0 and not below_kept:
            # of one line too many, widow control takes two over
            gone = max(gone, _LEAST)
        if over < _LEAST or stay < _LEAST or not stay < room or gone >= over:
            return 0
        return (room - stay) * text.height

    def space_above(self, page: Page, element: Element, ahead: Sequence[Element]) -> int:
        """Return the space above a title or heading that pushes over lines of the text under it, twips."""
        below, kept = replace(page), list(boxes(element))
        for one in ahead if page.used else ():
            text = as_text(one)
            if text and not text.keep:
                put_all(below, kept, list(boxes(text)), self.measures)
                return self.space(below, text, below_kept=True) if below.folio == page.folio else 0
            kept += boxes(one)
            if not all(box.keep for box in kept):
                break
        return 0
