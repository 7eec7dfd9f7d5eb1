"""签发人与密钥: who works here and does what, whose keys there are, and which of them this machine trusts."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.desk.review.enrolling import set_role
from editor.desk.starting.author import checked_author
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.review import Role
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.frames import framed, rule
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.review.people_table import PeopleTable, role_choices, rows_of
from editor.ui.review.person_tools import PersonTools
from editor.ui.work.review_context import ReviewContext

_SIZE = (860, 600)


class KeysDialog(GrowingDialog):
    """Every change is in the library at once, and in its log. changed: people or keys are others."""

    changed = Signal()

    def __init__(self, board: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(tr("签发人与密钥"), parent)
        self._board = board
        self.resize(*_SIZE)
        self.table, self.empty = PeopleTable(), label(tr("名单还是空的。先把总编辑和编辑加进来。"), ink="text2")
        self.tools = PersonTools(board, self.table, self._do, self)
        self.name, self.new_role = QLineEdit(), ChoiceField(tr("新人的职责"), role_choices())
        self.add, self.message, self.leave = QPushButton(tr("加入名单")), StateLine(), QPushButton(tr("完成"))
        self._lay_out()
        self._connect()
        self.refresh()
        (self.table if self.table.rows else self.name).setFocus()

    def refresh(self) -> None:
        """Show people and keys as they are."""
        try:
            self.table.show_rows(rows_of(self._board.office))
        except UserError as error:
            self.message.show_message(str(error), state="error")
        self.table.setVisible(bool(self.table.rows))
        self.empty.setVisible(not self.table.rows)

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        lead = tr("总编辑用自己的密钥签发；每台电脑核对一次指纹，以后就能核验谁签的、改过没有。")
        fill(stack, tr("签发人与密钥"), lead)
        stack.addLayout(self._adding())
        stack.addWidget(framed(self.table, self.empty), 1)
        stack.addLayout(self.tools.row())
        stack.addWidget(self.message)
        for words in (
            tr(
                "丢了密钥文件或忘了口令：点“更换密钥”，请另一位总编辑作保，或到每台电脑上重新核对；以前签发的照旧作数。"
            ),
            tr("密钥可能被别人拿到：更换密钥，并在每台电脑上撤销对旧密钥的确认。"),
        ):
            stack.addWidget(rule(words))
        stack.addSpacing(8)
        stack.addLayout(buttons_row(self.leave))
        # Enter in the field adds whom it names, and nothing else
        self.leave.setDefault(False)
        self.leave.setAutoDefault(False)

    def _adding(self) -> QHBoxLayout:
        self.name.setAccessibleName(tr("新人的姓名"))
        self.name.setPlaceholderText(tr("姓名"))
        self.new_role.show_key(Role.CHIEF)
        self.add.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.new_role)
        row.addWidget(self.add)
        return row

    def _connect(self) -> None:
        self.table.chosen.connect(self._update_enabled)
        self.add.clicked.connect(self._on_add_clicked)
        self.name.returnPressed.connect(self._on_add_clicked)
        self.tools.changed.connect(self._on_changed)
        self.tools.copied.connect(lambda: self.message.show_message(tr("指纹已复制"), state="ok"))
        self.leave.clicked.connect(self.accept)

    # answers

    def _on_add_clicked(self) -> None:
        def add() -> str:
            name = checked_author(self.name.text())
            role = self.new_role.key
            set_role(self._board.office, name, role if isinstance(role, Role) else Role.EDITOR, self._board.by())
            self.name.clear()
            # the next one is hardly another chief editor
            self.new_role.show_key(Role.EDITOR)
            return name

        self._do(add, tr("已加入名单"))

    def _on_changed(self, message: str = "") -> None:
        self.refresh()
        if message:
            self.message.show_message(message, state="ok")
        self.changed.emit()

    # inside

    def _do(self, act: Callable[[], str | None], message: str) -> None:
        try:
            name = act()
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        self._on_changed(message)
        if name:
            self.table.choose(name)

    def _update_enabled(self) -> None:
        free = not self._board.session.library.read_only
        self.tools.update_enabled(free=free)
        for part in (self.name, self.new_role, self.add):
            part.setEnabled(free)
