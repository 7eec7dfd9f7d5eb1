"""How a page of settings is built: a title, rows of name and control."""

from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from editor.ui.kit.widgets import label

_NAME = 96


class Page(QWidget):
    """A titled page; `stack` takes what it holds."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.stack = QVBoxLayout(self)
        self.stack.setContentsMargins(32, 24, 32, 16)
        self.stack.setSpacing(8)
        self.stack.addWidget(label(title, role="view"))
        self.stack.addSpacing(8)


def form() -> QFormLayout:
    """Return rows of a name and a control."""
    made = QFormLayout()
    made.setHorizontalSpacing(16)
    made.setVerticalSpacing(16)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def name(words: str) -> QLabel:
    """Return the name of a row, in the line of its control."""
    made = label(words, ink="text2")
    made.setMinimumWidth(_NAME)
    made.setMinimumHeight(32)
    return made
