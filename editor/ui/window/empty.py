"""What the window says before there is an issue."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.theme.apply import mark
from editor.ui.widgets import label


class EmptyView(QWidget):
    """Offers the ways in: last week's issue, or the sample."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        stack = QVBoxLayout(self)
        stack.setSpacing(12)
        stack.addStretch(2)
        for text, role, ink in (
            (tr("刊库里还没有期刊"), "view", "text"),
            (tr("把上一期的文本（.txt）拖到这里，或者："), "base", "text2"),
        ):
            line = label(text, role=role, ink=ink)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            stack.addWidget(line)
        stack.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(_button(actions["issue.import"], tr("导入上一期…"), "primary"))
        row.addWidget(_button(actions["library.sample"], tr("放入示例一期"), ""))
        row.addStretch()
        stack.addLayout(row)
        stack.addStretch(3)


def _button(action: QAction, text: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    mark(button, kind=kind)
    button.clicked.connect(action.trigger)
    return button
