"""What is typed: characters that no page can print do not get into a field, so that it shows what will be kept."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from editor.text.sanitise import BREAKS, sanitise

_FIELDS = QLineEdit | QTextEdit | QPlainTextEdit
# what keys without a character are on some systems
_PRIVATE = "".join(map(chr, range(0xE000, 0xF900)))


def keep_typing_printable(app: QApplication) -> None:
    """Watch whatever field has the focus. Call once, with the application made."""
    _Typing(app)


class _Typing(QObject):
    """Cleans what comes from keys, input methods and, into single lines, the clipboard; what is shown stays.

    Only the field with the focus is watched: a filter on the application would be asked at every event.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._asking = False
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._asking:
            return False
        if isinstance(event, QInputMethodEvent) and event.commitString():
            return self._commit_cleaned(watched, event)
        # the others among the controls are keys: Enter, Tab, Backspace
        return (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.text() >= "\x7f"
            and event.text() != "\x7f"
            and not _printable(event.text()).strip(_PRIVATE)
        )

    def _commit_cleaned(self, field: QObject, event: QInputMethodEvent) -> bool:
        text = _printable(event.commitString())
        if text == event.commitString():
            return False
        made = QInputMethodEvent(event.preeditString(), event.attributes())
        made.setCommitString(text, event.replacementStart(), event.replacementLength())
        self._asking = True
        try:
            QCoreApplication.sendEvent(field, made)
        finally:
            self._asking = False
        return True

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, _FIELDS):
            old.removeEventFilter(self)
            if isinstance(old, QLineEdit):
                old.textEdited.disconnect(self._on_line_edited)
        if isinstance(new, _FIELDS):
            new.installEventFilter(self)
            if isinstance(new, QLineEdit):
                new.textEdited.connect(self._on_line_edited)

    def _on_line_edited(self, _text: str) -> None:
        field = self.sender()
        if not isinstance(field, QLineEdit):
            return
        # places count UTF-16 units, as Qt's do
        units = field.text().encode("utf-16-le", "surrogatepass")
        before = units[: 2 * field.cursorPosition()].decode("utf-16-le", "ignore")
        cleaned = _printable(field.text())
        if cleaned != field.text():
            field.setText(cleaned)
            field.setCursorPosition(len(_printable(before).encode("utf-16-le")) // 2)


def _printable(text: str) -> str:
    """Return text by the rule of imports; a break that no key makes is no line here."""
    return sanitise(text.translate(BREAKS))
