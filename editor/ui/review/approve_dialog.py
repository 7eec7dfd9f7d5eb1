"""签发: exactly what is signed, with whose key; then the files are made, signed and kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.desk.review.approving import Approved
from editor.desk.review.obstacles import Obstacle, blocked_words
from editor.desk.review.steps import refusal
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.review import Step
from editor.model.saying import said_number
from editor.ui.kit.dialog_frame import GrowingDialog
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.review.key_row import KeyFileField, PassphraseField
from editor.ui.review.keys_dialog import KeysDialog
from editor.ui.review.obstacle_list import ObstacleList
from editor.ui.review.signed_facts import SignedFacts
from editor.ui.review.signing import Signing
from editor.ui.theme.apply import set_style
from editor.ui.work.review_context import ReviewContext

_WIDTH = 640


class ApproveDialog(GrowingDialog):
    """taken: the issue is approved. command_wanted: what to do next, by name."""

    taken = Signal()
    obstacle_chosen = Signal(object)
    command_wanted = Signal(str)

    def __init__(
        self,
        board: ReviewContext,
        issue: Issue,
        *,
        before: Sequence[Obstacle],
        sheets: int,
        parent: QWidget | None = None,
    ) -> None:
        """sheets: how many pages the issue has, 0 before they are set."""
        super().__init__(tr("签发"), parent)
        self._board, self._issue = board, issue
        self._blocked = blocked_words(before)
        self.signing = Signing(board, self)
        self.asking: KeysDialog | None = None
        self.setMinimumWidth(_WIDTH)
        self.facts, self.before = SignedFacts(board.session.library, issue, sheets), ObstacleList(before)
        self.key = KeyFileField(board.settings.key_file, tr("密钥文件"))
        self.passphrase = PassphraseField(tr("口令"))
        self.keys = QPushButton(tr("签发人与密钥…"))
        self.message, self.progress = StateLine(), QProgressBar()
        self.confirm, self.cancel = QPushButton(tr("签发")), QPushButton(tr("取消"))
        self.publish = QPushButton(tr("印发…"))
        self._lay_out()
        self._connect()
        self._update_enabled()
        (self.passphrase if self.key.owner else self.key).setFocus()

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        number = "".join(said_number(self._issue.number)[-1:])
        stack.addWidget(label(tr("签发{issue}", issue=number), role="view"))
        lead = label(
            tr("用自己的密钥签下这些页。签发之后，印出的内容改动一个字，核验都看得出来；以后导出的就是签下的这一份。"),
            ink="text2",
        )
        lead.setWordWrap(True)
        stack.addWidget(lead)
        stack.addSpacing(8)
        stack.addWidget(label(tr("签的是什么"), role="strong"))
        stack.addWidget(self.facts)
        stack.addSpacing(8)
        stack.addWidget(label(tr("签发前"), role="strong"))
        stack.addWidget(self.before)
        stack.addSpacing(8)
        stack.addLayout(_form(self.key, self.passphrase))
        stack.addWidget(self.message)
        stack.addStretch()
        stack.addWidget(self.progress)
        stack.addSpacing(8)
        stack.addLayout(self._buttons())
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.hide()
        self.publish.hide()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        set_style(self.keys, kind="quiet")
        row.addWidget(self.keys)
        row.addStretch()
        for button in (self.publish, self.cancel, self.confirm):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.keys.setAutoDefault(False)
        set_style(self.confirm, kind="primary")
        self.confirm.setDefault(True)
        return row

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self.start)
        self.keys.clicked.connect(self._on_keys_clicked)
        self.publish.clicked.connect(self._on_publish_clicked)
        self.key.chosen.connect(self._update_enabled)
        self.passphrase.edited.connect(self._update_enabled)
        self.before.chosen.connect(self._on_obstacle_chosen)
        self.signing.step_begun.connect(lambda step: self.message.show_message(tr("{step}…", step=step)))
        self.signing.done.connect(self._on_done)
        self.signing.failed.connect(lambda reason: self.message.show_message(reason, state="error"))
        self.signing.ended.connect(self._on_ended)

    # acting

    def start(self) -> None:
        """Make the files, sign them and keep them."""
        path = self.key.path
        if self.signing.running or path is None:
            return
        self._board.settings.key_file = path
        self._set_running(running=True)
        self.message.show_message(tr("正在打开密钥…"))
        self.signing.start(self._issue.uid, path, self.passphrase.words)

    def reject(self) -> None:
        if self.signing.running:
            self.signing.stop()
            self.message.show_message(tr("正在停止…"))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.signing.running:
            self.signing.stop()
            event.ignore()
            return
        super().closeEvent(event)

    # answers

    def _on_done(self, made: Approved) -> None:
        approval = made.approval
        self.facts.show_files(approval)
        words = tr("{name}已签发，PDF 和 Word 已存进刊库。", name=approval.name)
        self.message.show_message("\n".join((words, *made.warnings)), state="ok")
        for part in (self.key, self.passphrase, self.keys, self.confirm, self.before):
            part.setEnabled(False)
        self.confirm.hide()
        self.publish.show()
        self.cancel.setText(tr("完成"))
        set_style(self.cancel, kind="primary")
        self.passphrase.field.clear()
        self.taken.emit()

    def _on_ended(self) -> None:
        self._set_running(running=False)
        # what had the focus was disabled meanwhile
        if self.confirm.isVisible():
            self.passphrase.setFocus()
            self.passphrase.field.selectAll()
        else:
            self.cancel.setFocus()

    def _on_keys_clicked(self) -> None:
        self.asking = KeysDialog(self._board, self)
        self.asking.finished.connect(self._on_keys_left)
        self.asking.finished.connect(self.asking.deleteLater)
        self.asking.open()

    def _on_keys_left(self) -> None:
        """Take the key that may have been made meanwhile."""
        made = self._board.settings.key_file
        if made and not self.key.path:
            self.key.take(made)
        self._update_enabled()

    def _on_publish_clicked(self) -> None:
        self.accept()
        self.command_wanted.emit("review.publish")

    def _on_obstacle_chosen(self, one: Obstacle) -> None:
        self.reject()
        self.obstacle_chosen.emit(one)

    # showing

    def _set_running(self, *, running: bool) -> None:
        self.progress.setVisible(running)
        for part in (self.key, self.passphrase, self.keys):
            part.setEnabled(not running and self.confirm.isVisible())
        self.confirm.setEnabled(not running)
        if self.confirm.isVisible():
            self.cancel.setText(tr("停止") if running else tr("取消"))

    def _update_enabled(self) -> None:
        """Say at once what stands in the way of this key's holder."""
        owner, library = self.key.owner, self._board.session.library
        reason = (refusal(library, self._issue, Step.APPROVE, owner) if owner else "") or self._blocked
        self.message.show_message(reason, state="error" if reason else "")
        self.confirm.setEnabled(bool(owner and self.passphrase.words) and not reason)


def _form(key: KeyFileField, passphrase: PassphraseField) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, 64)
    grid.setColumnStretch(1, 1)
    for place, (name, field) in enumerate(((tr("密钥文件"), key), (tr("口令"), passphrase))):
        message = label(name, ink="text2")
        message.setFixedHeight(32)
        grid.addWidget(message, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, place, 1)
    return grid
