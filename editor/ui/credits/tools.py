"""Buttons of the forms: Enter presses them as Space does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RowTool(QToolButton):
    """A 28 px button at the right of a row."""

    def __init__(self, drawn: str, *, size: int, token: str = "text2") -> None:
        super().__init__()
        self.setIcon(icon(drawn, current_theme(application()), size=size, token=token))
        self.setIconSize(QSize(size, size))
        self.setFixedSize(28, 28)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


def link_button(words: str) -> QPushButton:
    """Return a button that looks like a link."""
    button = QPushButton(words)
    button.setAutoDefault(True)
    set_style(button, kind="link")
    return button
