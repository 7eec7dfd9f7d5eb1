"""Which keys of the body are its own, and what each does; the others are Qt's."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit

from editor.model.language import tr
from editor.text.quotes import curly
from editor.ui.body import cursor_edits, keys
from editor.ui.body.caret import BodyCaret
from editor.ui.body.edits import BodyEdits
from editor.ui.kit.utf16 import code_points

TYPING, ERASING = "typing", "erasing"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class BodyKeyboard(QObject):
    """The keys of one body."""

    object_opened = Signal(str)
    message = Signal(str)

    def __init__(self, edit: QTextEdit, caret: BodyCaret, edits: BodyEdits) -> None:
        super().__init__(edit)
        self._edit, self._caret, self._edits = edit, caret, edits

    def take(self, event: QKeyEvent) -> bool:
        """Act on a key. Returns False for one that Qt serves."""
        key = event.key()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        chosen = self._caret.chosen_object()
        if chosen and key in _ENTER and plain:
            self.object_opened.emit(chosen.uid)
        elif key in _ENTER and plain:
            self._edits.apply(keys.enter)
        elif chosen and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._edits.apply(keys.remove_object)
        elif key == Qt.Key.Key_Backspace and plain:
            return self._edits.attempt(keys.backspace)
        elif key == Qt.Key.Key_Delete and plain:
            return self._edits.attempt(lambda at, _theme: keys.delete(at))
        elif key in _TABS:
            self._tab(back=key == Qt.Key.Key_Backtab, leave=not plain)
        else:
            if plain and is_typing(event):
                self._edits.leave_object(step=TYPING)
            return self._quote(event.text())
        return True

    def _tab(self, *, back: bool, leave: bool) -> None:
        """Serve lists; else Shift+Tab and, with Ctrl, Tab as well go on to another field."""
        done: list[bool] = []
        if not leave:
            self._edits.apply(lambda at, theme: done.append(keys.tab(at, theme, back=back)))
        if not any(done) and (back or leave):
            # a text field's own method refuses while Tab is a key of it
            around = self._edit.parentWidget()
            if around:
                around.focusNextPrevChild(not back)
        elif not any(done):
            self.message.emit(tr("段首自动空两字，不用按 Tab；Ctrl+Tab 离开正文"))

    def _quote(self, typed: str) -> bool:
        """Type a straight quote as the Chinese one that fits; undo gives the straight one back."""
        cursor = self._edit.textCursor()
        before = cursor.block().text()
        fitting = curly(before[: code_points(before, cursor.selectionStart() - cursor.block().position())], typed)
        if fitting == typed:
            return False
        self._edits.apply(lambda at, _theme: at.insertText(typed))
        self._edits.apply(lambda at, _theme: cursor_edits.retype(at, fitting))
        return True


def is_typing(event: QKeyEvent) -> bool:
    """Return whether a key writes something."""
    return bool(event.text()) and event.text().isprintable()


def step_of(event: QKeyEvent) -> str:
    """Return the name under which a key's edit is joined with the one before; Ctrl+X and the like stand alone."""
    if event.matches(QKeySequence.StandardKey.Backspace) or event.matches(QKeySequence.StandardKey.Delete):
        return ERASING
    return TYPING if is_typing(event) and event.type() == QEvent.Type.KeyPress else ""
