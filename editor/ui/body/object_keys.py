"""What keys do in an open text of a figure or table."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.model.block_texts import TextField
from editor.model.table_edits import insert_row
from editor.ui.body.cell_ranges import CellRanges
from editor.ui.body.keyboard import is_typing
from editor.ui.body.object_walk import TextStep, cell_location, walk
from editor.ui.body.object_ways import ObjectWays
from editor.ui.body.text_writing import TextWriting

_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ERASERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
ARROWS = {
    Qt.Key.Key_Left: (TextStep.LEFT, QTextCursor.MoveOperation.Left),
    Qt.Key.Key_Right: (TextStep.RIGHT, QTextCursor.MoveOperation.Right),
    Qt.Key.Key_Up: (TextStep.UP, QTextCursor.MoveOperation.Up),
    Qt.Key.Key_Down: (TextStep.DOWN, QTextCursor.MoveOperation.Down),
}


class ObjectKeys:
    """Of one body; to its fields what is around their text."""

    def __init__(self, edit: QTextEdit, ways: ObjectWays, ranges: CellRanges, writing: TextWriting) -> None:
        """Serve one body."""
        self._edit, self._ways, self._texts, self._ranges, self._writing = edit, ways, ways.texts, ranges, writing

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key that leads out of the open text. Returns False for one that is the field's own."""
        key, arrow = event.key(), ARROWS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self._texts.close()
        elif key in _TABS:
            self._tab(back=key == Qt.Key.Key_Backtab, leave=bool(held & _CTRL))
        elif key in ENTER:
            self._enter(leave=bool(held & _CTRL))
        elif arrow and held == _SHIFT:
            return self._ranges.extend(*arrow)
        elif arrow and not held:
            return self._arrow(*arrow)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            return self._ranges.choose_all()
        elif self._texts.cells and (key in _ERASERS or event.matches(QKeySequence.StandardKey.Cut)):
            self._ranges.empty(cut=key not in _ERASERS)
        elif self._texts.cells and event.matches(QKeySequence.StandardKey.Copy):
            self._ranges.copy_out()
        else:
            if is_typing(event):
                self.type_over()
            return False
        return True

    def type_over(self) -> None:
        """Let what is typed take the place of the open text where more cells are chosen."""
        self._ranges.type_over()

    def drag(self, point: QPointF) -> bool:
        """Choose the cells from the open one to a point."""
        return self._ranges.drag(point)

    def copy(self) -> QMimeData | None:
        """Return the chosen cells for the clipboard."""
        return self._ranges.copy()

    def paste(self, data: QMimeData) -> None:
        """Put in what a clipboard brings."""
        self._ranges.paste(data)

    # inside

    def _step(self, step: TextStep, *, choose: bool) -> bool:
        block, at = self._texts.block, self._texts.location
        to = walk(block, at, step) if block and at else None
        if to:
            self._texts.open(to, caret=None if choose else step)
        return to is not None

    def _tab(self, *, back: bool, leave: bool) -> None:
        around = self._edit.parentWidget()
        table, at = self._texts.table, self._texts.location
        if leave and around:
            self._texts.close()
            around.focusNextPrevChild(not back)
        elif self._step(TextStep.BACK if back else TextStep.NEXT, choose=True):
            return
        elif table and at and at.field is TextField.CELL:
            made = insert_row(table, len(table.grid()))
            self._writing.write(made)
            self._texts.open(cell_location(made, len(made.rows), 0))
        else:
            self._ways.leave(down=not back)

    def _enter(self, *, leave: bool) -> None:
        """Go a cell down, below the table from the last row; from a caption on to the next text."""
        block, at = self._texts.block, self._texts.location
        to = walk(block, at, TextStep.DOWN) if block and at and not leave else None
        if to and at and (to.field is TextField.CELL or at.field is not TextField.CELL):
            self._texts.open(to)
        else:
            self._ways.leave(down=True)

    def _arrow(self, step: TextStep, move: QTextCursor.MoveOperation) -> bool:
        field = self._texts.field
        if self._texts.cells:
            self._texts.choose_cells(None)
        elif field is None or not at_edge(field.textCursor(), move):
            return False
        if not self._step(step, choose=False):
            self._ways.leave(down=step.on)
        return True


def at_edge(cursor: QTextCursor, move: QTextCursor.MoveOperation) -> bool:
    """Return whether a caret can go no further in its text; what is chosen as a whole ends at both edges."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    back = move in (QTextCursor.MoveOperation.Left, QTextCursor.MoveOperation.Up)
    whole = start == 0 and end == cursor.document().characterCount() - 1
    if cursor.hasSelection() and not whole:
        return False
    probe = QTextCursor(cursor)
    probe.setPosition(start if back else end)
    return not probe.movePosition(move)
