"""The field above a list: it finds by characters, pinyin and initials, and what is not there is added from it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from editor.model.language import tr
from editor.text.seeking import matches
from editor.ui.kit.completion import prepare_pinyin
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme


class SeekField(QWidget):
    """changed: other words are sought. add_wanted: these words are to be added (words, which button from 0).

    Down goes to the list, Enter too where something was found; else Enter adds as by the first button, Ctrl+Enter as
    by the last. found: whether something was, told by the owner of the list.
    """

    changed = Signal()
    add_wanted = Signal(str, int)
    left_down = Signal()

    def __init__(self, theme: Theme, hint: str, adds: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _SeekEdit(self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", theme, size=16, token="text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.adds = tuple(QPushButton(words) for words in adds)
        self._writable, self.found = True, True
        leave_undo_to_window(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for place, button in enumerate(self.adds):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, place=place: self._add(place))
            row.addWidget(button)
        for button, keys in zip(self.adds, ("Enter", "Ctrl+Enter"), strict=False):
            button.setToolTip(tr("先在左边写名称（没有找到时按 {keys}）", keys=keys))
        self.field.textEdited.connect(lambda _text: self._on_edited())
        self.field.textChanged.connect(lambda text: None if text else self._on_edited())
        self.field.down.connect(self.left_down)
        self.field.entered.connect(self._on_entered)
        self._show_state()

    @property
    def words(self) -> str:
        """What is sought."""
        return self.field.text().strip()

    def set_writable(self, *, writable: bool) -> None:
        """Let things be added, or not."""
        self._writable = writable
        self._show_state()

    def finds(self, names: Iterable[str]) -> bool:
        """Return whether one of the names has what is sought."""
        return not self.words or any(matches(self.words, name) for name in names)

    def clear(self) -> None:
        """Seek nothing."""
        self.field.clear()

    def _on_edited(self) -> None:
        self._show_state()
        self.changed.emit()

    def _on_entered(self, place: int) -> None:
        if self.found or not self.words:
            self.left_down.emit()
        elif self._writable and self.adds:
            self._add(min(place, len(self.adds) - 1))

    def _add(self, place: int) -> None:
        words = self.words
        if not words:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.add_wanted.emit(words, place)

    def _show_state(self) -> None:
        for button in self.adds:
            button.setEnabled(self._writable)


class _SeekEdit(QLineEdit):
    down = Signal()
    entered = Signal(int)

    def focusInEvent(self, event: object) -> None:
        prepare_pinyin()
        super().focusInEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(1 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
