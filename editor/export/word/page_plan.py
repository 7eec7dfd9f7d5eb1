"""The pages of the Word file: the PDF's, by page breaks where Word by its own rules would begin something earlier.

Word's rules are followed over exact heights, element by element. Where the PDF begins an article on a later page than
Word would, the article gets a page break; so does a paragraph at the head of a page of the PDF, though this is rare:
the heights and lines are the PDF's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from editor.document.look import LookTable
from editor.document.parts import Document, SectionPart
from editor.export.word.drawn_over import DrawnOver
from editor.export.word.element_kinds import (
    article_ended,
    as_card,
    as_rows,
    as_text,
    as_title,
    block_of,
    doubtful_lines,
    is_turned,
    on_new_page,
    table_closed,
    with_space_below,
)
from editor.export.word.elements import ArticleTitle, CardRow, Element, TextLines
from editor.export.word.flow import Box, boxes
from editor.export.word.geometry import Geometry, geometry
from editor.export.word.heights import ArticleHeights, article_heights, grid
from editor.export.word.kept_rows import kept_rows
from editor.export.word.page_filling import Page, put_all, turns
from editor.export.word.sections import section_elements
from editor.model.dataclass import dataclass
from editor.model.page_facts import PageFacts

_ROUNDING = 20
_SHORT = 3  # lines that are never divided
_AHEAD = 8  # elements looked at for what is kept together
_MOST_BELOW = 2  # lines that the PDF leaves free below a table


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


class _Planner:
    def __init__(self, measures: Geometry, heights: dict[str, ArticleHeights], front: int) -> None:
        self._measures, self._heights, self._front = measures, heights, front
        self._extents = {uid: extent for one in heights.values() for uid, extent in one.blocks.items()}
        self._blocks = {uid: extent.sheet - front for uid, extent in self._extents.items()}
        self._blocks |= {anchor: one.closing - front for anchor, one in heights.items() if one.closing}
        self._drawn_over = DrawnOver(measures, self._extents, front)
        self._below_kept = False
        self.page = Page()

    def section(self, section: SectionPart) -> tuple[Element, ...]:
        """Return the elements of a section with the page breaks they need."""
        elements = section_elements(section, self._heights, self._measures)
        made: list[Element] = []
        for at, element in enumerate(elements):
            planned = self._planned(element, elements[at + 1 :])
            made += self._place(planned, elements[at + 1 :])
        return tuple(made)

    def _planned(self, element: Element, ahead: Sequence[Element]) -> tuple[Element, ...]:
        """Return an element with what it needs to stand on the PDF's page."""
        element = self._level(element)
        here = self._page_of(element, ahead)
        title, text = as_title(element), as_text(element)
        if title:
            return (self._planned_title(title, ahead, here),)
        late = here < self._blocks.get(block_of(element), here)
        if self.page.used and (late or (text and self._turns_with(text))):
            return on_new_page(element)
        return (self._planned_text(text, ahead, here) if text else element,)

    def _planned_title(self, title: ArticleTitle, ahead: Sequence[Element], here: int) -> ArticleTitle:
        heights = self._heights[title.article.anchor]
        if title.fresh or here < heights.sheet - self._front or self._turns(heights.sheet, heights.top):
            return title._replace(fresh=True, before=title.before - title.gap, gap=0)
        return title._replace(before=title.before + self._drawn_over.space_above(self.page, title, ahead))

    def _turns_with(self, text: TextLines) -> bool:
        extent = self._extents.get(text.block) if text.keep and text.whole else None
        return extent is not None and self._turns(extent.sheet, extent.start)

    def _turns(self, sheet: int, start: float) -> bool:
        """Return whether the PDF's page turns early, for what is kept with its text: LibreOffice may not see it so."""
        return start < 1 and self.page.folio < sheet - self._front and self.page.used < self._measures.capacity

    def _planned_text(self, text: TextLines, ahead: Sequence[Element], here: int) -> TextLines:
        pushed = self._pushed(text, ahead)
        if pushed:
            return text._replace(before=text.before + pushed, keep=text.keep and text.whole)
        card = as_card(ahead[0]) if ahead else None
        if card:
            return self._above_card(text, card)
        return self._at_head(text, ahead) if here > self.page.folio else text

    def _at_head(self, text: TextLines, ahead: Sequence[Element]) -> TextLines:
        """Return a text at the head of a page, with a set break where it turns only for the space above it."""
        moved = _with_space_below(text)
        turns_still = moved == text or self._page_of(moved, ahead) > self.page.folio
        return moved if turns_still else moved._replace(fresh=True)

    def _pushed(self, text: TextLines, ahead: Sequence[Element]) -> int:
        if text.keep and text.whole:
            return self._drawn_over.space_above(self.page, text, ahead)
        return self._drawn_over.space(self.page, text, below_kept=self._below_kept)

    def _divided(self, element: Element, following: Sequence[Box]) -> Element:
        """Return a table over pages with what ends Word's pages before the rows before which the PDF's end."""
        rows, page = as_rows(element), self.page
        extent = self._extents.get(rows.table.uid) if rows and not rows.setting.whole else None
        if rows is None or extent is None:
            return element
        turned = turns(page, [*boxes(rows), *following], self._measures)
        if extent.sheet - self._front != page.folio + turned:
            return element
        return rows._replace(kept=kept_rows(rows, extent, 0 if turned else page.used, self._measures))

    def _below_table(self, element: Element, following: Sequence[Box]) -> Element:
        """Bring the text below a table over pages to the PDF's place by the space between them."""
        extent = self._extents.get(table_closed(element))
        if extent is None:
            return element
        page = replace(self.page)
        put_all(page, list(boxes(element)), following, self._measures)
        # the place of a long quotation begins with its words
        over = following[0].before if following and not (following[0].whole or following[0].keep) else 0
        space = round(extent.end * self._measures.unit) - page.used - over
        here = extent.sheet + extent.pages - self._front == page.folio
        return with_space_below(element, space) if here and 0 < space <= _MOST_BELOW * self._measures.unit else element

    def _apart(self, element: Element, following: Sequence[Box]) -> Element:
        """Drop the space below a table that has no room on its page: as a paragraph it would begin the next one."""
        rows = as_rows(element)
        if rows is None or not rows.after:
            return element
        page, bare = replace(self.page), rows._replace(after=0)
        put_all(page, list(boxes(bare)), following, self._measures)
        return element if page.used + rows.after <= self._measures.capacity else bare

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
        return self.page.folio + turns(self.page, _boxes(element, ahead), self._measures)

    def _place(self, planned: tuple[Element, ...], ahead: Sequence[Element]) -> Iterator[Element]:
        """Put elements on the pages; yield them with what tables over pages need."""
        for at, one in enumerate(planned):
            following = list(_boxes_of((*planned[at + 1 :], *ahead[:_AHEAD])))
            element = self._apart(self._below_table(self._divided(one, following), following), following)
            self._note_begin(element)
            own = list(boxes(element))
            put_all(self.page, own[:1], [*own[1:], *following], self._measures)
            if own:
                self._begin(element)
            put_all(self.page, own[1:], following, self._measures)
            self._below_kept = bool(own) and own[-1].keep
            self._end(element)
            yield element

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
