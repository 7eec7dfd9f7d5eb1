"""A line break of a title dragged by its handle."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit, QToolTip

from editor.model.article import Title
from editor.model.language import tr
from editor.ui.kit import title_breaks


class BreakDrag(QObject):
    """Takes the pointer's events of a title's viewport while a handle is held.

    title: the title as it stands; take: shows a title that was made here.
    """

    def __init__(self, edit: QTextEdit, title: Callable[[], Title], take: Callable[[Title], None]) -> None:
        super().__init__(edit)
        self._edit, self._title, self._take = edit, title, take
        self._dragged = -1
        edit.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._dragged = title_breaks.handle_at(self._edit, event.position().toPoint())
                return self._dragged >= 0
            case QEvent.Type.MouseMove:
                return self._on_moved(event)
            case QEvent.Type.MouseButtonRelease:
                return self._on_released(event)
            case _:
                return False

    def _on_moved(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        if self._dragged < 0:
            over = not self._edit.isReadOnly() and title_breaks.handle_at(self._edit, point) >= 0
            shape = Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.IBeamCursor
            self._edit.viewport().setCursor(shape)
            return False
        lines = self._moved(point).lines
        QToolTip.showText(event.globalPosition().toPoint(), tr("松开后：{lines}", lines=" / ".join(lines)), self._edit)
        return True

    def _on_released(self, event: QMouseEvent) -> bool:
        if self._dragged < 0:
            return False
        moved = self._moved(event.position().toPoint())
        self._dragged = -1
        QToolTip.hideText()
        self._take(moved)
        return True

    def _moved(self, point: QPoint) -> Title:
        """Return the title with the dragged break where the pointer is."""
        there = self._edit.cursorForPosition(point)
        return title_breaks.moved(self._title(), self._dragged, title_breaks.offset(there))
