"""What is seen: columns, zoom, focus, full screen."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from editor.ui.outline.bar import CHECKS, NOTES, TRACKING
from editor.ui.pages.column import PagesColumn
from editor.ui.pages.layout import Fit, Zoom
from editor.ui.pages.place import PagesPlace
from editor.ui.screen_room import screen_room
from editor.ui.widgets import SIZES
from editor.ui.window.full_screen import FullScreen
from editor.ui.window.parts import Commands, Parts

OUTLINE, ARTICLE, PAGES = range(3)
_WIDE = 1400
_STRIP = "pages.strip"


class ViewCommands:
    """Acts on the columns of one window."""

    def __init__(self, parts: Parts, splitter: QSplitter, place: PagesPlace, column: PagesColumn) -> None:
        """Act in one window. place: where the pages column stands."""
        self._parts, self._splitter = parts, splitter
        self._place, self._pages_column = place, column
        self._full = FullScreen(parts.actions["view.full"], self._windows, parts.window)
        place.apart_changed.connect(self._on_apart_changed)
        parts.pages.zoom_changed.connect(self._on_zoom_changed)
        self._restore_strip()

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        pages, place = self._parts.pages, self._place
        return {
            "article.next": lambda: self._parts.outline.step(1),
            "article.previous": lambda: self._parts.outline.step(-1),
            "view.outline": lambda: self._toggle(OUTLINE),
            "view.pages": lambda: self._toggle(PAGES),
            "go.outline": self._go(OUTLINE, self._parts.outline),
            "go.article": self._go(ARTICLE, self._parts.article.body),
            "go.pages": self._go(PAGES, pages),
            "zoom.in": lambda: pages.step_zoom(1),
            "zoom.out": lambda: pages.step_zoom(-1),
            "view.fitwidth": lambda: pages.fit(Fit.WIDTH),
            "view.fitpage": lambda: pages.fit(Fit.PAGE),
            "view.twoup": pages.set_two_up,
            "view.focus": self.focus_on_text,
            "view.full": lambda _on: self._full.toggle(),
            "view.thumbs": self._set_strip,
            "view.window": place.set_apart,
            "view.reset": self.reset_layout,
        }

    def reset_layout(self) -> None:
        """Give columns and zoom their first sizes."""
        self._place.set_apart(False)
        for place in (OUTLINE, ARTICLE, PAGES):
            self._column(place).show()
        self._make_way_for(OUTLINE)
        whole = self._parts.window.width()
        left, right = (SIZES["outline"], SIZES["pages"]) if whole >= _WIDE else (256, 432)
        self._splitter.setSizes([left, max(SIZES["editor.min"], whole - left - right), right])
        self._parts.pages.set_zoom(Zoom())

    def make_room(self, place: int) -> None:
        """Give the left column the width that its list needs, out of the article's. place: of the list."""
        left, middle, right = self._splitter.sizes()
        wanted = SIZES["checks"] if place in (CHECKS, NOTES, TRACKING) else SIZES["outline"]
        usual = {SIZES["checks"], SIZES["outline"]}
        # a width that the user chose stays
        if left in usual and middle + left - wanted >= SIZES["editor.min"]:
            self._splitter.setSizes([wanted, middle + left - wanted, right])

    def focus_on_text(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show the article alone, or all columns again."""
        for place in (OUTLINE, PAGES):
            self._column(place).setVisible(not on)
        self._parts.article.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self, place: int, target: QWidget) -> Callable[[], None]:
        def go() -> None:
            self._column(place).show()
            self._make_way_for(place)
            target.activateWindow()
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

        return go

    def _toggle(self, place: int) -> None:
        if place == PAGES and self._place.own:
            self._place.set_apart(False)
            return
        self._column(place).setVisible(self._column(place).isHidden())
        self._make_way_for(place)

    def _make_way_for(self, place: int) -> None:
        """Hide the other side column where the screen has no room for both."""
        window, least = self._parts.window, sum(self._column(one).minimumWidth() for one in self._shown())
        room = max(screen_room(window).width(), window.width())
        if place != ARTICLE and least > room:
            self._column(PAGES if place == OUTLINE else OUTLINE).hide()

    def _shown(self) -> list[int]:
        return [place for place in (OUTLINE, ARTICLE, PAGES) if not self._column(place).isHidden()]

    def _column(self, place: int) -> QWidget:
        part = self._splitter.widget(place)
        assert part is not None, "the window has three columns"  # noqa: S101
        return part

    def _windows(self) -> tuple[QWidget, ...]:
        own = self._place.own
        return (self._parts.window, own) if own else (self._parts.window,)

    def _on_zoom_changed(self, zoom: Zoom, _factor: float) -> None:
        actions = self._parts.actions
        actions["view.fitwidth"].setChecked(zoom.fit is Fit.WIDTH)
        actions["view.fitpage"].setChecked(zoom.fit is Fit.PAGE)
        actions["view.twoup"].setChecked(zoom.two_up)

    def _on_apart_changed(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._parts.actions["view.window"].setChecked(on)
        if self._place.own:
            self._place.own.state_changed.connect(self._full.show_state)
        self._full.show_state()

    def _set_strip(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._pages_column.show_strip(on)
        self._parts.settings.keep_bytes(_STRIP, QByteArray(b"1" if on else b""))

    def _restore_strip(self) -> None:
        on = not self._parts.settings.bytes_of(_STRIP).isEmpty()
        self._parts.actions["view.thumbs"].setChecked(on)
        self._pages_column.show_strip(on)
