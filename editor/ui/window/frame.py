"""The window's frame: bars, columns and lists in their places, and the sizes they had last time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from editor.desk.used_words import UsedWords
from editor.ui.app.settings import Settings
from editor.ui.article.copy_fit import CopyFit
from editor.ui.article.format_bar import FormatBar
from editor.ui.article.view import ArticleView
from editor.ui.checks.light import CheckLight
from editor.ui.commands.actions import CommandActions
from editor.ui.commands.left_lists import OUTLINE, LeftLists
from editor.ui.find.bar import FindBar
from editor.ui.intake.collect_sign import CollectSign
from editor.ui.kit.later import LaterPage
from editor.ui.kit.screen_room import screen_room
from editor.ui.kit.widgets import SIZES, fill_column, hairline
from editor.ui.outline.bar import OutlineBar
from editor.ui.outline.foot import OutlineFoot
from editor.ui.outline.view import OutlineView
from editor.ui.pages.bar import PagesBar
from editor.ui.pages.column import PagesColumn
from editor.ui.pages.place import PagesPlace
from editor.ui.pages.strip import PageStrip
from editor.ui.pages.view import PagesView
from editor.ui.review.strip import ReviewStrip
from editor.ui.theme.tokens import Theme
from editor.ui.window.command_table import COMMANDS
from editor.ui.window.library_banner import LibraryBanner
from editor.ui.window.menus import MainMenus
from editor.ui.window.status_line import StatusLine
from editor.ui.window.top_bar import TopBar

if TYPE_CHECKING:
    from editor.ui.new_issue.empty import EmptyView
    from editor.ui.new_issue.empty_issue import EmptyIssueView


_FIRST, _LEAST = QSize(1440, 900), QSize(1048, 600)
# what the columns' edges take
_EDGES = 8


def fills_screen(room: QSize) -> bool:
    """Return whether a window of the first size would reach over a screen's room."""
    return _FIRST.boundedTo(room) != _FIRST


