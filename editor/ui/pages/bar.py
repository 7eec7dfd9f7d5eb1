"""The bar above the pages: where the view stands, and its zoom."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from editor.model.language import tr
from editor.ui.commands.actions import CommandActions
from editor.ui.commands.places import CommandBar, CommandMenu
from editor.ui.kit.cut_buttons import SteadyButton
from editor.ui.kit.widgets import bar_frame, bar_tool
from editor.ui.pages.layout import Fit, Zoom
from editor.ui.pages.view import PagesView
from editor.ui.pages.words import place_words
from editor.ui.theme.apply import set_style

_FREE = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_NAMES = {Fit.WIDTH: tr("适合宽度"), Fit.PAGE: tr("整页")}


class PagesBar(QWidget):
    """Small pages, folio of the page in view, zoom, one or two pages, own window, full screen."""

    def __init__(self, view: PagesView, actions: CommandActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._place = QLabel()
        self._place.setTextFormat(Qt.TextFormat.RichText)
        self._zoom = SteadyButton(tr("适合宽度"), lambda: [*_NAMES.values(), f"{_FREE[-1]:.0%}"])
        self._zoom.setProperty("small", "true")
        self._zoom.setProperty("opens", "true")
        set_style(self._zoom, kind="tool")
        self._zoom.setToolTip(tr("缩放"))
        self._zoom.setMenu(self._zoom_menu(actions))
        row = bar_frame(self)
        row.setContentsMargins(8, 0, 8, 0)
        for action, _ in actions.placed(CommandBar.PAGES_START):
            row.addWidget(bar_tool(action))
        row.addSpacing(4)
        row.addWidget(self._place)
        row.addStretch()
        smaller, larger = (bar_tool(action) for action, _ in actions.placed(CommandBar.PAGES_ZOOM))
        for part in (smaller, self._zoom, larger):
            row.addWidget(part)
        self._folding = [bar_tool(action) for action, _ in actions.placed(CommandBar.PAGES_END)]
        for tool in self._folding:
            row.addWidget(tool)
        view.sheet_changed.connect(self.show_place)
        view.edition_shown.connect(lambda _edition: self.show_place(view.sheet))
        view.zoom_changed.connect(self._on_zoom_changed)

    def minimumSizeHint(self) -> QSize:
        # what does not fit is left out: the bar asks for no room
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hidden = sum(tool.sizeHint().width() for tool in self._folding if tool.isHidden())
        over = self.sizeHint().width() + hidden - self.width()
        for tool in self._folding:
            tool.setVisible(over <= 0)
            over -= tool.sizeHint().width()

    def show_place(self, sheet: int) -> None:
        """Say which page is in view. sheet: from 1, 0 without pages."""
        facts = self._view.facts
        name, rest = place_words(facts, sheet) if facts else ("", tr("正在排版…"))
        self._place.setText(f"<b>{name}</b>{rest}")

    def _zoom_menu(self, actions: CommandActions) -> QMenu:
        menu = QMenu(self)
        actions.fill(menu, CommandMenu.ZOOM)
        menu.addSeparator()
        for factor in _FREE:
            menu.addAction(f"{factor:.0%}").triggered.connect(lambda _on=False, factor=factor: self._set_free(factor))
        return menu

    def _set_free(self, factor: float) -> None:
        self._view.set_zoom(replace(self._view.position.zoom, fit=Fit.FREE, factor=factor))

    def _on_zoom_changed(self, zoom: Zoom, factor: float) -> None:
        self._zoom.setText(_NAMES.get(zoom.fit, f"{factor:.0%}"))
