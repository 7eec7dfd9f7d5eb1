"""Who may approve a publication, and whether a second pair of eyes is required."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import label


class ApproversBox(QWidget):
    """ruled: who was chosen, none for every chief editor; whether never the one who edited last."""

    ruled = Signal(tuple, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.anyone, self.named = QRadioButton(tr("任何一位总编辑")), QRadioButton(tr("只由指定的人"))
        self.second = QCheckBox(tr("两人把关：最后改稿或送审的人不能签发"))
        self.people: dict[str, QCheckBox] = {}
        self._names = QVBoxLayout()
        self._names.setContentsMargins(28, 0, 0, 0)
        self._names.setSpacing(0)
        self._nobody = label(tr("还没有总编辑：在“签发人与密钥”里加进名单。"), role="small", ink="text3")
        self._nobody.setContentsMargins(28, 0, 0, 0)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        for part in (self.anyone, self.named):
            stack.addWidget(part)
        stack.addLayout(self._names)
        stack.addWidget(self._nobody)
        stack.addSpacing(8)
        stack.addWidget(self.second)
        for button in (self.anyone, self.named, self.second):
            button.clicked.connect(self._tell)

    def show_rules(self, chiefs: Collection[str], approvers: tuple[str, ...], *, second_pair: bool) -> None:
        """Show the rules. chiefs: whoever may be chosen; nothing is told to be edited."""
        names = tuple(dict.fromkeys((*chiefs, *approvers)))
        if names != tuple(self.people):
            self._offer(names)
        for name, box in self.people.items():
            box.setChecked(name in approvers)
            box.setEnabled(bool(approvers))
        self.anyone.setChecked(not approvers)
        self.named.setChecked(bool(approvers))
        self.named.setEnabled(bool(names))
        self._nobody.setVisible(not names)
        self.second.setChecked(second_pair)

    def _offer(self, names: Collection[str]) -> None:
        for box in self.people.values():
            box.hide()
            box.deleteLater()
        self.people = {name: QCheckBox(name) for name in names}
        for box in self.people.values():
            self._names.addWidget(box)
            box.clicked.connect(self._tell)

    def _tell(self) -> None:
        """Tell what is chosen; the last name that is taken away leaves it to every chief editor."""
        chosen = tuple(name for name, box in self.people.items() if box.isChecked())
        if self.anyone.isChecked():
            chosen = ()
        elif not chosen and self.sender() is self.named:
            chosen = tuple(self.people)
        self.ruled.emit(chosen, self.second.isChecked())
