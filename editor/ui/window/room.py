"""What takes the place of the columns: it has the pages' worker, and the commands that need the columns rest."""

from collections.abc import Collection

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from editor.ui.pages.bridge import PagesBridge, PagesGuest
from editor.ui.window.parts import Parts


class Room:
    """Holds one view at a time. guest: where the worker's answers go; stays: commands that go on."""

    def __init__(self, parts: Parts, rooms: QStackedWidget, bridge: PagesBridge, *, stays: Collection[str]) -> None:
        """Act in one window. rooms: what fills it, the columns first."""
        self._parts, self._rooms, self._bridge, self._stays = parts, rooms, bridge, stays
        self.guest = PagesGuest(rooms)
        self._resting: dict[QAction, bool] = {}

    def enter(self, view: QWidget) -> None:
        """Show a view in place of the columns."""
        self._bridge.lend(self.guest)
        resting = [action for name, action in self._parts.actions.items() if name not in self._stays]
        self._resting = {action: action.isEnabled() for action in resting}
        for action in resting:
            action.setEnabled(False)
        self._rooms.addWidget(view)
        self._rooms.setCurrentWidget(view)

    def leave(self, view: QWidget) -> None:
        """Show the columns again; the view is done with."""
        for action, enabled in self._resting.items():
            action.setEnabled(enabled)
        self._bridge.take_back(self._parts.session.open_issue)
        self._rooms.setCurrentIndex(0)
        self._rooms.removeWidget(view)
        view.deleteLater()
