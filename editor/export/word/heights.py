"""The heights that an article's parts have in the PDF, in lines of the grid, from its page facts."""

import math
from collections.abc import Iterator
from itertools import pairwise

from editor.document.look import LookTable
from editor.document.parts import ArticlePart
from editor.model.block_kinds import as_items, as_paragraph, is_heading
from editor.model.dataclass import dataclass
from editor.model.page_facts import ArticlePages, Spot

_UM_PER_POINT = 25400 / 72
RUN_ON_GAP = 2  # lines above the title of an article that runs on
_LEAST_KEPT = 2  # lines after a page break: widow control, in both engines


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The type area. top: µm from the page's edge; pitch: µm of a line; lines: of a full page."""

    top: float
    pitch: float
    lines: int

    def line(self, spot: Spot) -> float:
        """Return where a spot is, in lines from the head of its page."""
        return round((spot.y - self.top) / self.pitch, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Where a part begins and what follows it, in lines. sheet: of its start; pages: page breaks between both."""

    sheet: int
    start: float
    end: float
    pages: int

    @property
    def height(self) -> float | None:
        """The height, None over a page break."""
        return None if self.pages else self.end - self.start

    def text_lines(self, natural: float, full: int, *, drawn: bool) -> float:
        """Return how many lines stand there. natural: what Word would make of the text; full: lines of a page.

        Over a page break it is not seen how many lines were left free at the foot: none, one to let two go over, and
        more where the text ends on its page or lines are drawn over to what follows (drawn). Then Word's own number is
        taken where it is possible.
        """
        if not self.pages:
            return self.end - self.start
        rest, room = self.end + (self.pages - 1) * full, full - self.start
        free = room if drawn or rest == 0 else 1 if rest <= _LEAST_KEPT else 0
        return rest + min(max(natural - rest, room - free, 0), room)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHeights:
    """top: where the title's place begins, from the head of its page; title: its height; text: where its words begin.

    blocks, items: by uid; closing: sheet of the source or card that stands apart from the text, 0 for none; card: its
    height, 0 for none; runs_in, source_in_line: see `ArticlePages`.
    """

    sheet: int
    top: float
    title: float
    text: float
    blocks: dict[str, Extent]
    items: dict[str, tuple[Extent, ...]]
    closing: int
    card: int
    runs_in: bool
    source_in_line: bool


def grid(look: LookTable) -> Grid:
    """Return the type area of a look."""
    return Grid(
        top=look.millimetres("page.top") * 1000,
        pitch=look.points("grid.pitch") * _UM_PER_POINT,
        lines=look.count("grid.lines"),
    )


def article_heights(
    article: ArticlePart, pages: ArticlePages, following: ArticlePages | None, area: Grid, *, apart: bool
) -> ArticleHeights:
    """Return the heights of an article. following: the next one; apart: a heading has a blank line above it."""
    ends = [*(place.start for place in pages.blocks), _end_of_text(article, pages, following, area)]
    first, top = ends[0], pages.top or pages.start
    headings = {block.uid for block in article.blocks if is_heading(block)} if apart else frozenset[str]()
    begun = [*(place.block for place in pages.blocks), ""]
    blank = [float(uid in headings and area.line(spot) > 0) for uid, spot in zip(begun, ends, strict=True)]
    rows = zip(pages.blocks, pairwise(ends), blank[1:], strict=True)
    blocks = {place.block: _extent(a, b, area, less=gap) for place, (a, b), gap in rows}
    return ArticleHeights(
        sheet=pages.start.sheet,
        top=area.line(top),
        title=area.line(first) - area.line(top) - blank[0],
        text=area.line(pages.start) - area.line(top),
        blocks=blocks,
        items=dict(_items(pages, blocks, area)),
        closing=_closing(article, pages),
        card=pages.card.lines if pages.card else 0,
        runs_in=pages.runs_in,
        source_in_line=pages.source_in_line,
    )


def _end_of_text(article: ArticlePart, pages: ArticlePages, following: ArticlePages | None, area: Grid) -> Spot:
    """Return where the text ends: at the card, at the source's own line, or below the last line."""
    own = bool(article.credit) and not pages.runs_in
    if pages.card is not None:
        return _at(pages.card.start.sheet, area.line(pages.card.start) - own, area)
    if pages.runs_in:
        return _at(pages.end.sheet, int(area.line(pages.end)) + 1, area)
    # where the next article runs on, the mark of the end stands at its beginning
    if following and following.top and following.top.sheet == pages.end.sheet:
        return _at(following.top.sheet, area.line(following.top) - RUN_ON_GAP - own, area)
    last = article.blocks[-1] if article.blocks else None
    if last and (as_paragraph(last) or as_items(last)):
        return _at(pages.end.sheet, _line_below(pages, area) - own, area)
    return _at(pages.end.sheet + 1, 0, area)


def _line_below(pages: ArticlePages, area: Grid) -> float:
    """Return the line below the one in which the article ends; what a table left off the grid is off it to the end."""
    end, begun = pages.end, pages.blocks[-1].start
    first = area.line(begun) if begun.sheet == end.sheet else 0
    return first + math.floor(area.line(end) - first) + 1


def _closing(article: ArticlePart, pages: ArticlePages) -> int:
    if pages.runs_in or not (article.credit or pages.card):
        return 0
    return pages.card.start.sheet if pages.card else pages.end.sheet


def _at(sheet: int, line: float, area: Grid) -> Spot:
    return Spot(sheet=sheet, y=round(area.top + line * area.pitch))


def _extent(start: Spot, end: Spot, area: Grid, *, less: float = 0) -> Extent:
    return Extent(sheet=start.sheet, start=area.line(start), end=area.line(end) - less, pages=end.sheet - start.sheet)


def _items(pages: ArticlePages, blocks: dict[str, Extent], area: Grid) -> Iterator[tuple[str, tuple[Extent, ...]]]:
    for place in pages.blocks:
        if place.items:
            own = blocks[place.block]
            last = _at(own.sheet + own.pages, own.end, area)
            yield place.block, tuple(_extent(a, b, area) for a, b in pairwise((*place.items, last)))
