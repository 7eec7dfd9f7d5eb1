"""What takes the place of the columns: it has the pages' worker, and the commands that need the columns rest."""

from PySide6.QtWidgets import QWidget

from editor.ui.commands.context import WindowContext
from editor.ui.commands.state import FullView
from editor.ui.pages.bridge import PagesClient


class FullViewHost:
    """Holds one view at a time. guest: where the worker's answers go."""

    def __init__(self, context: WindowContext, kind: FullView) -> None:
        """Act in one window. kind: of its views, commands name those in which they go on."""
        self._context, self._kind = context, kind
        self.guest = PagesClient(context.rooms)

    def enter(self, view: QWidget) -> None:
        """Show a view in place of the columns."""
        self._context.bridge.acquire(self.guest)
        self._context.states.show_full_view(self._kind)
        self._context.rooms.addWidget(view)
        self._context.rooms.setCurrentWidget(view)

    def leave(self, view: QWidget) -> None:
        """Show the columns again; the view is done with."""
        self._context.states.show_full_view(None)
        opened = self._context.session.opened_issue
        self._context.bridge.release(opened.printable if opened else None)
        self._context.rooms.setCurrentIndex(0)
        self._context.rooms.removeWidget(view)
        view.deleteLater()
