"""A line that tells of something to be done, with the button that does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style


class Notice(QFrame):
    """Hidden while there is nothing to tell."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self.action = label(role="base"), QPushButton()
        set_style(self, ground="accent")
        self.action.setProperty("small", "true")
        self.action.setAutoDefault(False)
        self.action.clicked.connect(self.accepted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self.action)

    @property
    def text(self) -> str:
        """What it tells."""
        return self._words.text()

    def show_words(self, words: str, action: str) -> None:
        """Tell something, nothing for empty words."""
        self._words.setText(words)
        self.action.setText(action)
        self.setVisible(bool(words))
