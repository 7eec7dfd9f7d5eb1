"""A line that says how many others there are, and opens to them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.icons import icon

_INDENT = 22


class FoldedLines(QWidget):
    """Folded at first."""

    def __init__(self, summary: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        """summary: in a few words; lines: whole sentences."""
        super().__init__(parent)
        self.head, self.inside = QPushButton(summary), QWidget()
        self.head.setCheckable(True)
        self.head.setAutoDefault(False)
        self.head.setFont(font("small"))
        set_style(self.head, kind="fold")
        inner = QVBoxLayout(self.inside)
        inner.setContentsMargins(_INDENT, 0, 0, 4)
        inner.setSpacing(4)
        for words in lines:
            line = StateLine()
            line.show_message(words)
            inner.addWidget(line)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2)
        stack.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addWidget(self.inside)
        self.head.toggled.connect(self._show)
        self._show(self.head.isChecked())

    def _show(self, opened: bool) -> None:  # noqa: FBT001 - as Qt tells it
        self.inside.setVisible(opened)
        name = "chevron.down" if opened else "chevron.right"
        self.head.setIcon(icon(name, current_theme(application()), size=16, token="text2"))
