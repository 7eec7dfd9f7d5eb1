"""Undo and redo go to the work's history, whatever field has the focus: fields would take the keys for themselves."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Watches one window; dialogs above it keep the undo of their own fields."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if app:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        inside = isinstance(watched, QWidget) and watched.window() is self._window
        if inside and any(event.matches(key) for key in _KEYS):
            event.ignore()
            return True
        return False
