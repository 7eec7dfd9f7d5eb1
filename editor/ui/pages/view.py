"""The pages of the issue, one below the other, as they will print."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.model.language import tr
from editor.model.page_facts import PageFacts
from editor.ui.pages.caret_follower import CaretFollower
from editor.ui.pages.edition_switch import EditionSwitch
from editor.ui.pages.editions import Editions
from editor.ui.pages.keys import act_on
from editor.ui.pages.layout import Zoom
from editor.ui.pages.navigator import PageNavigator
from editor.ui.pages.paint import PageBoxes, PagePainter, PageScene
from editor.ui.pages.picture_requests import PictureRequests
from editor.ui.pages.scroll_position import ScrollPosition
from editor.ui.pages.words import sheet_name
from editor.ui.theme.apply import set_style

_STILL = 6


class PagesView(QAbstractScrollArea):
    """Shows the latest pages. Only what can be seen is drawn.

    What it is made of: editions (shown and coming) and switch (from one to the next), position (zoom and what is in
    view) and navigator (ways through the pages), follower (the caret's place), requests (pictures asked for).
    sheet: the one in the middle of the view, from 1; 0 without pages.
    """

    wanted = Signal(tuple, float)
    spot_clicked = Signal(object, int)
    sheet_changed = Signal(int)
    zoom_changed = Signal(object, float)
    edition_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("版面"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_style(self.viewport(), ground="sunken")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.editions, self.position = Editions(), ScrollPosition(self)
        self.navigator = PageNavigator(self, self.position)
        self.follower = CaretFollower(self.editions, self.navigator, self.viewport().update)
        self.requests = PictureRequests(self)
        self.switch = EditionSwitch(self.editions, self.position, self.follower, self.requests)
        self.sheet = 0
        self._boxes: PageBoxes | None = None
        self._pressed = QPoint()
        self.navigator.place_wanted.connect(self.switch.settle)
        self.position.laid_out.connect(self._on_laid_out)
        self.requests.wanted.connect(self.wanted)
        self.switch.picture_taken.connect(self.viewport().update)
        self.switch.shown.connect(self.edition_shown)

    @property
    def facts(self) -> PageFacts | None:
        """The facts of the latest pages, shown or not."""
        return self.editions.latest_facts

    def show_boxes(self, boxes: PageBoxes | None) -> None:
        """Box words of the edition that is shown, None for none."""
        if boxes != self._boxes:
            self._boxes = boxes
            self.viewport().update()

    def set_zoom(self, zoom: Zoom) -> None:
        """Zoom; what is in the middle of the view stays there."""
        self.switch.settle()
        self.position.zoom = zoom
        self.position.lay_out(self.editions.shown)

    def step_zoom(self, by: int) -> None:
        """Zoom to the next larger (1) or smaller (-1) step."""
        self.set_zoom(self.position.zoom.stepped(by, self.position.layout.factor))

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.switch.settle()
        self.position.lay_out(self.editions.shown)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.switch.settle()
        self._look()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            top, left = self.position.top, self.position.left
            painter.translate(-left, -top)
            area = QRectF(event.rect()).translated(left, top)
            scene = PageScene(
                layout=self.position.layout,
                pictures=self.editions.pictures,
                facts=self.editions.shown_facts,
                article=self.follower.article,
                block=self.follower.block,
                boxes=self._boxes if self._boxes and self._boxes.edition == self.editions.number else None,
            )
            pages = PagePainter(painter, scene)
            for page in self.position.layout.between(area.top(), area.bottom()):
                pages.draw(page)
            pages.draw_bars()
            pages.draw_boxes()
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # what is clicked must still be there when the button comes up
        self.switch.settle()
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        still = (event.position().toPoint() - self._pressed).manhattanLength() < _STILL
        hit = self.position.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and still and hit:
            self.spot_clicked.emit(*hit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not act_on(event, self.navigator, self.step_zoom):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(504, 600)

    # inside

    def _on_laid_out(self) -> None:
        self._look()
        self.zoom_changed.emit(self.position.zoom, self.position.layout.factor)
        self.viewport().update()

    def _look(self) -> None:
        """Ask for the pictures of what is seen; let go of those far away; tell which page is in view."""
        seen = self.position.seen(self.position.layout, self.position.top)
        if seen:
            self.editions.pictures.keep_only(range(seen[0] - 4, seen[-1] + 5))
            self.requests.ask(seen, self.position.layout)
        sheet = self.position.sheet
        if sheet != self.sheet:
            self.sheet = sheet
            facts = self.editions.shown_facts
            self.setAccessibleDescription(sheet_name(facts, sheet) if facts else "")
            self.sheet_changed.emit(sheet)