class Frame(QMainWindow):
    """Everything that is seen, showing nothing yet; what fills it is the main window's.

    key_left: a key that nothing took.
    """

    key_left = Signal(object)

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._settings = settings
        self.actions_by_name = CommandActions(COMMANDS, self, theme)
        self.menus = MainMenus(self.actions_by_name, self)
        self._lay_ground()
        # in the order in which Tab leads through them
        self.banner = LibraryBanner(self._base)
        self.top = TopBar(self.actions_by_name, self.menus.main, theme, self.whole)
        self.review_strip = ReviewStrip(self.actions_by_name, self.whole)
        self.outline_bar, self.outline = OutlineBar(self._left), OutlineView(self._lists)
        self.outline_foot = OutlineFoot(self._left)
        self.format_bar, self.find_bar = FormatBar(self.actions_by_name, self._middle), FindBar(theme, self._middle)
        self.empty = LaterPage(self._make_empty, parent=self.stack)
        self.article = ArticleView(theme, self.used_words, self.stack)
        self.article.fold.pin.setChecked(settings.facts_pinned)
        self.article.fold.pinned.connect(lambda on: setattr(settings, "facts_pinned", on))
        self.empty_issue = LaterPage(self._make_empty_issue, parent=self.stack)
        # the pages have no parent yet: their bar, which knows them, comes before them
        self.fit, self.pages, self.strip = CopyFit(self._middle), PagesView(), PageStrip(self.pages_place)
        self.pages_bar = PagesBar(self.pages, self.actions_by_name, self.pages_place)
        self.pages_column = PagesColumn(self.pages_bar, self.strip, self.pages, self.pages_place)
        self.status = StatusLine(self.whole)
        self.light = CheckLight(self.status)
        self.collect_sign = CollectSign(self.status)
        for place, sign in enumerate((self.light, self.collect_sign)):
            self.status.left.insertWidget(place, sign)
        self.setAcceptDrops(True)
        self.setMinimumSize(_LEAST.boundedTo(screen_room(self)))
        self._build()

    def used_words(self) -> UsedWords:
        """Return the words that fields are completed with."""
        return UsedWords()

    def restore(self) -> None:
        """Take the sizes of last time, the design's where there are none."""
        geometry, columns = (self._settings.bytes_of(self._kept(name)) for name in ("geometry", "columns"))
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self._take_first_size()
        if columns.isEmpty() or not self.splitter.restoreState(columns):
            self.reset_layout()
        if self._columns_least > max(screen_room(self).width(), self.width()):
            # kept on a larger screen, or at a smaller size
            self.pages_place.hide()
        # once this window is there, to lie beside it
        QTimer.singleShot(0, self, self.pages_place.restore)

    def keep(self) -> None:
        """Remember the sizes for next time."""
        self.pages_place.keep()
        self._settings.keep_bytes(self._kept("geometry"), self.saveGeometry())
        self._settings.keep_bytes(self._kept("columns"), self.splitter.saveState())
        self._settings.save()

    def _kept(self, name: str) -> str:
        """Return under which name sizes are kept: those at 150 % leave too little room at 100 %."""
        scale = self.devicePixelRatio()
        return name if scale == 1 else f"{name}@{scale:g}"

    def reset_layout(self) -> None:
        """Give columns and zoom their first sizes."""
        self.actions_by_name["view.reset"].trigger()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_left.emit(event)
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.actions_by_name["view.full"].trigger()
        else:
            super().keyPressEvent(event)

    def _take_first_size(self) -> None:
        """Take the design's size, or the whole screen where that, with a title bar, has no room."""
        room = screen_room(self)
        self.resize(_FIRST.boundedTo(room))
        if fills_screen(room):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _lay_ground(self) -> None:
        """Make what everything lies in, from the window inwards, before the parts themselves.

        Under a style sheet a widget is polished anew whenever one that it lies in gets a parent: made from the inside
        outwards, a window took 70 ms more.
        """
        self._base = QWidget(self)
        self.setCentralWidget(self._base)
        # views that take the place of all columns lie over them
        self.rooms = QStackedWidget(self._base)
        self.whole = QWidget(self.rooms)
        self.rooms.addWidget(self.whole)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self.whole)
        self._left, self._middle = QWidget(self.splitter), QWidget(self.splitter)
        self.pages_place = PagesPlace(self._settings, self.splitter)
        self._lists, self.stack = QStackedWidget(self._left), QStackedWidget(self._middle)

    def _build(self) -> None:
        self.lists = LeftLists(self._lists)
        self.outline_bar.chosen.connect(self.lists.show)
        self.lists.shown.connect(self.outline_bar.show_list)
        self.lists.counted.connect(self.outline_bar.show_count)
        self.lists.add(self.outline)
        self._lists.currentChanged.connect(lambda place: self.outline_foot.setVisible(place == OUTLINE))
        for part in (self.empty, self.article, self.empty_issue):
            self.stack.addWidget(part)
        fill_column(self._left, self.outline_bar, hairline(), self._lists, self.outline_foot, ground="sidebar")
        fill_column(self._middle, self.format_bar, hairline(), self.find_bar, self.stack, self.fit, ground="surface")
        self.pages_place.take(self.pages_column)
        self._fit_columns()
        top = (self.top, hairline(), self.review_strip)
        fill_column(self.whole, *top, self.splitter, hairline(), self.status, ground="window", grows=self.splitter)
        # over all of them: whoever only reads is told so wherever they are
        fill_column(self._base, self.banner, self.rooms, ground="window")

    def _make_empty(self, parent: QWidget) -> "EmptyView":
        from editor.ui.new_issue.empty import EmptyView

        return EmptyView(self.actions_by_name, parent)

    def _make_empty_issue(self, parent: QWidget) -> "EmptyIssueView":
        from editor.ui.new_issue.empty_issue import EmptyIssueView

        return EmptyIssueView(self.actions_by_name, parent)

    def _fit_columns(self) -> None:
        beside = SIZES["outline.min"] + SIZES["pages.min"] + _EDGES
        # at 150 % a screen of 1440 has room for 960: the article gives way, the others cannot
        text = min(SIZES["editor.min"], max(SIZES["editor.least"], self.minimumWidth() - beside))
        self._columns_least = text + beside - _EDGES
        leasts = (SIZES["outline.min"], text, SIZES["pages.min"])
        for part, least in zip((self._left, self._middle, self.pages_place), leasts, strict=True):
            part.setMinimumWidth(least)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
