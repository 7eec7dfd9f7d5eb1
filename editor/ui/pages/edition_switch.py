"""From one edition of the pages to the next: nothing flickers, and what is in view stays at its height."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from editor.pages.reports import PagesSet, PictureMade
from editor.ui.pages.caret_follower import CaretFollower
from editor.ui.pages.editions import Editions
from editor.ui.pages.layout import PageLayout
from editor.ui.pages.picture_requests import PictureRequests
from editor.ui.pages.scroll_anchor import places_of, steady_top
from editor.ui.pages.scroll_position import ScrollPosition


class EditionSwitch(QObject):
    """Of one view. An edition takes the place of the one before it once the pages in view are drawn.

    shown carries it then, None when there is nothing to show. cover_drawn carries the first sheet's picture.
    """

    shown = Signal(object)
    picture_taken = Signal()
    cover_drawn = Signal(QPixmap)

    def __init__(
        self, editions: Editions, position: ScrollPosition, follower: CaretFollower, requests: PictureRequests
    ) -> None:
        super().__init__(position)
        self._editions, self._position, self._follower, self._requests = editions, position, follower, requests

    def show_pages(self, report: PagesSet) -> None:
        """Show an edition as soon as the pages in view are drawn; what is in view stays at its height."""
        if self._editions.shown is None:
            self._editions.show(report)
            self._position.lay_out(report)
            self._tell(report)
            return
        layout = self._position.layout_of(report)
        top = self._top_in(report, layout)
        seen = self._position.seen(layout, self._position.top if top is None else top)
        self._editions.await_pictures(report, seen)
        if self._editions.ready:
            self.settle()
        else:
            self._requests.ask(seen, layout)

    def show_picture(self, report: PictureMade) -> None:
        """Take in a page's pixels."""
        self._editions.take(report)
        if self._editions.ready:
            self.settle()
        self.picture_taken.emit()
        cover = self._editions.pictures.pixmap(1) if report.sheet == 1 else None
        if cover:
            self.cover_drawn.emit(cover)

    def settle(self) -> None:
        """Show the edition that is coming, drawn or not."""
        coming = self._editions.coming
        if coming is None:
            return
        layout = self._position.layout_of(coming)
        top = self._top_in(coming, layout)
        self._editions.show(coming)
        if top is None:
            self._position.lay_out(coming)
        else:
            self._position.take(layout, top)
        self._tell(coming)

    def forget(self) -> None:
        """Show nothing: another issue is coming."""
        self._editions.forget()
        self._follower.forget_block()
        self._requests.forget()
        self._position.forget()
        self.shown.emit(None)

    def _tell(self, edition: PagesSet) -> None:
        self._follower.catch_up()
        self.shown.emit(edition)

    def _top_in(self, edition: PagesSet, layout: PageLayout) -> float | None:
        """Return the view's upper edge in another edition so that what is in view stays; None on the front pages."""
        facts = self._editions.shown_facts
        if facts is None:
            return None
        before, after = places_of(self._position.layout, facts), places_of(layout, edition.facts)
        return steady_top(before, after, self._position.top, self._position.height, self._follower.block)
