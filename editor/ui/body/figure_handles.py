"""The handles at the sides of a chosen figure: dragged, they change its width, which is shown meanwhile."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QTextEdit

from editor.model.block_kinds import as_figure
from editor.model.body import Figure
from editor.model.language import tr
from editor.ui.body.caret import BodyCaret
from editor.ui.body.edits import BodyEdits
from editor.ui.body.objects import BodyObjects
from editor.ui.body.overlay import paint_frame, paint_handle, paint_words
from editor.ui.body.places import object_corner

NARROWEST, WIDEST, STEP = 200, 1000, 10
"""Of a figure, in thousandths of the measure: what its dialog offers."""
_REACH = 6


class FigureHandles(QObject):
    """Of one body. dragged: the figure as it is while a handle is held, None while none is."""

    def __init__(self, edit: QTextEdit, objects: BodyObjects, caret: BodyCaret, edits: BodyEdits) -> None:
        super().__init__(edit)
        self._edit, self._objects, self._caret, self._edits = edit, objects, caret, edits
        self.dragged: Figure | None = None
        edit.viewport().setMouseTracking(True)
        edit.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or self._edit.isReadOnly():
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self.dragged = self._figure() if self._is_over(event.position()) else None
        elif event.type() == QEvent.Type.MouseMove and self.dragged:
            self._drag(self.dragged, event.position())
        elif event.type() == QEvent.Type.MouseMove:
            over = self._is_over(event.position())
            self._edit.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor)
            return over
        elif event.type() == QEvent.Type.MouseButtonRelease and self.dragged:
            self._release(self.dragged)
            return True
        return self.dragged is not None

    def give_up(self) -> bool:
        """Let a figure that is being dragged be as it was. Returns whether one is."""
        figure, self.dragged = self.dragged, None
        if figure:
            self._objects.tried.pop(figure.uid, None)
            self._edits.lay_object(figure.uid)
        return figure is not None

    def paint(self, painter: QPainter) -> None:
        """Paint frame and handles of the chosen figure, and its width while that is dragged."""
        picture = self._picture()
        if picture is None:
            return
        theme = self._objects.theme
        paint_frame(painter, picture.adjusted(-2, 1, 2, 1), theme)
        if self._edit.isReadOnly():
            return
        for x in (picture.left(), picture.right()):
            inside = min(max(x, 4), self._objects.measure - 5)
            paint_handle(painter, QPointF(inside, picture.center().y()), theme)
        if self.dragged:
            words = tr("版心宽 {value:.0f}%", value=self.dragged.width / 10)
            paint_words(painter, words, picture, theme)

    def _drag(self, figure: Figure, point: QPointF) -> None:
        wide = 2000 * abs(point.x() - self._objects.measure / 2) / max(1, self._objects.measure)
        width = min(max(STEP * round(wide / STEP), NARROWEST), WIDEST)
        if width != figure.width:
            self.dragged = self._objects.tried[figure.uid] = replace(figure, width=width)
            self._edits.lay_object(figure.uid)

    def _release(self, figure: Figure) -> None:
        now = self._figure()
        self.give_up()
        if now and now.width != figure.width:
            self._edits.put_object(figure, title=tr("改图宽"))

    def _figure(self) -> Figure | None:
        chosen = self._caret.chosen_object()
        return as_figure(chosen) if chosen else None

    def _picture(self) -> QRectF | None:
        """Return where the chosen figure's picture stands (px of the body)."""
        figure = self._figure()
        drawing = self._objects.drawing(figure.uid) if figure else None
        if figure is None or drawing is None or drawing.grip is None:
            return None
        return drawing.grip.translated(object_corner(self._edit.document(), figure.uid))

    def _is_over(self, point: QPointF) -> bool:
        picture = self._picture()
        if picture is None or not picture.top() <= point.y() <= picture.bottom():
            return False
        return min(abs(point.x() - picture.left()), abs(point.x() - picture.right())) <= _REACH
