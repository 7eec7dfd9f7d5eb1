"""The palette's field: it keeps all keys to itself, and seeks while an input method still composes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.model.language import tr
from editor.ui.theme.apply import set_style
from editor.ui.theme.fonts import font

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueryField(QLineEdit):
    """sought: text and what is being composed in it; pressed: a combination that is not typing, as in menus."""

    sought = Signal(str)
    stepped = Signal(int)
    accepted = Signal()
    left = Signal()
    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
        face = font("head")
        face.setWeight(QFont.Weight.Normal)
        self.setFont(face)
        self.setAccessibleName(tr("搜索文章或命令"))
        self.setPlaceholderText(tr("搜索文章或命令"))
        set_style(self, kind="bare")
        self.textEdited.connect(lambda _text: self.sought.emit(self.query))

    @property
    def query(self) -> str:
        """What is sought: letters that an input method has not yet turned into hanzi count as typed."""
        text, at = self.text(), self.cursorPosition()
        # input methods part the syllables
        letters = self._composed.replace("'", "").replace(" ", "")
        return text[:at] + letters + text[at:]

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # the window's keys wait until the palette is closed
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        self.sought.emit(self.query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif plain and key in _ENTER:
            self.accepted.emit()
        elif plain and key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.pressed.emit(QKeySequence(event.keyCombination()).toString())
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001 - Qt's signature
        # nothing else in the palette takes keys, and what lies below must not
        return False
