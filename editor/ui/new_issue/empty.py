"""What the window says before there is an issue."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style


class EmptyView(QWidget):
    """Offers the ways in: last week's issue, or the sample; where nothing can be opened, mending and the backups."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words = _line("view", "text"), _line("base", "text2")
        begin = (("issue.import", tr("导入上一期…"), "primary"), ("library.sample", tr("放入示例一期"), ""))
        mend = (("library.mend", tr("修复刊库…"), "primary"), ("backups", tr("备份…"), ""))
        self._begin, self._mend = (_row(actions, buttons) for buttons in (begin, mend))
        stack = QVBoxLayout(self)
        stack.setSpacing(12)
        stack.addStretch(2)
        for line in (self._title, self._words):
            stack.addWidget(line)
        stack.addSpacing(8)
        for row in (self._begin, self._mend):
            stack.addWidget(row)
        stack.addStretch(3)
        self.show_damaged(0)

    def show_damaged(self, many: int) -> None:
        """Say why nothing is open. many: issues that are there and cannot be opened, 0 for an empty library."""
        self._begin.setVisible(not many)
        self._mend.setVisible(bool(many))
        if many:
            self._title.setText(tr("刊库里的 {n} 期打不开", n=many))
            self._words.setText(tr("有内容损坏了，修好以前不打开、不印、不导出。请修复，或从备份还原。"))
        else:
            self._title.setText(tr("刊库里还没有期刊"))
            self._words.setText(tr("把上一期的文本（.txt）拖到这里，或者："))


def _line(role: str, ink: str) -> QLabel:
    line = label(role=role, ink=ink)
    line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return line


def _row(actions: Mapping[str, QAction], buttons: Iterable[tuple[str, str, str]]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addStretch()
    for name, text, kind in buttons:
        row.addWidget(_button(actions[name], text, kind))
    row.addStretch()
    return made


def _button(action: QAction, text: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    set_style(button, kind=kind)
    button.clicked.connect(action.trigger)
    return button
