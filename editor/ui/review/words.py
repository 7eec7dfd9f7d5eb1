"""A few lines to write in."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from editor.ui.theme.apply import set_style

_HEIGHT = 88


class Words(QPlainTextEdit):
    """Tab leads out of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        # the sheet's height for one line would win over any said here
        self.setProperty("lines", "few")
        set_style(self, kind="field")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)
