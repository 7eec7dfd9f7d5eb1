"""Where everything stands on the finished pages, as the typesetter reports it."""

from editor.model.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Spot:
    """A height on a page. sheet: page of the file, from 1; y: µm from its upper edge."""

    sheet: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockPlace:
    """Where a block of an article begins, at the upper edge of its first line. block: its uid.

    items: where each item of a list begins.
    """

    block: str
    start: Spot
    items: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPlace:
    """Where an article's card begins, and how many lines of the grid it takes."""

    start: Spot
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePages:
    """Pages of an article. first, last: folios as printed, from 1; free_lines: body lines left on the last page.

    top: where its place begins, start: where its title's text begins; end: where its last line ends; blocks: those that
    are printed, in their order; runs_in: whether card and source follow the last line of a paragraph,
    source_in_line: the source in that line itself.
    """

    article: str
    first: int
    last: int
    free_lines: int
    start: Spot
    end: Spot
    blocks: tuple[BlockPlace, ...] = ()
    top: Spot | None = None
    card: CardPlace | None = None
    runs_in: bool = False
    source_in_line: bool = False

    def block_at(self, spot: Spot) -> str:
        """Return the block printed at a spot, empty in the title."""
        return next((place.block for place in reversed(self.blocks) if place.start <= spot), "")

    def extent(self, block: str) -> tuple[Spot, Spot] | None:
        """Return where a block begins and where the next block (or the article's end) follows; None if not printed."""
        starts = [place.start for place in self.blocks]
        at = next((at for at, place in enumerate(self.blocks) if place.block == block), None)
        return None if at is None else (starts[at], (*starts[at + 1 :], self.end)[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """Facts of one rendering. front: unnumbered pages before folio 1; sheets: all pages of the file.

    lines: body lines of a full page; parts: where credits, contents and back begin, those that are printed.
    imprint_after: how many pages after the text's last one the 版记 stands.
    """

    front: int
    sheets: int
    lines: int
    articles: tuple[ArticlePages, ...] = ()
    parts: tuple[tuple[str, int], ...] = ()
    imprint_after: int = 0

    def sheet_of(self, part: str) -> int | None:
        """Return where a part begins, None where it is not printed; the cover is always the first sheet."""
        return 1 if part == "cover" else dict(self.parts).get(part)

    def part_at(self, sheet: int) -> str:
        """Return the part that a sheet without articles belongs to. sheet: from 1."""
        return [part for part, first in (("cover", 1), *self.parts) if first <= sheet][-1]

    def of(self, article: str) -> ArticlePages | None:
        """Return the pages of an article, None where it is not in the rendering."""
        return next((pages for pages in self.articles if pages.article == article), None)

    def folio(self, article: str) -> int | None:
        """Return the first folio of an article, None where it is not in the rendering."""
        pages = self.of(article)
        return pages.first if pages else None

    def alone_at_end(self) -> tuple[ArticlePages, ...]:
        """Return the articles whose last page holds nothing after them: only there do fewer lines save a page."""
        later = (*self.articles[1:], None)
        pairs = zip(self.articles, later, strict=True) if self.articles else ()
        return tuple(pages for pages, next_one in pairs if next_one is None or next_one.first > pages.last)

    def folio_of(self, sheet: int) -> int | None:
        """Return the folio printed on a sheet, None on the cover and other unnumbered pages."""
        last = max((pages.last for pages in self.articles), default=0)
        return sheet - self.front if 0 < sheet - self.front <= last else None

    def article_at(self, spot: Spot) -> str | None:
        """Return the article printed at a spot, None before the first title and after the last line."""
        begun = [pages for pages in self.articles if pages.start <= spot]
        return begun[-1].article if begun and spot.sheet <= begun[-1].end.sheet else None
