"""Fields of the forms: they tell what the user wrote, never what was shown, and keep a bad value to themselves."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.widgets import unmoved_by_wheel
from editor.ui.theme.apply import set_style


class WordsField(QLineEdit):
    """A line of text. written: a good value; refused: why another is none, empty once it is; left: the focus went."""

    written = Signal(str)
    refused = Signal(str)
    left = Signal()

    def __init__(
        self,
        name: str,
        hint: str = "",
        *,
        fault: Callable[[str], str] = lambda _text: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown, self._fault = "", fault
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        leave_undo_to_window(self)
        self.textEdited.connect(self._on_edited)

    def show_text(self, text: str) -> None:
        """Show a value; the caret stays where the text is the same."""
        self._shown = text
        if text != self.text():
            self.setText(text)
            self._show_message("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._restore()
            self.left.emit()

    def _on_edited(self, text: str) -> None:
        reason = self._fault(text)
        self._show_message(reason)
        if not reason:
            self._shown = text
            self.written.emit(text)

    def _restore(self) -> None:
        """Let go of what was refused: the last good value comes back."""
        if self.text() != self._shown:
            self.setText(self._shown)
            self._show_message("")

    def _show_message(self, reason: str) -> None:
        set_style(self, state="error" if reason else "")
        self.refused.emit(reason)


class NumberField(QDoubleSpinBox):
    """A number with at most one decimal. written: a number other than the one shown, once it is whole."""

    written = Signal(float)

    def __init__(
        self, name: str, least: float, most: float, *, step: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = 0.0
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setDecimals(1)
        self.setProperty("plain", "true")
        self.setFixedWidth(56)
        self.setKeyboardTracking(False)
        unmoved_by_wheel(self)
        leave_undo_to_window(self.lineEdit())
        self.editingFinished.connect(self._tell)

    def show_number(self, value: float) -> None:
        """Show a value."""
        self._shown = round(value, 1)
        self.setValue(self._shown)

    def textFromValue(self, value: float) -> str:
        return f"{value:.1f}".removesuffix(".0")

    def stepBy(self, steps: int) -> None:
        super().stepBy(steps)
        self._tell()

    def _tell(self) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self.written.emit(self._shown)


class ChoiceField(QComboBox):
    """A choice of one. chosen: the key of what the user took."""

    chosen = Signal(object)

    def __init__(self, name: str, words: tuple[tuple[object, str], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # beside the items: a key that is an enumeration would come back from Qt as plain text
        self._keys: list[object] = []
        self.setAccessibleName(name)
        unmoved_by_wheel(self)
        self.show_choices(words)
        self.activated.connect(lambda place: self.chosen.emit(self._keys[place]))

    def show_choices(self, words: tuple[tuple[object, str], ...]) -> None:
        """Offer these keys with their words."""
        self.clear()
        self._keys = [key for key, _ in words]
        self.addItems([word for _, word in words])

    @property
    def key(self) -> object:
        """The key of what is chosen, None for nothing."""
        return self._keys[self.currentIndex()] if self.currentIndex() >= 0 else None

    def show_key(self, key: object) -> None:
        """Show which is chosen."""
        self.setCurrentIndex(self._keys.index(key) if key in self._keys else -1)
