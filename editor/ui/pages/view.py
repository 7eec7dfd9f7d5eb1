"""The pages of the issue, one below the other, as they will print."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.model.language import tr
from editor.model.page_facts import PageFacts, Spot
from editor.pages.reports import PagesSet, PictureMade
from editor.ui.pages.editions import Editions
from editor.ui.pages.keys import LINE, act_on
from editor.ui.pages.layout import Fit, PageLayout, Placed, Zoom, lay_out
from editor.ui.pages.paint import PagePainter, PageScene
from editor.ui.pages.scroll_anchor import places_of, steady_top
from editor.ui.pages.words import sheet_name
from editor.ui.theme.apply import set_style

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_SCREEN_INCH = 96
_EDGE = 12
_NOTHING = PageLayout(pages=(), factor=1.0, width=0, height=0)


class PagesView(QAbstractScrollArea):
    """Shows the latest pages. Only what can be seen is drawn.

    An edition takes the place of the one before it once the pages in view are drawn, so that nothing flickers;
    edition_shown carries it then, None when there is nothing to show. cover_drawn carries the first sheet's picture.
    """

    wanted = Signal(tuple, float)
    spot_clicked = Signal(object, int)
    sheet_changed = Signal(int)
    zoom_changed = Signal(object, float)
    edition_shown = Signal(object)
    cover_drawn = Signal(QPixmap)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("版面"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_style(self.viewport(), ground="sunken")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._editions = Editions()
        self._zoom = Zoom()
        self._layout = _NOTHING
        self._article, self._block = "", ""
        self._follow = False
        self._sheet = 0
        self._asked: tuple[tuple[int, ...], float] = ((), 0.0)
        self._pressed = QPoint()

    # what is shown

    def show_pages(self, report: PagesSet) -> None:
        """Show an edition as soon as the pages in view are drawn; what is in view stays at its height."""
        if self._editions.shown is None:
            self._editions.show(report)
            self._lay_out()
            self._after_edition(report)
            return
        layout = self._laid_out(report)
        top = self._top_in(report, layout)
        seen = self._seen(layout, self._top() if top is None else top)
        self._editions.await_pictures(report, seen)
        if self._editions.ready:
            self._settle()
        else:
            self._ask(seen, layout)

    def show_picture(self, report: PictureMade) -> None:
        """Take in a page's pixels."""
        self._editions.take(report)
        if self._editions.ready:
            self._settle()
        self.viewport().update()
        cover = self.picture_of(1) if report.sheet == 1 else None
        if cover:
            self.cover_drawn.emit(cover)

    def want_cover(self) -> None:
        """Ask for the first sheet's picture beside those in view."""
        sheets, resolution = self._asked
        if sheets:
            self.wanted.emit((1, *(sheet for sheet in sheets if sheet != 1)), resolution)

    def forget(self) -> None:
        """Show nothing: another issue is coming."""
        self._editions = Editions()
        self._block, self._follow, self._asked = "", False, ((), 0.0)
        self.verticalScrollBar().setValue(0)
        self._lay_out()
        self.edition_shown.emit(None)

    def show_article(self, article: str, *, scroll: bool) -> None:
        """Mark an article; scroll: bring its beginning into view."""
        self._article = article
        facts = self.facts
        pages = facts.of(article) if facts else None
        if pages and scroll:
            self.go_to(pages.start)
        self.viewport().update()

    def show_block(self, article: str, block: str) -> None:
        """Mark the block that has the caret. block: its uid.

        When the caret came from another block of the same article, the block comes into view unless it is there; one
        that is not printed yet does so when it is.
        """
        moved = article == self._article and block != self._block
        if block != self._block:
            self._block = block
            self.viewport().update()
        if moved:
            self._follow = bool(block) and not self._bring(block)

    def go_to(self, spot: Spot) -> None:
        """Bring a spot to the upper part of the view, unless all around it is seen already."""
        self._settle()
        page = self._layout.page(spot.sheet)
        if page is None:
            return
        y = self._layout.y_of(spot)
        top, height = self._top(), self.viewport().height()
        if not top + 24 <= y <= top + height / 2:
            self.verticalScrollBar().setValue(round(max(0.0, y - height / 8)))
        self._show_across(page)

    def go_to_sheet(self, sheet: int) -> None:
        """Bring a sheet's upper edge into view. sheet: from 1."""
        self._settle()
        page = self._layout.page(sheet)
        if page:
            self.verticalScrollBar().setValue(round(page.y - _EDGE))
            self._show_across(page)

    @property
    def facts(self) -> PageFacts | None:
        """The facts of the latest pages."""
        return self._editions.latest_facts

    @property
    def edition(self) -> int:
        """The edition that is shown, 0 for none."""
        return self._editions.shown.edition if self._editions.shown else 0

    def picture_of(self, sheet: int) -> QPixmap | None:
        """Return the picture of a sheet, None where it is not at hand."""
        return self._editions.pictures.pixmap(sheet)

    def y_of(self, uid: str) -> float | None:
        """Return how far below the view's upper edge a block or a title begins, None where it is not shown."""
        facts = self._shown_facts()
        places = places_of(self._layout, facts) if facts else {}
        return places[uid] - self._top() if uid in places else None

    def rect_of(self, sheet: int) -> QRectF:
        """Return where a page lies in the view (px of the viewport); null where there is none. sheet: from 1."""
        page = self._layout.page(sheet)
        if page is None:
            return QRectF()
        return QRectF(page.x - self.horizontalScrollBar().value(), page.y - self._top(), page.width, page.height)

    @property
    def sheet(self) -> int:
        """The sheet in the middle of the view, from 1; 0 without pages."""
        return self._sheet

    # zoom

    @property
    def zoom(self) -> Zoom:
        """The zoom asked for."""
        return self._zoom

    @property
    def factor(self) -> float:
        """The zoom in force, of the printed size."""
        return self._layout.factor

    def set_zoom(self, zoom: Zoom) -> None:
        """Zoom; what is in the middle of the view stays there."""
        self._settle()
        self._zoom = zoom
        self._lay_out()

    def step_zoom(self, by: int) -> None:
        """Zoom to the next larger (1) or smaller (-1) step."""
        factor = self.factor
        larger = [step for step in _STEPS if step > factor + 0.01]
        smaller = [step for step in _STEPS if step < factor - 0.01]
        steps = larger[:1] if by > 0 else smaller[-1:]
        if steps:
            self.set_zoom(Zoom(fit=Fit.FREE, factor=steps[0], two_up=self._zoom.two_up))

    def fit(self, fit: Fit) -> None:
        """Let the zoom follow the view."""
        self.set_zoom(Zoom(fit=fit, factor=self.factor, two_up=self._zoom.two_up))

    def set_two_up(self, two_up: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show two pages side by side, or one."""
        self.set_zoom(Zoom(fit=self._zoom.fit, factor=self._zoom.factor, two_up=two_up))

    # walking through the pages

    def scroll_by(self, pixels: int) -> None:
        """Go down, or up for a negative number."""
        self.verticalScrollBar().setValue(self._top() + pixels)

    def turn(self, by: int) -> None:
        """Go a view further (1) or back (-1); by whole pages where these fit."""
        height = self.viewport().height()
        page = self._layout.page(self._sheet)
        if page and page.bottom - page.y <= height:
            self._go_to_row(page.y, by)
        else:
            self.scroll_by(by * (height - LINE))

    def aside(self, by: int) -> None:
        """Go to the right (1) or left (-1); where all is seen, to the next page or the one before."""
        across, page = self.horizontalScrollBar(), self._layout.page(self._sheet)
        if across.maximum():
            across.setValue(across.value() + by * LINE)
        elif page:
            self._go_to_row(page.y, by)

    def go_to_end(self, by: int) -> None:
        """Go to the last page (1) or the first (-1)."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum() if by > 0 else 0)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
        self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._settle()
        self._look()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            top, left = self._top(), self.horizontalScrollBar().value()
            painter.translate(-left, -top)
            area = QRectF(event.rect()).translated(left, top)
            pages = PagePainter(painter, self._scene())
            for page in self._layout.between(area.top(), area.bottom()):
                pages.draw(page)
            pages.draw_bars()
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # what is clicked must still be there when the button comes up
        self._settle()
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        still = (event.position().toPoint() - self._pressed).manhattanLength() < 6
        spot = self._spot(event.position())
        if event.button() == Qt.MouseButton.LeftButton and still and spot:
            self.spot_clicked.emit(spot, self._layout.across(spot, self._in_layout(event.position()).x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not act_on(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(504, 600)

    # inside

    def _settle(self) -> None:
        """Show the edition that is coming, drawn or not."""
        coming = self._editions.coming
        if coming is None:
            return
        layout = self._laid_out(coming)
        top = self._top_in(coming, layout)
        self._editions.show(coming)
        if top is None:
            self._lay_out()
        else:
            self._take(layout, top)
        self._after_edition(coming)

    def _go_to_row(self, y: float, by: int) -> None:
        rows = sorted({page.y for page in self._layout.pages if (page.y > y if by > 0 else page.y < y)})
        if rows:
            self.verticalScrollBar().setValue(round((rows[0] if by > 0 else rows[-1]) - _EDGE))

    def _scene(self) -> PageScene:
        return PageScene(
            layout=self._layout,
            pictures=self._editions.pictures,
            facts=self._shown_facts(),
            article=self._article,
            block=self._block,
        )

    def _shown_facts(self) -> PageFacts | None:
        return self._editions.shown.facts if self._editions.shown else None

    def _after_edition(self, edition: PagesSet) -> None:
        if self._follow:
            self._follow = not self._bring(self._block)
        self.edition_shown.emit(edition)

    def _top_in(self, edition: PagesSet, layout: PageLayout) -> float | None:
        """Return the view's upper edge in another edition so that what is in view stays; None on the front pages."""
        facts = self._shown_facts()
        if facts is None:
            return None
        before, after = places_of(self._layout, facts), places_of(layout, edition.facts)
        return steady_top(before, after, self._top(), self.viewport().height(), self._block)

    def _bring(self, block: str) -> bool:
        """Bring a block of the open article into view. Returns False where it is not printed yet."""
        facts = self._shown_facts()
        pages = facts.of(self._article) if facts else None
        extent = pages.extent(block) if pages else None
        if extent is None:
            return False
        top, height = self._top(), self.viewport().height()
        parts = self._layout.parts(*extent)
        if not any(above < top + height - 24 and below > top + 24 for _, above, below in parts):
            self.verticalScrollBar().setValue(round(self._layout.y_of(extent[0]) - height / 3))
        return True

    def _laid_out(self, edition: PagesSet) -> PageLayout:
        view = self.viewport().size()
        return lay_out(edition.sizes, self._zoom, (view.width(), view.height()))

    def _lay_out(self) -> None:
        """Lay the pages out again where zoom or view have changed; the page in view stays."""
        layout = self._laid_out(self._editions.shown) if self._editions.shown else _NOTHING
        anchor = self._anchor()
        page = layout.page(anchor[0]) if anchor else None
        y = page.y + anchor[1] * page.height - self.viewport().height() / 3 if page and anchor else self._top()
        self._take(layout, y)

    def _take(self, layout: PageLayout, top: float) -> None:
        self._layout = layout
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(LINE)
        self.verticalScrollBar().setRange(0, max(0, round(layout.height) - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, round(layout.width) - view.width()))
        self.verticalScrollBar().setValue(round(top))
        self._look()
        self.zoom_changed.emit(self._zoom, layout.factor)
        self.viewport().update()

    def _anchor(self) -> tuple[int, float] | None:
        """Return the sheet at the view's upper third and how far down it that lies, in parts of the page."""
        y = self._top() + self.viewport().height() / 3
        page = self._layout.page(self._layout.sheet_at(y))
        return (page.sheet, (y - page.y) / page.height) if page and self._top() else None

    def _look(self) -> None:
        """Ask for the pictures of what is seen; let go of those far away; tell which page is in view."""
        seen = self._seen(self._layout, self._top())
        if seen:
            self._editions.pictures.keep_only(range(seen[0] - 4, seen[-1] + 5))
            self._ask(seen, self._layout)
        sheet = self._layout.sheet_at(self._top() + self.viewport().height() / 3)
        if sheet != self._sheet:
            self._sheet = sheet
            facts = self._shown_facts()
            self.setAccessibleDescription(sheet_name(facts, sheet) if facts else "")
            self.sheet_changed.emit(sheet)

    def _ask(self, seen: tuple[int, ...], layout: PageLayout) -> None:
        """Ask for sheets and those beside them: now, and again whenever pages are set, until others are asked for."""
        if not seen:
            return
        ahead = tuple(sheet for sheet in (seen[-1] + 1, seen[0] - 1) if 1 <= sheet <= len(layout.pages))
        asked = ((*seen, *ahead), layout.factor * _SCREEN_INCH * self.devicePixelRatioF())
        if asked != self._asked:
            self._asked = asked
            self.wanted.emit(*asked)

    def _seen(self, layout: PageLayout, top: float) -> tuple[int, ...]:
        return tuple(page.sheet for page in layout.between(top, top + self.viewport().height()))

    def _show_across(self, page: Placed) -> None:
        across, width = self.horizontalScrollBar(), self.viewport().width()
        if not across.value() <= page.x < across.value() + width / 2:
            across.setValue(round(page.x - _EDGE))

    def _spot(self, point: QPointF) -> Spot | None:
        inside = self._in_layout(point)
        return self._layout.spot(inside.x(), inside.y())

    def _in_layout(self, point: QPointF) -> QPointF:
        return point + QPointF(self.horizontalScrollBar().value(), self._top())

    def _top(self) -> int:
        return self.verticalScrollBar().value()
