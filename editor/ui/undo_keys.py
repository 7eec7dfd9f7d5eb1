"""Undo and redo go to the window's one history: fields would take the keys for themselves."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def leave_undo_to_window(field: QWidget) -> None:
    """Make a field leave undo and redo to the commands of its window."""
    field.installEventFilter(_UndoKeys(field))


class _UndoKeys(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(key) for key in _KEYS):
            event.ignore()
            return True
        return False
