"""What is seen of the window: columns, focus, full screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.commands.state import FullView, issue_open
from editor.ui.kit.screen_room import screen_room
from editor.ui.kit.widgets import SIZES, application
from editor.ui.pages.layout import Zoom
from editor.ui.pages.place import PagesPlace

OUTLINE, ARTICLE, PAGES = range(3)
_WIDE = 1400
_FULL = Qt.WindowState.WindowFullScreen


class LayoutCommands:
    """Acts on the columns of one window. full: fills the screen with whichever window is active."""

    def __init__(self, context: WindowContext, splitter: QSplitter, place: PagesPlace) -> None:
        """Act in one window. place: where the pages column stands."""
        self._context, self._splitter, self._place = context, splitter, place
        self.full = FullScreen(context.actions["view.full"], self._windows, context.window)
        self._targets: dict[int, QWidget] = {
            OUTLINE: context.outline,
            ARTICLE: context.article.body,
            PAGES: context.pages,
        }
        place.apart_changed.connect(lambda _on: self._on_apart_changed())

    def reset_layout(self) -> None:
        """Give columns and zoom their first sizes."""
        self._place.set_apart(False)
        for place in (OUTLINE, ARTICLE, PAGES):
            self._column(place).show()
        self._make_way_for(OUTLINE)
        whole = self._context.window.width()
        left, right = (SIZES["outline"], SIZES["pages"]) if whole >= _WIDE else (256, 432)
        self._splitter.setSizes([left, max(SIZES["editor.min"], whole - left - right), right])
        self._context.pages.set_zoom(Zoom())

    def focus_on_text(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show the article alone, or all columns again."""
        for place in (OUTLINE, PAGES):
            self._column(place).setVisible(not on)
        self._context.article.body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go(self, place: int) -> None:
        """Show a column and give it the keyboard."""
        self._column(place).show()
        self._make_way_for(place)
        target = self._targets[place]
        target.activateWindow()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_facts(self) -> None:
        """Open the facts of the open article and give them the keyboard."""
        self.go(ARTICLE)
        if self._context.article.isVisible():
            self._context.article.fold.enter(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self, place: int) -> None:
        """Show a column, or hide it."""
        if place == PAGES and self._place.own:
            self._place.set_apart(False)
            return
        self._column(place).setVisible(self._column(place).isHidden())
        self._make_way_for(place)

    def _make_way_for(self, place: int) -> None:
        """Hide the other side column where the screen has no room for both."""
        window, least = self._context.window, sum(self._column(one).minimumWidth() for one in self._shown())
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
        return (self._context.window, own) if own else (self._context.window,)

    def _on_apart_changed(self) -> None:
        if self._place.own:
            self._place.own.state_changed.connect(self.full.show_state)
        self.full.show_state()


class FullScreen(QObject):
    """Keeps a command in step with the active window. windows: those there are now, the main one first.

    No event filter: one in Python on a window that is still there when the program ends brings the program down.
    """

    def __init__(self, action: QAction, windows: Callable[[], tuple[QWidget, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._action, self._windows = action, windows
        application().focusWindowChanged.connect(self.show_state)

    def toggle(self) -> None:
        """Let the active window fill the screen, or give it its size back."""
        window = self._active()
        window.setWindowState(window.windowState() ^ _FULL)
        self.show_state()

    def show_state(self) -> None:
        """Check the command if the active window fills the screen."""
        self._action.setChecked(self._active().isFullScreen())

    def _active(self) -> QWidget:
        windows = self._windows()
        return next((window for window in windows if window.isActiveWindow()), windows[0])


COMMANDS = CommandSet(
    LayoutCommands,
    (
        Command(
            name="view.outline",
            text=tr("目录栏"),
            english="Outline column",
            icon="view.outline",
            keys=("Ctrl+Shift+L",),
            places=(CommandGroup.VIEW.at(40),),
            run=lambda it: it.toggle(OUTLINE),
        ),
        Command(
            name="view.pages",
            text=tr("版面栏"),
            english="Pages column",
            icon="view.pages",
            keys=("Ctrl+Shift+P",),
            places=(CommandGroup.VIEW.at(50),),
            run=lambda it: it.toggle(PAGES),
        ),
        Command(
            name="go.outline",
            text=tr("到目录"),
            english="Go to outline",
            keys=("Ctrl+T",),
            places=(CommandGroup.VIEW.at(90),),
            run=lambda it: it.go(OUTLINE),
        ),
        Command(
            name="go.article",
            text=tr("到文章"),
            english="Go to article, editor",
            keys=("Ctrl+E",),
            places=(CommandGroup.VIEW.at(100),),
            run=lambda it: it.go(ARTICLE),
        ),
        Command(
            name="go.facts",
            text=tr("到文章信息"),
            english="Go to article information, source, link",
            keys=("Ctrl+Alt+I",),
            places=(CommandGroup.VIEW.at(105),),
            available=issue_open,
            run=LayoutCommands.go_to_facts,
        ),
        Command(
            name="go.pages",
            text=tr("到版面"),
            english="Go to pages",
            keys=("F5",),
            places=(CommandGroup.VIEW.at(110),),
            run=lambda it: it.go(PAGES),
        ),
        Command(
            name="view.focus",
            text=tr("专心写"),
            english="Focus mode",
            icon="view.focus",
            keys=("F8",),
            places=(CommandGroup.VIEW.at(190), CommandMenu.VIEW.at(60)),
            switch=LayoutCommands.focus_on_text,
        ),
        Command(
            name="view.full",
            text=tr("全屏"),
            english="Full screen",
            icon="view.full",
            keys=("F11",),
            places=(CommandGroup.VIEW.at(200), CommandMenu.VIEW.at(70), CommandBar.PAGES_END.at(30)),
            full_views=frozenset(FullView),
            switch=lambda it, _on: it.full.toggle(),
        ),
        Command(
            name="more",
            text=tr("更多"),
            english="More, menu",
            icon="more",
        ),
        Command(
            name="view.reset",
            text=tr("恢复窗口布局"),
            english="Reset window layout",
            icon="restore",
            places=(CommandGroup.VIEW.at(220), CommandMenu.VIEW.at(80)),
            run=LayoutCommands.reset_layout,
        ),
    ),
)
