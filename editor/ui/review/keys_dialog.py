"""签发人与密钥: who works here and does what, whose keys there are, and which of them this machine trusts."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.desk.review.enrolling import distrust_fingerprint, key_in_use, retire, set_role
from editor.desk.review.steps import By
from editor.desk.starting.author import checked_author
from editor.model.errors import UserError
from editor.model.language import tr, tr_marked
from editor.model.review import ROLE_NAMES, Role
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.frames import framed, rule, small_buttons
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import application, label
from editor.ui.papers.dialog import PaperDialog, PaperWanted
from editor.ui.review.confirm_dialog import ConfirmDialog
from editor.ui.review.fingerprint_card import card_pdf
from editor.ui.review.make_key_dialog import MakeKeyDialog
from editor.ui.review.people_table import PeopleTable, rows_of
from editor.ui.work.review_context import ReviewContext, now

_SIZE = (860, 600)


class KeysDialog(GrowingDialog):
    """Every change is in the library at once, and in its log. changed: people or keys are others."""

    changed = Signal()

    def __init__(self, board: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(tr("签发人与密钥"), parent)
        self._board = board
        self.asking: QDialog | None = None
        self.resize(*_SIZE)
        self.table, self.empty = PeopleTable(), label(tr("名单还是空的。先把总编辑和编辑加进来。"), ink="text2")
        self.make, self.replace = QPushButton(tr("生成密钥…")), QPushButton(tr("更换密钥…"))
        self.trust, self.distrust = QPushButton(tr("核对指纹…")), QPushButton(tr("撤销确认"))
        self.copy, self.card = QPushButton(tr("复制指纹")), QPushButton(tr("指纹卡…"))
        self.remove = QPushButton(tr("登记离开"))
        self.role = ChoiceField(tr("职责"), _roles())
        self.name, self.new_role = QLineEdit(), ChoiceField(tr("新人的职责"), _roles())
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
            self._refuse(error)
        self.table.setVisible(bool(self.table.rows))
        self.empty.setVisible(not self.table.rows)

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        lead = tr("总编辑用自己的密钥签发；每台电脑核对一次指纹，以后就能核验谁签的、改过没有。")
        fill(stack, tr("签发人与密钥"), lead)
        stack.addLayout(self._adding())
        stack.addWidget(framed(self.table, self.empty), 1)
        stack.addLayout(self._tools())
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

    def _tools(self) -> QHBoxLayout:
        row = small_buttons(self.make, self.replace, self.trust, self.distrust, self.copy, self.card, self.remove)
        self.role.setProperty("small", "true")
        row.insertWidget(0, label(tr("职责"), ink="text2"))
        row.insertWidget(1, self.role)
        row.insertSpacing(2, 8)
        row.addStretch()
        return row

    def _connect(self) -> None:
        self.table.chosen.connect(self._update_enabled)
        self.add.clicked.connect(self._on_add_clicked)
        self.name.returnPressed.connect(self._on_add_clicked)
        self.role.chosen.connect(self._on_role_chosen)
        self.make.clicked.connect(self._on_make_clicked)
        self.replace.clicked.connect(self._on_make_clicked)
        self.trust.clicked.connect(self._on_trust_clicked)
        self.distrust.clicked.connect(self._on_distrust_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.card.clicked.connect(self._on_card_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.leave.clicked.connect(self.accept)

    # answers

    def _on_add_clicked(self) -> None:
        def add() -> str:
            name = checked_author(self.name.text())
            role = self.new_role.key
            set_role(self._board.office, name, role if isinstance(role, Role) else Role.EDITOR, self._by())
            self.name.clear()
            # the next one is hardly another chief editor
            self.new_role.show_key(Role.EDITOR)
            return name

        self._do(add, tr("已加入名单"))

    def _on_role_chosen(self, role: Role) -> None:
        row = self.table.row
        if row:
            self._do(lambda: set_role(self._board.office, row.name, role, self._by()).name, tr("已改职责"))

    def _on_remove_clicked(self) -> None:
        row = self.table.row
        if row:
            self._do(lambda: retire(self._board.office, row.name, self._by()), tr("已登记离开；选一次职责就回到名单"))

    def _on_make_clicked(self) -> None:
        row = self.table.row
        if row is None:
            return
        dialog = MakeKeyDialog(self._board, row.name, key_in_use(self._board.office, row.name), self)
        dialog.made.connect(self._on_changed)
        self._ask(dialog)

    def _on_trust_clicked(self) -> None:
        row = self.table.row
        if row:
            dialog = ConfirmDialog(self._board, row.name, self)
            dialog.confirmed.connect(lambda name: self._on_changed(tr("已在这台电脑上确认{name}的密钥", name=name)))
            self._ask(dialog)

    def _on_distrust_clicked(self) -> None:
        row = self.table.row
        if row:
            message = tr("已撤销确认；要恢复就重新核对指纹")
            self._do(lambda: distrust_fingerprint(self._board.office, row.printed), message)

    def _on_copy_clicked(self) -> None:
        row = self.table.row
        if row:
            application().clipboard().setText(row.printed)
            self.message.show_message(tr("指纹已复制"), state="ok")

    def _on_card_clicked(self) -> None:
        row = self.table.row
        if row:
            board, name = self._board, row.name
            wanted = PaperWanted(
                title=tr("密钥指纹卡"),
                lead=tr("交给要核对指纹的人：照着输入，以后那台电脑就能核验。上面还写明怎样核对、密钥丢了怎么办。"),
                stem=tr("{name}的密钥指纹卡", name=name),
                folder=board.settings.export_folder,
                make=lambda: card_pdf(board, name),
            )
            self._ask(PaperDialog(wanted, board.run, self))

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
            self._refuse(error)
            return
        self._on_changed(message)
        if name:
            self.table.choose(name)

    def _ask(self, dialog: QDialog) -> None:
        self.asking = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _refuse(self, error: UserError) -> None:
        self.message.show_message(str(error), state="error")

    def _by(self) -> By:
        return By(name=self._board.session.author or tr("没有署名"), at=now())

    def _update_enabled(self) -> None:
        """Offer what can be done with the chosen row."""
        row, free = self.table.row, not self._board.session.library.read_only
        keyed = bool(row and row.printed)
        used = bool(row and keyed and not (row.trusted and row.trusted.until))
        chief = bool(row and row.member and row.member.role is Role.CHIEF and not row.member.retired)
        self.role.setEnabled(row is not None and free)
        self.role.show_key(row.member.role if row and row.member else None)
        self.make.setVisible(not keyed)
        self.make.setEnabled(chief and free)
        self.make.setToolTip("" if chief else tr("密钥是总编辑的；先把职责改为总编辑"))
        self.replace.setVisible(keyed)
        self.replace.setEnabled(used and free)
        self.trust.setEnabled(bool(row and keyed and (row.trusted is None or row.trusted.surety)))
        self.distrust.setEnabled(bool(row and keyed and row.trusted is not None))
        self.copy.setEnabled(keyed)
        self.card.setEnabled(used)
        self.remove.setEnabled(bool(row and row.member and not row.member.retired) and free)
        for part in (self.name, self.new_role, self.add):
            part.setEnabled(free)


def _roles() -> tuple[tuple[object, str], ...]:
    return tuple((role, tr_marked(ROLE_NAMES[role])) for role in Role)
