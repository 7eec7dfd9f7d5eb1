"""How the dialogs of the review are laid out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.ui.theme.apply import mark
from editor.ui.widgets import label

_NAME = 72


def fill(stack: QVBoxLayout, title: str, lead: str) -> None:
    """Begin a dialog: its title, and a sentence of what it is for."""
    stack.setContentsMargins(28, 24, 28, 24)
    stack.setSpacing(8)
    stack.addWidget(label(title, role="view"))
    said = label(lead, ink="text2")
    said.setWordWrap(True)
    stack.addWidget(said)
    stack.addSpacing(8)


def named(name: str, part: QWidget) -> QHBoxLayout:
    """Return a field with its name before it."""
    said = label(name, ink="text2")
    said.setFixedSize(_NAME, 32)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(part, 1)
    return row


def buttons_row(*buttons: QPushButton) -> QHBoxLayout:
    """Return the row that ends a dialog; the last button is the default one."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch()
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    mark(buttons[-1], kind="primary")
    buttons[-1].setDefault(True)
    return row
