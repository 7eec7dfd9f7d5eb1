"""Articles and files dragged over the outline: where they would land is shown, and told when they are let go."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTreeView

from editor.model.edits import ArticlePosition
from editor.ui.kit.drop_cue import dropped_files
from editor.ui.kit.drop_mark import DropMark
from editor.ui.outline.model import ARTICLES_FORMAT, OutlineModel
from editor.ui.outline.rows import PLACES, OutlineRowKind

_LEFT, _RIGHT = 32, 8


class _Target(NamedTuple):
    """Where a drop goes. below: its line lies below the row (True) or above it, None: the row itself takes it in."""

    position: ArticlePosition
    row: QRect
    below: bool | None


class OutlineDrops(QObject):
    """Of one outline. Articles land between two articles, on a section at its end, right below its name at its head.

    files_dropped: files from elsewhere, and where the articles made of them go.
    """

    files_dropped = Signal(tuple, object)

    def __init__(self, view: QTreeView, model: OutlineModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.mark = DropMark(view.viewport())
        # Qt's own mark stays where it last was when nothing is taken, and knows no row that takes in at its end
        view.setDropIndicatorShown(False)
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter:
                assert isinstance(event, QDragEnterEvent)  # noqa: S101 - what Qt sends
                return self._on_entered(event)
            case QEvent.Type.DragMove:
                assert isinstance(event, QDragMoveEvent)  # noqa: S101 - what Qt sends
                return self._on_moved(event)
            case QEvent.Type.Drop:
                assert isinstance(event, QDropEvent)  # noqa: S101 - what Qt sends
                return self._on_dropped(event)
            case QEvent.Type.DragLeave:
                self.mark.hide()
        return False

    def _on_entered(self, event: QDragEnterEvent) -> bool:
        if not dropped_files(event.mimeData()):
            return False
        # where nothing can be changed the window says what becomes of them
        event.setAccepted(self._model.writable)
        return True

    def _on_moved(self, event: QDragMoveEvent) -> bool:
        # scrolls where the pointer comes to an edge
        QTreeView.dragMoveEvent(self._view, event)
        target = self._target(event)
        event.setAccepted(target is not None)
        if target is None:
            self.mark.hide()
        elif target.below is None:
            self.mark.show_frame(target.row.adjusted(_RIGHT, 0, -_RIGHT, 0))
        else:
            y = target.row.bottom() + 1 if target.below else target.row.top()
            self.mark.show_line(_LEFT, y, self._view.viewport().width() - _RIGHT)
        return True

    def _on_dropped(self, event: QDropEvent) -> bool:
        target, keys = self._target(event), self._keys(event)
        self.mark.hide()
        # Qt's own would look for a place by other rules; this ends the view's drag without one
        QTreeView.dragLeaveEvent(self._view, QDragLeaveEvent())
        files = dropped_files(event.mimeData())
        if not files:
            event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if target and keys:
            self._model.dropped.emit(keys, target.position)
        elif target and files:
            self.files_dropped.emit(files, target.position)
        return True

    def _keys(self, event: QDropEvent) -> tuple[str, ...]:
        return tuple(bytes(event.mimeData().data(ARTICLES_FORMAT).data()).decode().split())

    def _target(self, event: QDropEvent) -> _Target | None:
        point = event.position().toPoint()
        index = self._view.indexAt(point)
        row, rect, keys = self._model.row_at(index), self._view.visualRect(index), self._keys(event)
        if row is None or not self._model.writable or keys == (row.key,):
            return None
        if not keys and not dropped_files(event.mimeData()):
            return None
        lower = point.y() > rect.center().y()
        if row.kind is OutlineRowKind.ARTICLE:
            position = self._model.place_for(index.row() + lower, index.parent())
            return _Target(position, rect, below=lower) if position else None
        filled = bool(row.children) and row.children[0].kind is OutlineRowKind.ARTICLE
        if row.kind in PLACES and lower and filled and self._view.isExpanded(index):
            return _Target(ArticlePosition(section=row.place, position=0), rect, below=True)
        position = self._model.place_for(-1, index)
        return _Target(position, rect, below=None) if position else None
