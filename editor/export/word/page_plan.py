"""The pages of the Word file: the PDF's, by page breaks where Word by its own rules would begin something earlier.

Word's rules are followed over exact heights, element by element. Where the PDF begins an article on a later page than
Word would, the article gets a page break; so does a paragraph at the head of a page of the PDF, though this is rare:
the heights and lines are the PDF's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from editor.document.look import LookTable
from editor.document.parts import Document, SectionPart
from editor.export.word.elements import (
    ArticleTitle,
    CardRow,
    Element,
    FigureRow,
    ListLines,
    OneLine,
    Space,
    TableRows,
    TextLines,
    TurnedTable,
)
from editor.export.word.flow import Box, boxes
from editor.export.word.footnotes import note_rule
from editor.export.word.geometry import SEPARATOR, Geometry, geometry
from editor.export.word.heights import ArticleHeights, article_heights, grid
from editor.export.word.sections import section_elements
from editor.model.page_facts import PageFacts

_ROUNDING = 20
_SHORT = 3  # lines that are never divided
_AHEAD = 8  # elements looked at for what is kept together


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPages:
    """The elements of every section as they are written, and where Word sets them.

    first, last: folios by article; unsure: articles whose folio another renderer may change 临界; pages: of the text.
    """

    sections: tuple[tuple[Element, ...], ...]
    first: dict[str, int]
    last: dict[str, int]
    unsure: frozenset[str]
    pages: int


def word_pages(document: Document, look: LookTable, facts: PageFacts) -> WordPages:
    """Return the pages of the Word file. facts: of the document's PDF."""
    measures, area = geometry(look), grid(look)
    apart = measures.head_indent == 0
    articles = [(article, pages) for article in document.articles() if (pages := facts.of(article.anchor))]
    later = [*(pages for _, pages in articles[1:]), None][: len(articles)]
    heights = {
        article.anchor: article_heights(article, pages, following, area, apart=apart)
        for (article, pages), following in zip(articles, later, strict=True)
    }
    planner = _Planner(measures, heights, facts.front)
    sections = tuple(planner.section(section) for section in document.sections())
    page = planner.page
    return WordPages(
        sections=sections, first=page.first, last=page.last, unsure=frozenset(page.unsure), pages=page.folio
    )


