"""The pointer over texts of figures and tables: it opens them, and chooses several cells."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit

from editor.model.block_texts import TextLocation
from editor.ui.body.object_field import Surroundings
from editor.ui.body.object_texts import ObjectTexts
from editor.ui.body.object_walk import is_inside
from editor.ui.body.objects import BodyObjects
from editor.ui.body.places import lines_of, object_corner, uid_of
from editor.ui.body.shapes import Kind, kind_of


class TextMouse(QObject):
    """Of one body; what it does not take is Qt's."""

    def __init__(self, edit: QTextEdit, objects: BodyObjects, texts: ObjectTexts, around: Surroundings) -> None:
        super().__init__(edit)
        self._edit, self._objects, self._texts, self._around = edit, objects, texts, around
        self._pressed = False
        edit.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or self._edit.isReadOnly():
            return False
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return self._press(event)
        if event.type() == QEvent.Type.MouseMove and self._pressed:
            self._drag(event.position())
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._pressed:
            self._pressed = False
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        over = text_under(self._edit, self._objects, event.position())
        if over is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return False
        table, cells = self._texts.table, self._texts.cells
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and table and over.block == table.uid:
            self._around.drag(event.position())
        elif not (event.button() == Qt.MouseButton.RightButton and table and cells and is_inside(table, cells, over)):
            self._texts.open(over, caret=event.position())
        if self._texts.field:
            self._texts.field.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        return True

    def _drag(self, point: QPointF) -> None:
        field = self._texts.field
        if field and not self._around.drag(point):
            field.set_caret(point, keep=True)


def text_under(edit: QTextEdit, objects: BodyObjects, point: QPointF) -> TextLocation | None:
    """Return the text of a figure or table that is at a point of the body (px), None for none."""
    document = edit.document()
    for line in lines_of(document):
        if kind_of(line.blockFormat()) is not Kind.OBJECT:
            continue
        drawing = objects.drawing(uid_of(line))
        inside = point - object_corner(document, uid_of(line))
        if drawing and 0 <= inside.y() <= drawing.height:
            return next((at for at, place in drawing.places.items() if place.area.contains(inside)), None)
    return None
