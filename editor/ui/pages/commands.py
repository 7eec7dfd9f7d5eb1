"""How the pages are seen: zoom, one or two of them, small ones beside, a window of their own."""

from dataclasses import replace

from PySide6.QtCore import QByteArray

from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.pages.column import PagesColumn
from editor.ui.pages.layout import Fit, Zoom
from editor.ui.pages.place import PagesPlace

_STRIP = "pages.strip"


class PagesCommands:
    """Acts on the pages of one window."""

    def __init__(self, context: WindowContext, place: PagesPlace, column: PagesColumn) -> None:
        """Act in one window. place: where the pages column stands."""
        self._context, self._pages = context, context.pages
        self._place, self._column = place, column
        place.apart_changed.connect(context.actions["view.window"].setChecked)
        context.pages.zoom_changed.connect(self._on_zoom_changed)
        self._restore_strip()

    def step_zoom(self, by: int) -> None:
        """Show the pages larger (1) or smaller (-1)."""
        self._pages.step_zoom(by)

    def fit(self, fit: Fit) -> None:
        """Fit the pages into their column."""
        position = self._pages.position
        self._pages.set_zoom(replace(position.zoom, fit=fit, factor=position.layout.factor))

    def set_two_up(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show two pages side by side, or one."""
        self._pages.set_zoom(replace(self._pages.position.zoom, two_up=on))

    def set_apart(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show the pages in a window of their own, or among the columns."""
        self._place.set_apart(on)

    def show_strip(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show the small pages, or hide them; it is kept."""
        self._column.show_strip(on)
        self._context.settings.keep_bytes(_STRIP, QByteArray(b"1" if on else b""))

    def _on_zoom_changed(self, zoom: Zoom, _factor: float) -> None:
        actions = self._context.actions
        actions["view.fitwidth"].setChecked(zoom.fit is Fit.WIDTH)
        actions["view.fitpage"].setChecked(zoom.fit is Fit.PAGE)
        actions["view.twoup"].setChecked(zoom.two_up)

    def _restore_strip(self) -> None:
        on = not self._context.settings.bytes_of(_STRIP).isEmpty()
        self._context.actions["view.thumbs"].setChecked(on)
        self._column.show_strip(on)


COMMANDS = CommandSet(
    PagesCommands,
    (
        Command(
            name="zoom.in",
            text=tr("放大"),
            english="Zoom in",
            icon="zoom.in",
            keys=("Ctrl+=",),
            places=(CommandGroup.VIEW.at(120), CommandBar.PAGES_ZOOM.at(20)),
            run=lambda it: it.step_zoom(1),
        ),
        Command(
            name="zoom.out",
            text=tr("缩小"),
            english="Zoom out",
            icon="zoom.out",
            keys=("Ctrl+-",),
            places=(CommandGroup.VIEW.at(130), CommandBar.PAGES_ZOOM.at(10)),
            run=lambda it: it.step_zoom(-1),
        ),
        Command(
            name="view.fitwidth",
            text=tr("适合宽度"),
            english="Fit width",
            icon="view.fitwidth",
            keys=("Ctrl+0",),
            places=(CommandGroup.VIEW.at(140), CommandMenu.VIEW.at(10), CommandMenu.ZOOM.at(10)),
            choice="fit",
            switch=lambda it, _on: it.fit(Fit.WIDTH),
        ),
        Command(
            name="view.fitpage",
            text=tr("整页"),
            english="Fit page",
            icon="view.fitpage",
            keys=("Ctrl+9",),
            places=(CommandGroup.VIEW.at(150), CommandMenu.VIEW.at(20), CommandMenu.ZOOM.at(20)),
            choice="fit",
            switch=lambda it, _on: it.fit(Fit.PAGE),
        ),
        Command(
            name="view.twoup",
            text=tr("双页"),
            english="Two pages",
            icon="view.twoup",
            keys=("Ctrl+8",),
            places=(CommandGroup.VIEW.at(160), CommandMenu.VIEW.at(30), CommandBar.PAGES_END.at(10)),
            switch=PagesCommands.set_two_up,
        ),
        Command(
            name="view.thumbs",
            text=tr("缩略图"),
            english="Thumbnails",
            icon="view.thumbs",
            keys=("Shift+F5",),
            places=(CommandGroup.VIEW.at(170), CommandBar.PAGES_START.at(10), CommandMenu.VIEW.at(40)),
            switch=PagesCommands.show_strip,
        ),
        Command(
            name="view.window",
            text=tr("版面独立窗口"),
            english="Pages in own window",
            icon="view.window",
            keys=("Ctrl+Shift+F5",),
            places=(CommandGroup.VIEW.at(180), CommandMenu.VIEW.at(50), CommandBar.PAGES_END.at(20)),
            switch=PagesCommands.set_apart,
        ),
    ),
)
