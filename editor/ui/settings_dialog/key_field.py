"""The field that takes a key press instead of text."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.model.language import tr
from editor.ui.keys.spelling import pressed

_ASK = tr("按下新的快捷键")
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeyField(QLineEdit):
    """keys_pressed: keys as portable() writes them, empty to have none; left: the user wants to go on elsewhere."""

    keys_pressed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(_ASK)
        self._keys = ""
        # letters must come as keys, not be composed
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def show_keys(self, keys: str) -> None:
        """Show the keys there are; they give way to the question once the field has the focus."""
        self._keys = keys
        self.setPlaceholderText(tr("没有快捷键；点这里，再按新的"))
        self.setText(keys)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # no command runs while its key is being chosen
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setPlaceholderText(tr("{ask}…　Esc 不改，退格键不用", ask=_ASK))
        self.clear()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_keys(self._keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not held and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        elif not held and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not held and event.key() in _CLEARING:
            self.keys_pressed.emit("")
        else:
            keys = pressed(event.keyCombination())
            if keys:
                self.keys_pressed.emit(keys)
