"""退回修改: to which step, and why."""

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.text.quotes import within_title
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import dialog_buttons, label

_WIDTH = 440


class SetBackDialog(QDialog):
    """Asks for a step and a word. steps: the nearest first; titles: of what is set back."""

    def __init__(self, titles: tuple[str, ...], steps: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("退回修改"))
        self.step, self.word = QComboBox(), QLineEdit()
        self.step.addItems(steps)
        self.step.setAccessibleName(tr("退回到"))
        self.word.setAccessibleName(tr("退回的原因"))
        self.word.setPlaceholderText(tr("改什么，一句话，留在这一篇的经过里"))
        self.message = StateLine()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(24, 20, 24, 20)
        stack.setSpacing(12)
        stack.addWidget(label(tr("退回修改"), role="head"))
        first = tr("《{title}》", title=within_title(titles[0]))
        many = tr("{first}等 {n} 篇", first=first, n=len(titles)) if len(titles) > 1 else first
        what = label(many, ink="text2")
        what.setWordWrap(True)
        stack.addWidget(what)
        grid = QGridLayout()
        for row, (words, field) in enumerate(((tr("退回到"), self.step), (tr("原因"), self.word))):
            name = label(words)
            name.setBuddy(field)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        stack.addLayout(grid)
        stack.addWidget(self.message)
        stack.addLayout(dialog_buttons(self, tr("退回")))
        self.setFixedWidth(_WIDTH)
        self.word.setFocus()

    def accept(self) -> None:
        if not self.word.text().strip():
            self.message.show_message(tr("请写一句原因，编辑才知道改什么。"), state="error")
            self.word.setFocus()
            return
        super().accept()
