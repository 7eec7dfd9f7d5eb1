"""Keys in writing, and what a key press is called."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

_MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock}
)
# what the digits give with Shift, on the keyboards sold in China
_SHIFTED = dict(zip("!@#$%^&*()", "1234567890", strict=True))


def portable(keys: str) -> str:
    """Return keys as they are kept, whatever their case; empty where it is no single combination."""
    sequence = QKeySequence(keys)
    if sequence.count() != 1 or combination(keys).key() in _MODIFIERS:
        return ""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def combination(keys: str) -> QKeyCombination:
    """Return what is pressed together. Raises IndexError for no keys."""
    return QKeySequence(keys)[0]  # type: ignore[index, no-any-return] # the stub lacks __getitem__


def native(keys: str) -> str:
    """Return keys as the system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def pressed(held: QKeyCombination) -> str:
    """Return the keys of a key press, empty while only modifiers are down."""
    key, modifiers = held.key(), held.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in _MODIFIERS or key == Qt.Key.Key_unknown:
        return ""
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        digit = _SHIFTED.get(chr(key)) if key < 128 else None
        # Shift+Tab arrives under a name of its own
        key = Qt.Key(ord(digit)) if digit else Qt.Key.Key_Tab if key == Qt.Key.Key_Backtab else key
    return portable(QKeySequence(QKeyCombination(modifiers, key)).toString())
