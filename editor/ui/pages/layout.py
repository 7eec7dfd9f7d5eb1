"""Where the pages lie in the view: pure geometry in logical pixels."""

from dataclasses import dataclass, replace
from enum import Enum

from editor.model.page_facts import Spot

MARGIN, GAP, CAPTION = 32, 12, 24
LINE = 40  # what an arrow key scrolls
_SCREEN_POINTS = 0.75  # pt a pixel at 96 dpi
_SCREEN_MICROMETRES = 25400 / 96
LEAST, MOST = 0.1, 5.0
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


class Fit(Enum):
    """How the zoom follows the view: not at all, by its width, by a whole page."""

    FREE = "free"
    WIDTH = "width"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoom:
    """The zoom asked for. factor: of the printed size, used where the fit is free."""

    fit: Fit = Fit.WIDTH
    factor: float = 1.0
    two_up: bool = False

    def stepped(self, by: int, now: float) -> "Zoom":
        """Return the zoom of the next larger (1) or smaller (-1) step; the same beyond the last. now: in force."""
        larger = [step for step in _STEPS if step > now + 0.01]
        smaller = [step for step in _STEPS if step < now - 0.01]
        steps = larger[:1] if by > 0 else smaller[-1:]
        return replace(self, fit=Fit.FREE, factor=steps[0]) if steps else self


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A page in the view, from the upper left corner of the whole. sheet: from 1."""

    sheet: int
    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Lower edge with the folio below the page."""
        return self.y + self.height + CAPTION


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLayout:
    """All pages of an issue. factor: of the printed size; width, height: of everything."""

    pages: tuple[Placed, ...]
    factor: float
    width: float
    height: float

    def between(self, top: float, bottom: float) -> tuple[Placed, ...]:
        """Return the pages of which a part lies between two heights."""
        return tuple(page for page in self.pages if page.bottom > top and page.y < bottom)

    def at(self, x: float, y: float) -> Placed | None:
        """Return the page at a point, None beside the pages."""
        hits = (page for page in self.pages if page.y <= y <= page.y + page.height)
        return next((page for page in hits if page.x <= x <= page.x + page.width), None)

    def page(self, sheet: int) -> Placed | None:
        """Return the page of a sheet, None where there is none."""
        return self.pages[sheet - 1] if 1 <= sheet <= len(self.pages) else None

    def y_of(self, spot: Spot) -> float:
        """Return the height of a spot; the whole's lower edge for one on no page."""
        page = self.page(spot.sheet)
        return page.y + self.pixels(spot.y) if page else self.height

    def parts(self, start: Spot, end: Spot) -> tuple[tuple[Placed, float, float], ...]:
        """Return the pages from one spot to another with the heights at which what lies between begins and ends."""
        return tuple(
            (
                page,
                self.y_of(start) if page.sheet == start.sheet else page.y,
                self.y_of(end) if page.sheet == end.sheet else page.y + page.height,
            )
            for page in self.pages[max(0, start.sheet - 1) : end.sheet]
        )

    def spot(self, x: float, y: float) -> Spot | None:
        """Return the spot of a page at a point, None beside the pages."""
        page = self.at(x, y)
        return Spot(sheet=page.sheet, y=round((y - page.y) / self.pixels(1))) if page else None

    def across(self, spot: Spot, x: float) -> int:
        """Return how far a point lies from the left edge of a spot's page, in µm."""
        page = self.page(spot.sheet)
        return round((x - page.x) / self.pixels(1)) if page else 0

    def pixels(self, micrometres: int) -> float:
        """Return a length on paper in px of the view."""
        return micrometres / _SCREEN_MICROMETRES * self.factor

    def sheet_at(self, y: float) -> int:
        """Return the sheet that a height falls on, the next one between two; 0 without pages."""
        below = (page.sheet for page in self.pages if page.bottom > y)
        return next(below, self.pages[-1].sheet if self.pages else 0)


def lay_out(sizes: tuple[tuple[float, float], ...], zoom: Zoom, view: tuple[int, int]) -> PageLayout:
    """Return the pages' places. sizes: in pt; view: width and height that can be seen, in px."""
    if not sizes:
        return PageLayout(pages=(), factor=1.0, width=0, height=0)
    printed = tuple((width / _SCREEN_POINTS, height / _SCREEN_POINTS) for width, height in sizes)
    rows = _rows(len(sizes), two_up=zoom.two_up)
    factor = _factor(printed, zoom, view)
    # in two-up the cover's row is as wide as a spread, though its left half is empty
    spreads = [(0, 0), *rows] if zoom.two_up else rows
    widest = max(_row_width(row, printed, factor) for row in spreads)
    whole = max(float(view[0]), widest + 2 * MARGIN)
    pages, y = [], 24.0
    for row in rows:
        x = (whole - _row_width(row, printed, factor)) / 2
        if zoom.two_up and len(row) == 1 and row[0] == 0:
            # the cover stands on the right, as in the printed issue
            x = whole / 2 + GAP / 2
        for index in row:
            width, height = printed[index][0] * factor, printed[index][1] * factor
            pages.append(Placed(sheet=index + 1, x=x, y=y, width=width, height=height))
            x += width + GAP
        y += max(printed[index][1] for index in row) * factor + CAPTION
    return PageLayout(pages=tuple(pages), factor=factor, width=whole, height=y + GAP)


def _rows(count: int, *, two_up: bool) -> list[tuple[int, ...]]:
    if not two_up:
        return [(index,) for index in range(count)]
    rest = [tuple(range(start, min(start + 2, count))) for start in range(1, count, 2)]
    return [(0,), *rest]


def _row_width(row: tuple[int, ...], printed: tuple[tuple[float, float], ...], factor: float) -> float:
    return sum(printed[index][0] for index in row) * factor + GAP * (len(row) - 1)


def _factor(printed: tuple[tuple[float, float], ...], zoom: Zoom, view: tuple[int, int]) -> float:
    across = 2 if zoom.two_up else 1
    widest, tallest = max(size[0] for size in printed), max(size[1] for size in printed)
    by_width = (view[0] - 2 * MARGIN - GAP * (across - 1)) / (widest * across)
    if zoom.fit is Fit.WIDTH:
        return _within(by_width)
    if zoom.fit is Fit.PAGE:
        return _within(min(by_width, (view[1] - 2 * CAPTION - GAP) / tallest))
    return _within(zoom.factor)


def _within(factor: float) -> float:
    return min(max(factor, LEAST), MOST)
