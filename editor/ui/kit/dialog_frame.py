"""How dialogs are laid out."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_NAME = 72


class GrowingDialog(QDialog):
    """Grows by what is said in it: a layout's least height takes no account of lines that wrap."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        set_style(self, ground="raised")

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._make_room()
        return done

    def _make_room(self) -> None:
        layout = self.layout()
        if layout and layout.activate() | self.isVisible():
            wrapped = layout.hasHeightForWidth()
            needed = layout.totalHeightForWidth(self.width()) if wrapped else layout.totalSizeHint().height()
            if needed > self.height():
                self.resize(self.width(), needed)


def fill(stack: QVBoxLayout, title: str, lead: str) -> None:
    """Begin a dialog: its title, and a sentence of what it is for."""
    stack.setContentsMargins(28, 24, 28, 24)
    stack.setSpacing(8)
    stack.addWidget(label(title, role="view"))
    message = label(lead, ink="text2")
    message.setWordWrap(True)
    stack.addWidget(message)
    stack.addSpacing(8)


def named(name: str, part: QWidget) -> QHBoxLayout:
    """Return a field with its name before it."""
    message = label(name, ink="text2")
    message.setFixedSize(_NAME, 32)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(message, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(part, 1)
    return row


def buttons_row(*buttons: QPushButton, default: QPushButton | None = None) -> QHBoxLayout:
    """Return the row that ends a dialog. default: the last button where none is named."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch()
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    first = default or buttons[-1]
    set_style(first, kind="primary")
    first.setDefault(True)
    return row
