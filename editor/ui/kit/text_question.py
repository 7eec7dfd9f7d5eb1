"""A question that is answered by a line of text."""

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill

_WIDTH = 460


class TextQuestion(GrowingDialog):
    """Asks for one line; Enter takes it."""

    def __init__(self, title: str, words: str, text: str = "", parent: QWidget | None = None) -> None:
        """words: what is asked; text: what the line begins with."""
        super().__init__(title, parent)
        self.setMinimumWidth(_WIDTH)
        self.field = QLineEdit(text)
        self.field.setAccessibleName(title)
        self.field.selectAll()
        cancel, take = QPushButton(tr("取消")), QPushButton(tr("好"))
        stack = QVBoxLayout(self)
        fill(stack, title, words)
        stack.addWidget(self.field)
        stack.addSpacing(12)
        stack.addLayout(buttons_row(cancel, take))
        cancel.clicked.connect(self.reject)
        take.clicked.connect(self.accept)
        self.field.setFocus()
