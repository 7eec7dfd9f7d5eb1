"""What can be done with the person or key chosen in 签发人与密钥."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from editor.desk.review.enrolling import distrust_fingerprint, key_in_use, retire, set_role
from editor.model.language import tr
from editor.model.review import Role
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.frames import small_buttons
from editor.ui.kit.widgets import application, label
from editor.ui.papers.dialog import PaperDialog, PaperWanted
from editor.ui.review.confirm_dialog import ConfirmDialog
from editor.ui.review.fingerprint_card import card_pdf
from editor.ui.review.make_key_dialog import MakeKeyDialog
from editor.ui.review.people_table import PeopleTable, role_choices
from editor.ui.work.review_context import ReviewContext

Do = Callable[[Callable[[], str | None], str], None]


class PersonTools(QObject):
    """The row of tools below the table. changed: a dialog of theirs has changed something, with what to say of it.

    copied: a fingerprint is in the clipboard; asking: the dialog that was opened last.
    """

    changed = Signal(str)
    copied = Signal()

    def __init__(self, board: ReviewContext, table: PeopleTable, do: Do, dialog: QWidget) -> None:
        """do: changes the library; it is given the change and what to say when that is done."""
        super().__init__(dialog)
        self._board, self._table, self._do, self._dialog = board, table, do, dialog
        self.asking: QDialog | None = None
        self.role = ChoiceField(tr("职责"), role_choices())
        self.make, self.replace = QPushButton(tr("生成密钥…")), QPushButton(tr("更换密钥…"))
        self.trust, self.distrust = QPushButton(tr("核对指纹…")), QPushButton(tr("撤销确认"))
        self.copy, self.card = QPushButton(tr("复制指纹")), QPushButton(tr("指纹卡…"))
        self.remove = QPushButton(tr("登记离开"))
        self.role.chosen.connect(self._on_role_chosen)
        for make in (self.make, self.replace):
            make.clicked.connect(self._on_make_clicked)
        self.trust.clicked.connect(self._on_trust_clicked)
        self.distrust.clicked.connect(self._on_distrust_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.card.clicked.connect(self._on_card_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)

    def row(self) -> QHBoxLayout:
        """Return the tools side by side."""
        row = small_buttons(self.make, self.replace, self.trust, self.distrust, self.copy, self.card, self.remove)
        self.role.setProperty("small", "true")
        row.insertWidget(0, label(tr("职责"), ink="text2"))
        row.insertWidget(1, self.role)
        row.insertSpacing(2, 8)
        row.addStretch()
        return row

    def update_enabled(self, *, free: bool) -> None:
        """Offer what can be done with the chosen row. free: the library may be written."""
        row = self._table.row
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

    # acting

    def _on_role_chosen(self, role: Role) -> None:
        row = self._table.row
        if row:
            by = self._board.by()
            self._do(lambda: set_role(self._board.office, row.name, role, by).name, tr("已改职责"))

    def _on_remove_clicked(self) -> None:
        row = self._table.row
        if row:
            by = self._board.by()
            self._do(lambda: retire(self._board.office, row.name, by), tr("已登记离开；选一次职责就回到名单"))

    def _on_make_clicked(self) -> None:
        row = self._table.row
        if row is None:
            return
        dialog = MakeKeyDialog(self._board, row.name, key_in_use(self._board.office, row.name), self._dialog)
        dialog.made.connect(lambda: self.changed.emit(""))
        self._ask(dialog)

    def _on_trust_clicked(self) -> None:
        row = self._table.row
        if row:
            dialog = ConfirmDialog(self._board, row.name, self._dialog)
            dialog.confirmed.connect(lambda name: self.changed.emit(tr("已在这台电脑上确认{name}的密钥", name=name)))
            self._ask(dialog)

    def _on_distrust_clicked(self) -> None:
        row = self._table.row
        if row:
            message = tr("已撤销确认；要恢复就重新核对指纹")
            self._do(lambda: distrust_fingerprint(self._board.office, row.printed), message)

    def _on_copy_clicked(self) -> None:
        row = self._table.row
        if row:
            application().clipboard().setText(row.printed)
            self.copied.emit()

    def _on_card_clicked(self) -> None:
        row = self._table.row
        if row:
            board, name = self._board, row.name
            wanted = PaperWanted(
                title=tr("密钥指纹卡"),
                lead=tr("交给要核对指纹的人：照着输入，以后那台电脑就能核验。上面还写明怎样核对、密钥丢了怎么办。"),
                stem=tr("{name}的密钥指纹卡", name=name),
                folder=board.settings.export_folder,
                make=lambda: card_pdf(board, name),
            )
            self._ask(PaperDialog(wanted, board.run, self._dialog))

    def _ask(self, dialog: QDialog) -> None:
        self.asking = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
