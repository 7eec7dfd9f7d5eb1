"""What is seen: columns, zoom, focus, full screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from editor.ui.outline.bar import CHECKS
from editor.ui.pages.layout import Fit, Zoom
from editor.ui.widgets import SIZES
from editor.ui.window.parts import Commands, Parts

OUTLINE, ARTICLE, PAGES = range(3)
_WIDE = 1400


class ViewCommands:
    """Acts on the columns of one window."""

    def __init__(self, parts: Parts, splitter: QSplitter) -> None:
        """Act in one window."""
        self._parts, self._splitter = parts, splitter

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        pages = self._parts.pages
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
            "view.full": self._set_full_screen,
            "view.reset": self.reset_layout,
        }

    def reset_layout(self) -> None:
        """Give columns and zoom their first sizes."""
        for place in (OUTLINE, ARTICLE, PAGES):
            self._column(place).show()
        whole = self._parts.window.width()
        left, right = (SIZES["outline"], SIZES["pages"]) if whole >= _WIDE else (256, 432)
        self._splitter.setSizes([left, max(SIZES["editor.min"], whole - left - right), right])
        self._parts.pages.set_zoom(Zoom())

    def make_room(self, place: int) -> None:
        """Give the left column the width that its list needs, out of the article's. place: of the list."""
        left, middle, right = self._splitter.sizes()
        wanted = SIZES["checks"] if place == CHECKS else SIZES["outline"]
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
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

        return go

    def _toggle(self, place: int) -> None:
        self._column(place).setVisible(self._column(place).isHidden())

    def _column(self, place: int) -> QWidget:
        part = self._splitter.widget(place)
        assert part is not None, "the window has three columns"  # noqa: S101
        return part

    def _set_full_screen(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        state, full = self._parts.window.windowState(), Qt.WindowState.WindowFullScreen
        self._parts.window.setWindowState(state | full if on else state & ~full)
