"""Into the texts of a figure or table, and out of it into the text beside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.ui.body.caret import BodyCaret
from editor.ui.body.edits import BodyEdits
from editor.ui.body.object_texts import ObjectTexts
from editor.ui.body.object_walk import TextStep, way_in
from editor.ui.body.objects import BodyObjects
from editor.ui.body.places import lines_of_block, uid_of
from editor.ui.body.shapes import Kind, kind_of


class ObjectWays:
    """Of one body. texts: its open one."""

    def __init__(self, edit: QTextEdit, objects: BodyObjects, texts: ObjectTexts, edits: BodyEdits) -> None:
        """Serve one body."""
        self._edit, self._objects, self._edits, self.texts = edit, objects, edits, texts
        self._caret: BodyCaret = texts.caret

    def leave(self, *, down: bool) -> None:
        """Go on in the text below or above the chosen object; below the last one a line begins."""
        chosen = self._caret.chosen_object()
        line = next(lines_of_block(self._edit.document(), chosen.uid), None) if chosen else None
        if line is None:
            return
        beside = line.next() if down else line.previous()
        self.texts.close()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if not beside.isValid():
            if down:
                self._edits.leave_object()
        elif kind_of(beside.blockFormat()) is Kind.OBJECT:
            self.enter(uid_of(beside), TextStep.DOWN if down else TextStep.UP)
        else:
            cursor = QTextCursor(beside)
            if not down:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self._edit.setTextCursor(cursor)

    def enter(self, uid: str, step: TextStep, column: int = 0) -> None:
        """Come into an object from the text beside it: into a cell of a table; a figure is chosen."""
        block = self._objects.values.get(uid)
        if block is None:
            return
        location = way_in(block, step, column)
        if location is None or self._edit.isReadOnly():
            self._caret.choose_object(uid)
        else:
            self.texts.open(location, caret=step)