@dataclass(slots=True)
class _Page:
    """used, notes at its foot: twips; begun: by a set page break.

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


class _Planner:
    def __init__(self, measures: Geometry, heights: dict[str, ArticleHeights], front: int) -> None:
        self._measures, self._heights, self._front = measures, heights, front
        self._extents = {uid: extent for one in heights.values() for uid, extent in one.blocks.items()}
        self._blocks = {uid: extent.sheet - front for uid, extent in self._extents.items()}
        self.page = _Page()

    def section(self, section: SectionPart) -> tuple[Element, ...]:
        """Return the elements of a section with the page breaks they need."""
        elements = section_elements(section, self._heights, self._measures)
        made: list[Element] = []
        for at, element in enumerate(elements):
            planned = self._planned(element, elements[at + 1 :])
            made += planned
            self._place(planned, elements[at + 1 :])
        return tuple(made)

    def _planned(self, element: Element, ahead: Sequence[Element]) -> tuple[Element, ...]:
        """Return an element with what it needs to stand on the PDF's page."""
        element = self._level(element)
        here = self._page_of(element, ahead)
        if isinstance(element, ArticleTitle):
            wanted = self._heights[element.article.anchor].sheet - self._front
            fresh = element.fresh or here < wanted
            return (element._replace(fresh=True, before=element.before - element.gap, gap=0) if fresh else element,)
        wanted = self._blocks.get(_block_of(element), here)
        if here < wanted and self.page.used:
            return tuple(_on_new_page(element))
        if isinstance(element, TextLines) and ahead and isinstance(ahead[0], CardRow):
            return (self._above_card(element, ahead[0]),)
        return (_with_space_below(element) if here > self.page.folio else element,)

    def _level(self, element: Element) -> Element:
        """Make up for lines more or less than in the PDF in the space above a title or a heading."""
        page, unit = self.page, self._measures.unit
        if isinstance(element, ArticleTitle) and not element.fresh and element.gap:
            heights = self._heights[element.article.anchor]
            gap = round(heights.top * unit) - page.used
            if heights.sheet - self._front == page.folio and unit <= gap <= 2 * element.gap:
                return element._replace(before=element.before - element.gap + gap, gap=gap)
        if isinstance(element, TextLines) and element.keep and element.before:
            extent = self._extents.get(element.block)
            before = round(extent.start * unit) - page.used if extent else 0
            if extent and extent.sheet - self._front == page.folio and abs(before - element.before) <= unit // 2 + 1:
                return element._replace(before=before)
        return element

    def _above_card(self, text: TextLines, card: CardRow) -> TextLines:
        """Keep two lines of the last paragraph above its card, as the PDF does.

        Kept with the next, LibreOffice moves the paragraph whole; so the lines that are to go over are pushed over by
        space above the paragraph.
        """
        measures, page = self._measures, self.page
        room = (measures.capacity - page.used - text.before) // text.height
        if text.lines > room:
            return text
        needed = text.before + text.lines * text.height + text.after + card.height + card.after
        if page.used + needed <= measures.area + _ROUNDING:
            return text._replace(keep=True)
        if text.lines <= _SHORT:
            return text._replace(keep=True, whole=True)
        return text._replace(before=text.before + (room - text.lines + 2) * text.height)

    def _page_of(self, element: Element, ahead: Sequence[Element]) -> int:
        turns = _turns(self.page, _boxes(element, ahead), self._measures)
        return self.page.folio + turns

    def _place(self, planned: tuple[Element, ...], ahead: Sequence[Element]) -> None:
        for at, element in enumerate(planned):
            self._note_begin(element)
            own = list(boxes(element))
            following = list(_boxes_of((*planned[at + 1 :], *ahead[:_AHEAD])))
            for place, box in enumerate(own):
                self._put(box, [*own[place:], *following])
                if place == 0:
                    self._begin(element)
            self._end(element)
            if isinstance(element, TurnedTable):
                # what follows begins an upright page
                self.page.used = self._measures.capacity

    def _put(self, box: Box, ahead: Sequence[Box]) -> None:
        page = self.page
        if box.fresh or _turns(page, ahead, self._measures):
            page.folio += 1
            page.begun, page.used = box.fresh, 0 if box.fresh else box.head
            page.doubts, page.notes = 0 if box.fresh else page.doubts, 0
        _fill(page, box, self._measures)
        if box.notes:
            page.notes += box.notes + (0 if page.notes else note_rule(self._measures))

    def _note_begin(self, element: Element) -> None:
        """Note the article that begins if a line more or less would move it to another page."""
        page, unit = self.page, self._measures.unit
        if not isinstance(element, ArticleTitle) or not page.doubts:
            return
        spare = (self._measures.capacity - page.used) // unit
        on_page = page.used // unit
        needed = 0 if element.fresh else (element.before + element.lines * element.line) // unit + 2
        near = abs(spare - needed) < page.doubts if not element.fresh else spare < page.doubts
        if near or (not page.begun and on_page <= page.doubts):
            page.unsure.add(element.article.anchor)

    def _begin(self, element: Element) -> None:
        if isinstance(element, ArticleTitle):
            self.page.first[element.article.anchor] = self.page.folio
        if isinstance(element, TextLines) and not element.sure:
            self.page.doubts += 1
        if isinstance(element, ListLines):
            self.page.doubts += sum(not item.sure for item in element.items)

    def _end(self, element: Element) -> None:
        ends = getattr(element, "ends", "")
        if ends:
            self.page.last[ends] = self.page.folio


def _with_space_below(element: Element) -> Element:
    """Put the space above a quotation below it where the page turns before it: the PDF keeps it there too."""
    if isinstance(element, TextLines) and element.whole and not element.keep:
        return element._replace(before=0, after=element.before + element.after)
    return element


def _block_of(element: Element) -> str:
    """Return the block that begins with an element, empty for none."""
    if isinstance(element, TableRows):
        return element.table.uid if not element.table.caption else ""
    if isinstance(element, TextLines | FigureRow | OneLine):
        return element.block
    return element.items[0].block if isinstance(element, ListLines) and element.items else ""


def _on_new_page(element: Element) -> Iterator[Element]:
    if isinstance(element, TextLines):
        yield element._replace(fresh=True, before=0)
    elif isinstance(element, OneLine):
        yield element._replace(fresh=True)
    elif isinstance(element, ListLines):
        first, *rest = element.items
        yield element._replace(items=(first._replace(fresh=True, before=0), *rest))
    else:
        yield Space(height=SEPARATOR, fresh=True)
        yield element


def _boxes(element: Element, ahead: Sequence[Element]) -> list[Box]:
    return list(_boxes_of((element, *ahead[:_AHEAD])))


def _boxes_of(elements: Iterable[Element]) -> Iterator[Box]:
    return chain.from_iterable(map(boxes, elements))


def _turns(page: _Page, ahead: Sequence[Box], measures: Geometry) -> bool:
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


def _fill(page: _Page, box: Box, measures: Geometry) -> None:
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
