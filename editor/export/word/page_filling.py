"""Boxes on pages by Word's rules: what is kept together, where a page turns, how much of it is used."""

from collections.abc import Sequence
from dataclasses import field

from editor.export.word.flow import Box
from editor.export.word.footnotes import note_rule
from editor.export.word.geometry import Geometry
from editor.model.dataclass import dataclass


@dataclass(slots=True)
class Page:
    """The page at hand. used, notes at its foot: twips; begun: by a set page break.

    doubts: lines since the last set break that may be one more or less.
    """

    folio: int = 0
    used: int = 0
    begun: bool = True
    doubts: int = 0
    notes: int = 0
    first: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)


def put_all(page: Page, some: Sequence[Box], following: Sequence[Box], measures: Geometry) -> None:
    """Put boxes on the page and the next ones. following: what stands below them."""
    for place, box in enumerate(some):
        _put(page, box, [*some[place:], *following], measures)


def _put(page: Page, box: Box, ahead: Sequence[Box], measures: Geometry) -> None:
    if box.fresh or turns(page, ahead, measures):
        page.folio += 1
        page.begun, page.used = box.fresh, 0 if box.fresh else box.head
        page.doubts, page.notes = 0 if box.fresh else page.doubts, 0
    _fill(page, box, measures)
    if box.notes:
        page.notes += box.notes + (0 if page.notes else note_rule(measures))


def turns(page: Page, ahead: Sequence[Box], measures: Geometry) -> bool:
    """Return whether the first box goes to the next page: with what is kept with it, it does not fit on this one."""
    if page.used == 0:
        return False
    height = page.used
    for box in ahead:
        if box.fresh and box is not ahead[0]:
            break
        height += box.least if not box.keep else box.before + box.height * box.lines
        if not box.keep:
            break
        height += box.after
    return height + ahead[0].notes > measures.capacity - page.notes


def _fill(page: Page, box: Box, measures: Geometry) -> None:
    """Put lines on the page and, with at least two on either side (widow control), on the following ones."""
    page.used += box.before if page.used or page.begun else 0
    if box.height > measures.capacity:
        turned, page.used = divmod(page.used + box.height * box.lines, measures.capacity)
        page.folio += turned
        page.begun = page.begun and not turned
        return
    left = box.lines
    while True:
        fit = (measures.capacity - page.notes - page.used) // box.height if box.height else left
        if left <= fit:
            page.used = min(page.used + left * box.height + box.after, measures.capacity)
            return
        take = fit if left - fit >= 2 else left - 2
        left -= max(take, 0)
        page.folio += 1
        page.used, page.begun, page.notes = box.head, False, 0
