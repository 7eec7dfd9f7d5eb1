"""Full screen, for whichever window is active."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.ui.widgets import application

_FULL = Qt.WindowState.WindowFullScreen


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
