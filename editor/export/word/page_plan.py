"""The pages of the Word file: the PDF's, by page breaks where Word by its own rules would begin something earlier.

Word's rules are followed over exact heights, element by element. Where the PDF begins an article on a later page than
Word would, the article gets a page break; so does a paragraph at the head of a page of the PDF, though this is rare:
the heights and lines are the PDF's own.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import chain

from editor.document.look import LookTable
from editor.document.parts import Document, SectionPart
from editor.export.word.element_kinds import (
    article_ended,
    as_card,
    as_text,
    as_title,
    block_of,
    doubtful_lines,
    is_turned,
    on_new_page,
)
from editor.export.word.elements import ArticleTitle, CardRow, Element, TextLines
from editor.export.word.flow import Box, boxes
from editor.export.word.footnotes import note_rule
from editor.export.word.geometry import Geometry, geometry
from editor.export.word.heights import ArticleHeights, article_heights, grid
from editor.export.word.sections import section_elements
from editor.model.dataclass import dataclass
from editor.model.page_facts import PageFacts

_LEAST = 2  # lines on either side of a page break
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
        title = as_title(element)
        if title:
            wanted = self._heights[title.article.anchor].sheet - self._front
            fresh = title.fresh or here < wanted
            return (title._replace(fresh=True, before=title.before - title.gap, gap=0) if fresh else title,)
        if here < self._blocks.get(block_of(element), here) and self.page.used:
            return on_new_page(element)
        text, card = as_text(element), as_card(ahead[0]) if ahead else None
        if text is None:
            return (element,)
        drawn = self._drawn_over(text)
        if drawn != text:
            return (drawn,)
        if card:
            return (self._above_card(text, card),)
        return (_with_space_below(text) if here > self.page.folio else text,)

    def _drawn_over(self, text: TextLines) -> TextLines:
        """Push lines over to the next page that the PDF draws there, below a colon or above a card.

        Kept with the next, LibreOffice moves a paragraph whole; so they are pushed over by space above it.
        """
        page, extent = self.page, self._extents.get(text.block)
        if extent is None or extent.pages != 1 or extent.sheet - self._front != page.folio or not page.used:
            return text
        over = math.floor(extent.end + 0.4)
        room = (self._measures.capacity - page.notes - page.used - text.before) // text.height
        stay = text.lines - over
        if over < _LEAST or stay < _LEAST or not stay < room or text.lines - room >= over:
            return text
        return text._replace(before=text.before + (room - stay) * text.height, keep=False)

    def _level(self, element: Element) -> Element:
        """Make up for lines more or less than in the PDF in the space above a title or a heading."""
        title, text = as_title(element), as_text(element)
        if title and not title.fresh and title.gap:
            return self._level_title(title)
        return self._level_heading(text) if text and text.keep and text.before else element

    def _level_title(self, title: ArticleTitle) -> ArticleTitle:
        page, unit, heights = self.page, self._measures.unit, self._heights[title.article.anchor]
        gap = round(heights.top * unit) - page.used
        if heights.sheet - self._front != page.folio or not unit <= gap <= 2 * title.gap:
            return title
        return title._replace(before=title.before - title.gap + gap, gap=gap)

    def _level_heading(self, heading: TextLines) -> TextLines:
        page, unit, extent = self.page, self._measures.unit, self._extents.get(heading.block)
        if extent is None or extent.sheet - self._front != page.folio:
            return heading
        before = round(extent.start * unit) - page.used
        return heading._replace(before=before) if abs(before - heading.before) <= unit // 2 + 1 else heading

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
        page, unit, title = self.page, self._measures.unit, as_title(element)
        if title is None or not page.doubts:
            return
        spare = (self._measures.capacity - page.used) // unit
        needed = 0 if title.fresh else (title.before + title.lines * title.line) // unit + 2
        near = spare < page.doubts if title.fresh else abs(spare - needed) < page.doubts
        if near or (not page.begun and page.used // unit <= page.doubts):
            page.unsure.add(title.article.anchor)

    def _begin(self, element: Element) -> None:
        title = as_title(element)
        if title:
            self.page.first[title.article.anchor] = self.page.folio
        self.page.doubts += doubtful_lines(element)

    def _end(self, element: Element) -> None:
        ended = article_ended(element)
        if ended:
            self.page.last[ended] = self.page.folio
        if is_turned(element):
            # what follows begins an upright page
            self.page.used = self._measures.capacity


def _with_space_below(text: TextLines) -> TextLines:
    """Put the space above a quotation below it where the page turns before it: the PDF keeps it there too."""
    return text._replace(before=0, after=text.before + text.after) if text.whole and not text.keep else text


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
