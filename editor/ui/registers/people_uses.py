"""Where someone was used: the issues, the newest first, with the roles in each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.desk.registers.usage import RolesInIssue
from editor.model.credits import NameKind
from editor.model.language import tr, tr_marked
from editor.model.registers import Person
from editor.model.saying import said_number
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_WIDTH = 260


class PeopleUses(QFrame):
    """Beside the list of people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, ground="card")
        self.setFixedWidth(_WIDTH)
        self.name, self.about = CutLabel(role="head"), label(role="small", ink="text3")
        self.about.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("用在哪些期"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(16, 12, 8, 8)
        stack.setSpacing(4)
        stack.addWidget(self.name)
        stack.addWidget(self.about)
        stack.addWidget(self.list, 1)

    @property
    def lines(self) -> tuple[str, ...]:
        """The rows as shown."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def show_person(self, person: Person | None, uses: Sequence[RolesInIssue]) -> None:
        """Show someone, None for nobody."""
        self.name.setVisible(person is not None)
        self.name.show_text(person.name if person else "")
        self.about.setText(_about(person, len(uses)) if person else tr("选中一个名字，这里列出用在哪些期、什么职责。"))
        self.list.clear()
        for use in uses:
            item = QListWidgetItem(f"{_issue(use)}　{tr('、').join(map(tr_marked, use.roles))}")
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, 32) if len(item.text()) < 18 else QSize(0, 48))
            self.list.addItem(item)


def _about(person: Person, many: int) -> str:
    kind = tr("人员") if person.kind is NameKind.PERSON else tr("单位")
    words = [kind, *([person.remark] if person.remark else []), *([tr("已停用")] if person.retired else [])]
    return " · ".join((*words, tr("用在 {n} 期", n=many) if many else tr("还没有用过")))


def _issue(use: RolesInIssue) -> str:
    words = said_number(use.number)
    return words[1] if use.number.total is not None else words[0]
