"""The pages of the issue, one below the other, as they will print."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.model.page_facts import PageFacts, Spot
from editor.pages.reports import PagesSet, PictureMade
from editor.ui.pages.layout import Fit, PageLayout, Placed, Zoom, lay_out
from editor.ui.pages.paint import PagePainter
from editor.ui.pages.pictures import PagePictures
from editor.ui.theme.apply import mark

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_SCREEN_INCH = 96
_LINE = 40


class PagesView(QAbstractScrollArea):
    """Shows the latest pages. Only what can be seen is drawn; pictures stay until newer ones are there."""

    wanted = Signal(tuple, float)
    spot_clicked = Signal(object)
    sheet_changed = Signal(int)
    zoom_changed = Signal(object, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("版面")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        mark(self.viewport(), ground="sunken")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._facts: PageFacts | None = None
        self._pictures = PagePictures()
        self._zoom = Zoom()
        self._layout = PageLayout(pages=(), factor=1.0, width=0, height=0)
        self._article = ""
        self._sheet = 0
        self._asked: tuple[tuple[int, ...], float] = ((), 0.0)
        self._pressed = QPoint()

    # what is shown

    def show_pages(self, report: PagesSet) -> None:
        """Show an edition; the place in view stays."""
        self._sizes, self._facts = report.sizes, report.facts
        self._asked = ((), 0.0)
        self._lay_out()

    def show_picture(self, report: PictureMade) -> None:
        """Take in a page's pixels."""
        self._pictures.keep(report.sheet, report.resolution, report.picture)
        self.viewport().update()

    def forget(self) -> None:
        """Show nothing: another issue is coming."""
        self._sizes, self._facts, self._pictures = (), None, PagePictures()
        self.verticalScrollBar().setValue(0)
        self._lay_out()

    def show_article(self, article: str, *, scroll: bool) -> None:
        """Mark an article; scroll: bring its beginning into view."""
        self._article = article
        pages = self._facts.of(article) if self._facts else None
        if pages and scroll:
            self.go_to(pages.start)
        self.viewport().update()

    def go_to(self, spot: Spot) -> None:
        """Bring a spot to the upper part of the view, unless all around it is seen already."""
        page = self._page(spot.sheet)
        if page is None:
            return
        y = page.y + self._pixels(spot.y)
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if not top + 24 <= y <= top + height / 2:
            self.verticalScrollBar().setValue(round(max(0.0, y - height / 8)))

    def go_to_sheet(self, sheet: int) -> None:
        """Bring a sheet's upper edge into view. sheet: from 1."""
        page = self._page(sheet)
        if page:
            self.verticalScrollBar().setValue(round(page.y - 12))

    @property
    def facts(self) -> PageFacts | None:
        """The facts of the pages shown."""
        return self._facts

    def picture_of(self, sheet: int) -> QPixmap | None:
        """Return the picture of a sheet, None where it is not at hand."""
        return self._pictures.pixmap(sheet)

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

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._look()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            top, left = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
            painter.translate(-left, -top)
            area = QRectF(event.rect()).translated(left, top)
            shown = PagePainter(painter, self._pictures, self._facts, self._article)
            for page in self._layout.between(area.top(), area.bottom()):
                shown.draw(page, self._layout.factor)
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        still = (event.position().toPoint() - self._pressed).manhattanLength() < 6
        spot = self._spot(event.position())
        if event.button() == Qt.MouseButton.LeftButton and still and spot:
            self.spot_clicked.emit(spot)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        page = self.viewport().height() - _LINE
        moves = {
            Qt.Key.Key_Down: bar.value() + _LINE,
            Qt.Key.Key_Up: bar.value() - _LINE,
            Qt.Key.Key_PageDown: bar.value() + page,
            Qt.Key.Key_Space: bar.value() + page,
            Qt.Key.Key_PageUp: bar.value() - page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.key() in moves and not event.modifiers():
            bar.setValue(moves[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(504, 600)

    # inside

    def _lay_out(self) -> None:
        anchor = self._anchor()
        view = self.viewport().size()
        self._layout = lay_out(self._sizes, self._zoom, (view.width(), view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(_LINE)
        self.verticalScrollBar().setRange(0, max(0, round(self._layout.height) - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, round(self._layout.width) - view.width()))
        if anchor:
            self._restore(anchor)
        self._look()
        self.zoom_changed.emit(self._zoom, self._layout.factor)
        self.viewport().update()

    def _anchor(self) -> tuple[int, float] | None:
        """Return the sheet at the view's upper third and how far down it that lies, in parts of the page."""
        y = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = self._page(self._layout.sheet_at(y))
        return (page.sheet, (y - page.y) / page.height) if page and self.verticalScrollBar().value() else None

    def _restore(self, anchor: tuple[int, float]) -> None:
        page = self._page(anchor[0])
        if page:
            y = page.y + anchor[1] * page.height - self.viewport().height() / 3
            self.verticalScrollBar().setValue(round(y))

    def _look(self) -> None:
        """Ask for the pictures of what is seen, and of the page after it; let go of those far away."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = tuple(page.sheet for page in self._layout.between(top, top + height))
        if seen:
            ahead = tuple(sheet for sheet in (seen[-1] + 1, seen[0] - 1) if 1 <= sheet <= len(self._sizes))
            asked = ((*seen, *ahead), self._layout.factor * _SCREEN_INCH * self.devicePixelRatioF())
            self._pictures.keep_only(range(seen[0] - 4, seen[-1] + 5))
            if asked != self._asked:
                self._asked = asked
                self.wanted.emit(*asked)
        sheet = self._layout.sheet_at(top + height / 3)
        if sheet != self._sheet:
            self._sheet = sheet
            self.sheet_changed.emit(sheet)

    def _page(self, sheet: int) -> Placed | None:
        return self._layout.pages[sheet - 1] if 1 <= sheet <= len(self._layout.pages) else None

    def _spot(self, point: QPointF) -> Spot | None:
        x = point.x() + self.horizontalScrollBar().value()
        y = point.y() + self.verticalScrollBar().value()
        page = self._layout.at(x, y)
        return Spot(sheet=page.sheet, y=round((y - page.y) / self._pixels(1))) if page else None

    def _pixels(self, micrometres: int) -> float:
        return micrometres * _SCREEN_INCH / 25400 * self._layout.factor
