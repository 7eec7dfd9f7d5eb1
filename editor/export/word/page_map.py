"""The pages of the Word file's articles, computed by Word's own rules from exact heights."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from editor.document.look import LookTable
from editor.document.parts import Document
from editor.export.word.flow import Box, section_boxes
from editor.export.word.geometry import SLACK, Geometry, geometry

_CLOSE_LINES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPageMap:
    """Folios by article. borderline: articles whose last page is nearly full or nearly empty 临界."""

    first: dict[str, int]
    last: dict[str, int]
    borderline: frozenset[str]


@dataclass(slots=True)
class _Page:
    # begun: by a set page break, so that nothing on it can move to the page before
    begun: bool = True
    folio: int = 0
    used: int = 0
    first: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    borderline: set[str] = field(default_factory=set)


def word_page_map(document: Document, look: LookTable) -> WordPageMap:
    """Return the page map of a document."""
    measures = geometry(look)
    page = _Page()
    for section in document.sections():
        boxes = list(section_boxes(section, measures))
        for at, box in enumerate(boxes):
            _place(page, box, boxes[at:], measures)
    return WordPageMap(first=page.first, last=page.last, borderline=frozenset(page.borderline))


def _place(page: _Page, box: Box, ahead: Sequence[Box], measures: Geometry) -> None:
    overflows = page.used > 0 and page.used + _needed(ahead, measures) > measures.capacity
    if box.fresh or overflows:
        _turn(page, box)
    _fill(page, box, measures)
    if box.anchor:
        page.first[box.anchor] = page.folio
    if box.ends:
        _note_end(page, box.ends, measures)


def _turn(page: _Page, box: Box) -> None:
    page.folio += 1
    page.begun = box.fresh
    page.used = 0 if box.fresh else box.head


def _fill(page: _Page, box: Box, measures: Geometry) -> None:
    """Put lines on the page and, with at least two on either side (widow control), on the following ones."""
    if box.height > measures.capacity:
        _spill(page, box.height * box.lines, measures.capacity)
        return
    left = box.lines
    while True:
        fit = (measures.capacity - page.used) // box.height if box.height else left
        if left <= fit:
            page.used += left * box.height
            return
        take = fit if left - fit >= 2 else left - 2
        left -= max(take, 0)
        page.folio += 1
        page.used, page.begun = box.head, False


def _spill(page: _Page, height: int, capacity: int) -> None:
    """Continue a row taller than a page on the following pages, where Word divides it although it may not."""
    turned, page.used = divmod(page.used + height, capacity)
    page.folio += turned
    page.begun = page.begun and not turned


def _needed(ahead: Sequence[Box], measures: Geometry) -> int:
    """Return the height that the first box needs on this page: its smallest part and the boxes kept with it."""
    height = 0
    for box in ahead:
        if box.keep:
            height += box.height * box.lines
            continue
        least = box.lines if box.whole or box.lines <= 3 else 2
        return min(height + least * box.height, measures.capacity)
    return min(height, measures.capacity)


def _note_end(page: _Page, article: str, measures: Geometry) -> None:
    page.last[article] = page.folio
    free = (measures.capacity - SLACK - page.used) // measures.unit
    on_page = page.used // measures.unit
    nearly_empty = on_page <= _CLOSE_LINES + measures.card_height // measures.unit
    if free <= _CLOSE_LINES or (nearly_empty and not page.begun):
        page.borderline.add(article)
