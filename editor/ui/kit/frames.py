"""How a list stands in a dialog on registers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style


def framed(shown: QWidget, empty: QLabel) -> QFrame:
    """Return a card that holds a list, and in place of it the words for an empty one."""
    frame = QFrame()
    set_style(frame, ground="card")
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(1, 1, 1, 1)
    inner.addWidget(shown, 1)
    inner.addWidget(empty, 1)
    empty.setContentsMargins(16, 16, 16, 16)
    empty.setWordWrap(True)
    empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return frame


def small_buttons(*buttons: QPushButton) -> QHBoxLayout:
    """Return a row of small buttons that Enter in a field does not press."""
    row = QHBoxLayout()
    row.setSpacing(4)
    for button in buttons:
        button.setAutoDefault(False)
        button.setProperty("small", "true")
        row.addWidget(button)
    return row


def rule(words: str) -> QLabel:
    """Return small words that say how things work here."""
    made = label(words, role="small", ink="text3")
    made.setWordWrap(True)
    return made
