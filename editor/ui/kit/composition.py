"""Letters that an input method has not yet turned into words: written before another text takes their place."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from editor.ui.kit.widgets import application

_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)
_Kind = QEvent.Type
_PRESSES = frozenset({_Kind.MouseButtonPress, _Kind.MouseButtonDblClick})
_KEYS = frozenset({_Kind.ShortcutOverride, _Kind.KeyPress})
_OTHERS = frozenset({_Kind.Shortcut, _Kind.Drop, _Kind.Close})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_HELD = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


class Composition(QObject):
    """What is being composed in the field with the focus.

    Whatever the user does elsewhere (another article, a button, a shortcut, closing the window) may exchange the text
    under the caret, and the letters would show, and the word be written, in what comes next. So the word is finished
    before that act arrives. The application's events are watched only while something is being composed.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # no field is held: PySide would know what is left of one that dies with its dialog as a whole one
        self._letters = ""
        self._finishing = False
        application().focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    def finish(self) -> None:
        """Have what is being composed written where it stands; nothing happens where nothing is.

        The input method is asked for its word; one that gives none loses its letters to the text, as they are seen.
        """
        self._finish(QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            if isinstance(watched, _FIELDS):
                self._take(event.preeditString())
        elif self._letters and self._exchanges(watched, event):
            self.finish()
        return False

    def _finish(self, field: QWidget | None) -> None:
        if not self._letters or self._finishing:
            return
        self._finishing = True
        try:
            method = QGuiApplication.inputMethod()
            method.commit()
            if self._letters:
                # the one of Windows hands its letters over only now
                method.reset()
            if self._letters and isinstance(field, _FIELDS):
                written = QInputMethodEvent("", [])
                written.setCommitString(self._letters)
                QCoreApplication.sendEvent(field, written)
        finally:
            self._finishing = False
            self._take("")

    def _exchanges(self, watched: QObject, event: QEvent) -> bool:
        """Return whether an event may lead to another text in the field."""
        kind = event.type()
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            # the window system's own window gets it first, while the field still has the focus
            there = watched if isinstance(watched, QWidget) else QApplication.widgetAt(event.globalPosition().toPoint())
            return not _is_own(there)
        if kind in _KEYS and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            # what the field doesn't use goes on to what it lies in
            field = QApplication.focusWidget()
            around = field is not None and watched.isAncestorOf(field)
            return _is_command(event) or not (around or _is_own(watched))
        return kind in _OTHERS

    def _take(self, letters: str) -> None:
        """Know what is shown of a word; watch the application while there is any."""
        if bool(letters) != bool(self._letters):
            app = application()
            if letters:
                app.installEventFilter(self)
            else:
                app.removeEventFilter(self)
        self._letters = letters

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and new is not None and old.isAncestorOf(new):
            # a cell of a table opens in the body for the letters that came to the body, and gets them
            self._take("")
        self._finish(old)
        if isinstance(old, _FIELDS):
            old.removeEventFilter(self)
        if isinstance(new, _FIELDS):
            new.installEventFilter(self)


def _is_own(there: QObject | None) -> bool:
    """Return whether something is the field with the focus, or its viewport."""
    return there is not None and QApplication.focusWidget() in (there, there.parent())


def _is_command(event: QKeyEvent) -> bool:
    """Return whether a key pastes, cuts or the like instead of writing."""
    return bool(event.modifiers() & _COMMANDS) and event.key() not in _HELD
