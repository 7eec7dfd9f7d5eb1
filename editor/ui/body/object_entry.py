"""The way from the body's text into a figure or table, by keys, and out of one that is chosen as a whole."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from editor.model.block_texts import TextField
from editor.ui.body.caret import BodyCaret
from editor.ui.body.keyboard import is_typing
from editor.ui.body.object_keys import ARROWS, ENTER
from editor.ui.body.object_walk import TextStep, way_in
from editor.ui.body.object_ways import ObjectWays
from editor.ui.body.objects import BodyObjects
from editor.ui.body.places import uid_of
from editor.ui.body.shapes import Kind, kind_of


class ObjectEntry:
    """Of one body."""

    def __init__(self, edit: QTextEdit, objects: BodyObjects, caret: BodyCaret, ways: ObjectWays) -> None:
        """Serve one body."""
        self._edit, self._objects, self._caret, self._ways = edit, objects, caret, ways
        self._texts = ways.texts

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key of the body that leads into an object, or away from a chosen one."""
        key, arrow = event.key(), ARROWS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        chosen = self._caret.chosen_object()
        if self._edit.isReadOnly():
            return False
        if chosen is None:
            return arrow is not None and plain and self._come_in(*arrow)
        inside = way_in(chosen, TextStep.NEXT)
        if arrow and plain:
            return self._go_on(arrow[0])
        drawing = self._objects.drawing(chosen.uid)
        if drawing and key == Qt.Key.Key_Tab and plain:
            self._texts.open(inside or next(iter(drawing.places)))
        elif inside and key in ENTER and plain:
            self._texts.open(inside)
        elif inside and is_typing(event) and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return self.type_into(event)
        else:
            return False
        return True

    def type_into(self, event: QEvent) -> bool:
        """Go on writing in the first cell of a table that is chosen as a whole. event: of keys or an input method."""
        chosen = self._caret.chosen_object()
        inside = way_in(chosen, TextStep.NEXT) if chosen else None
        if inside is None:
            return False
        self._texts.open(inside, caret=TextStep.BACK)
        if self._texts.field:
            QApplication.sendEvent(self._texts.field, event)
        return self._texts.field is not None

    def _come_in(self, step: TextStep, move: QTextCursor.MoveOperation) -> bool:
        cursor = self._edit.textCursor()
        here = cursor.block()
        x = self._edit.cursorRect(cursor).x()
        if kind_of(here.blockFormat()) is Kind.OBJECT:
            # beside an object, as where an article begins with one
            inwards = cursor.atBlockStart() if step.on else cursor.atBlockEnd()
            if inwards and not cursor.hasSelection():
                self._ways.enter(uid_of(here), step)
            return inwards
        moved = cursor.movePosition(move)
        if not moved or cursor.block() == here or kind_of(cursor.block().blockFormat()) is not Kind.OBJECT:
            return False
        uid = uid_of(cursor.block())
        self._ways.enter(uid, step, self._column_at(uid, x))
        return True

    def _column_at(self, uid: str, x: int) -> int:
        drawing = self._objects.drawing(uid)
        cells = [place for at, place in drawing.places.items() if at.field is TextField.CELL] if drawing else []
        return sum(place.area.right() <= x for place in cells if place.area.top() == cells[0].area.top())

    def _go_on(self, step: TextStep) -> bool:
        """Leave a chosen object, or go into its texts."""
        chosen = self._caret.chosen_object()
        if chosen is None:
            return False
        drawing = self._objects.drawing(chosen.uid)
        if step is TextStep.DOWN and drawing:
            self._texts.open(way_in(chosen, step) or next(iter(drawing.places)), caret=step)
        else:
            self._ways.leave(down=step.on)
        return True
