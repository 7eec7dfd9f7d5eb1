"""Full screen, for whichever window is active."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

_TOLD = frozenset({QEvent.Type.WindowStateChange, QEvent.Type.ActivationChange})
_FULL = Qt.WindowState.WindowFullScreen


class FullScreen(QObject):
    """Keeps a command in step with the active window. windows: those there are now, the main one first."""

    def __init__(self, action: QAction, windows: Callable[[], tuple[QWidget, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._action, self._windows = action, windows
        self.watch()

    def watch(self) -> None:
        """Follow the windows there are now."""
        for window in self._windows():
            window.removeEventFilter(self)
            window.installEventFilter(self)
        self._show()

    def set_full(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Let the active window fill the screen, or give it its size back."""
        window = self._active()
        window.setWindowState(window.windowState() | _FULL if on else window.windowState() & ~_FULL)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOLD:
            self._show()
        return super().eventFilter(watched, event)

    def _active(self) -> QWidget:
        windows = self._windows()
        return next((window for window in windows if window.isActiveWindow()), windows[0])

    def _show(self) -> None:
        self._action.setChecked(self._active().isFullScreen())
