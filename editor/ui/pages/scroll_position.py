"""Which part of the laid-out pages is in view: the zoom, the layout, and the scroll bars over it."""

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from editor.model.page_facts import Spot
from editor.pages.reports import PagesSet
from editor.ui.pages.layout import LINE, PageLayout, Zoom, lay_out

_NOTHING = PageLayout(pages=(), factor=1.0, width=0, height=0)


class ScrollPosition(QObject):
    """Of one view. laid_out: the pages lie elsewhere, or are others.

    zoom: as it was asked for; layout.factor is the one in force.
    """

    laid_out = Signal()

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self.zoom, self.layout = Zoom(), _NOTHING
        self._viewport, self._down, self._across = area.viewport(), area.verticalScrollBar(), area.horizontalScrollBar()

    @property
    def top(self) -> int:
        """The view's upper edge in the layout, in px."""
        return self._down.value()

    @property
    def left(self) -> int:
        """The view's left edge in the layout, in px."""
        return self._across.value()

    @property
    def height(self) -> int:
        """How much can be seen, in px."""
        return self._viewport.height()

    @property
    def sheet(self) -> int:
        """The sheet at the view's upper third, from 1; 0 without pages."""
        return self.layout.sheet_at(self.top + self.height / 3)

    def seen(self, layout: PageLayout, top: float) -> tuple[int, ...]:
        """Return the sheets that can be seen of a layout from a height on."""
        return tuple(page.sheet for page in layout.between(top, top + self.height))

    def layout_of(self, edition: PagesSet) -> PageLayout:
        """Return where the pages of an edition would lie."""
        view = self._viewport.size()
        return lay_out(edition.sizes, self.zoom, (view.width(), view.height()))

    def lay_out(self, edition: PagesSet | None) -> None:
        """Lay the pages out again where zoom or view have changed; the page in view stays. None: no pages."""
        layout = self.layout_of(edition) if edition else _NOTHING
        anchor = self._anchor()
        page = layout.page(anchor[0]) if anchor else None
        y = page.y + anchor[1] * page.height - self.height / 3 if page and anchor else self.top
        self.take(layout, y)

    def take(self, layout: PageLayout, top: float) -> None:
        """Show a layout from a height on."""
        self.layout = layout
        view = self._viewport.size()
        down, across = self._down, self._across
        down.setPageStep(view.height())
        down.setSingleStep(LINE)
        down.setRange(0, max(0, round(layout.height) - view.height()))
        across.setPageStep(view.width())
        across.setRange(0, max(0, round(layout.width) - view.width()))
        down.setValue(round(top))
        self.laid_out.emit()

    def forget(self) -> None:
        """Show no pages, from the top."""
        self._down.setValue(0)
        self.lay_out(None)

    def rect_of(self, sheet: int) -> QRectF:
        """Return where a page lies in the view (px of the viewport); null where there is none. sheet: from 1."""
        page = self.layout.page(sheet)
        return QRectF(page.x - self.left, page.y - self.top, page.width, page.height) if page else QRectF()

    def spot_at(self, point: QPointF) -> tuple[Spot, int] | None:
        """Return the spot at a point of the viewport and its µm from the page's left edge; None beside the pages."""
        inside = point + QPointF(self.left, self.top)
        spot = self.layout.spot(inside.x(), inside.y())
        return (spot, self.layout.across(spot, inside.x())) if spot else None

    def _anchor(self) -> tuple[int, float] | None:
        """Return the sheet at the view's upper third and how far down it that lies, in parts of the page."""
        y = self.top + self.height / 3
        page = self.layout.page(self.sheet)
        return (page.sheet, (y - page.y) / page.height) if page and self.top else None
