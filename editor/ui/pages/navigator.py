"""Ways through the pages: to a spot or a sheet, by lines, views and rows of pages."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from editor.model.page_facts import Spot
from editor.ui.pages.layout import LINE, Placed
from editor.ui.pages.scroll_position import ScrollPosition

_EDGE = 12
_NEAR = 24


class PageNavigator(QObject):
    """Moves one view. place_wanted: before a place is looked up, which is meant in the latest pages."""

    place_wanted = Signal()

    def __init__(self, area: QAbstractScrollArea, position: ScrollPosition) -> None:
        super().__init__(area)
        self._area, self._position = area, position
        self._down, self._across = area.verticalScrollBar(), area.horizontalScrollBar()

    def go_to(self, spot: Spot) -> None:
        """Bring a spot to the upper part of the view, unless all around it is seen already."""
        self.place_wanted.emit()
        page = self._position.layout.page(spot.sheet)
        if page is None:
            return
        y = self._position.layout.y_of(spot)
        top, height = self._position.top, self._position.height
        if not top + _NEAR <= y <= top + height / 2:
            self._down.setValue(round(max(0.0, y - height / 8)))
        self._show_across(page)

    def go_to_sheet(self, sheet: int) -> None:
        """Bring a sheet's upper edge into view. sheet: from 1."""
        self.place_wanted.emit()
        page = self._position.layout.page(sheet)
        if page:
            self._down.setValue(round(page.y - _EDGE))
            self._show_across(page)

    def bring(self, start: Spot, end: Spot) -> None:
        """Bring what lies between two spots into view, unless a part of it is."""
        top, height = self._position.top, self._position.height
        parts = self._position.layout.parts(start, end)
        if not any(above < top + height - _NEAR and below > top + _NEAR for _, above, below in parts):
            self._down.setValue(round(self._position.layout.y_of(start) - height / 3))

    def scroll_by(self, pixels: int) -> None:
        """Go down, or up for a negative number."""
        self._down.setValue(self._position.top + pixels)

    def turn(self, by: int) -> None:
        """Go a view further (1) or back (-1); by whole pages where these fit."""
        height, page = self._position.height, self._position.layout.page(self._position.sheet)
        if page and page.bottom - page.y <= height:
            self._go_to_row(page.y, by)
        else:
            self.scroll_by(by * (height - LINE))

    def aside(self, by: int) -> None:
        """Go to the right (1) or left (-1); where all is seen, to the next page or the one before."""
        page = self._position.layout.page(self._position.sheet)
        if self._across.maximum():
            self._across.setValue(self._across.value() + by * LINE)
        elif page:
            self._go_to_row(page.y, by)

    def go_to_end(self, by: int) -> None:
        """Go to the last page (1) or the first (-1)."""
        self._down.setValue(self._down.maximum() if by > 0 else 0)

    def _go_to_row(self, y: float, by: int) -> None:
        pages = self._position.layout.pages
        rows = sorted({page.y for page in pages if (page.y > y if by > 0 else page.y < y)})
        if rows:
            self._down.setValue(round((rows[0] if by > 0 else rows[-1]) - _EDGE))

    def _show_across(self, page: Placed) -> None:
        width = self._area.viewport().width()
        if not self._across.value() <= page.x < self._across.value() + width / 2:
            self._across.setValue(round(page.x - _EDGE))
