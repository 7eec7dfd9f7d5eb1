"""A fact of an article as a field: it tells of what the user writes, never of what it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.text.sanitise import sanitise
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.theme.apply import set_style


class FactField(QLineEdit):
    """One line, a field to the eye only under the pointer or with the focus."""

    written = Signal(str)
    left = Signal()

    def __init__(self, name: str, placeholder: str = "—", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("small", "true")
        leave_undo_to_window(self)
        set_style(self, kind="quiet")
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(lambda: self.focusNextPrevChild(True))  # noqa: FBT003 - Qt's

    def show_text(self, text: str) -> None:
        """Show a value; the caret stays where it is when the value is what stands there."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def write(self, text: str) -> None:
        """Put a word in as the user's own."""
        self.setText(text)
        self.written.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.hasSelectedText():
            self.setCursorPosition(0)
        self.left.emit()

    def _on_edited(self, text: str) -> None:
        self.written.emit(" ".join(sanitise(text).splitlines()))
