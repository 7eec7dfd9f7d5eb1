"""A chief editor's key is made, or the one that takes its place; then its fingerprint is shown to be handed on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.desk.formats import KEY_FILES
from editor.desk.review.enrolling import Succession, change_key, enrol
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.keys import SigningKey, open_key
from editor.model.approval import Introduction
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill, named
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import StateLine
from editor.ui.review.fingerprint_card import FingerprintCard, card_pdf, small
from editor.ui.review.key_row import KeyFileField, PassphraseField
from editor.ui.work.review_context import ReviewContext, now

_WIDTH = 600
_OLD, _OTHER, _NONE = "old", "other", "none"


class MakeKeyDialog(GrowingDialog):
    """made: there is a new key. old: the one that ends with it, None for a first key."""

    made = Signal()

    def __init__(
        self, board: ReviewContext, name: str, old: Introduction | None, parent: QWidget | None = None
    ) -> None:
        title = tr("更换{name}的密钥", name=name) if old else tr("生成{name}的密钥", name=name)
        super().__init__(title, parent)
        self._board, self._name, self._old = board, name, old
        self._task: Job | None = None
        self._printed = ""
        self.setMinimumWidth(_WIDTH)
        self.file, self.choose = QLineEdit(), QPushButton(tr("选择…"))
        self.words, self.again = PassphraseField(tr("口令")), PassphraseField(tr("再输一次"))
        self.surety = ChoiceField(tr("由谁作保"))
        self.signer, self.signer_words = KeyFileField(None, tr("作保的密钥")), PassphraseField(tr("作保密钥的口令"))
        self.message = StateLine()
        self.confirm, self.cancel = QPushButton(tr("生成")), QPushButton(tr("取消"))
        self.card = FingerprintCard(name, lambda: card_pdf(board, name))
        self._pages = QStackedWidget()
        self._lay_out(title)
        self._connect()
        self._show_surety()
        self.choose.setFocus()

    @property
    def printed(self) -> str:
        """The new key's fingerprint, empty before there is one."""
        return self._printed

    # building

    def _lay_out(self, title: str) -> None:
        stack = QVBoxLayout(self)
        fill(
            stack,
            title,
            tr("密钥是一个文件，用口令锁着，由总编辑自己保管，最好放在 U 盘上。有文件又有口令的人才能签发。"),
        )
        self._pages.addWidget(self._form())
        self._pages.addWidget(self.card)
        stack.addWidget(self._pages)
        stack.addWidget(self.message)

    def _form(self) -> QWidget:
        self.file.setAccessibleName(tr("密钥文件放在哪里"))
        self.file.setPlaceholderText(tr("例如 U 盘上的 {name}{ending}", name=self._name, ending=KEY_FILES.ending))
        self.choose.setAutoDefault(False)
        place = QWidget()
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.file, 1)
        line.addWidget(self.choose)
        page = QWidget()
        stack = QVBoxLayout(page)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(8)
        stack.addLayout(named(tr("放到"), place))
        stack.addLayout(named(tr("口令"), self.words))
        stack.addLayout(named(tr("再输一次"), self.again))
        stack.addWidget(small(tr("口令至少 10 个字，一句只有自己知道的话最好。程序里不存口令，忘了谁也找不回。")))
        if self._old:
            stack.addSpacing(8)
            self._add_surety(stack)
        stack.addStretch()
        stack.addSpacing(12)
        stack.addLayout(buttons_row(self.cancel, self.confirm))
        return page

    def _add_surety(self, stack: QVBoxLayout) -> None:
        self.surety.show_choices(
            (
                (_OLD, tr("旧密钥还在：用它作保")),
                (_OTHER, tr("旧密钥丢了：请另一位总编辑作保")),
                (_NONE, tr("都没有：到每台电脑上（这一台也要）重新核对指纹")),
            )
        )
        self.surety.show_key(_OLD)
        stack.addLayout(named(tr("由谁作保"), self.surety))
        self._signing = QWidget()
        inner = QVBoxLayout(self._signing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(named(tr("密钥文件"), self.signer))
        inner.addLayout(named(tr("它的口令"), self.signer_words))
        stack.addWidget(self._signing)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose_clicked)
        self.confirm.clicked.connect(self.start)
        self.cancel.clicked.connect(self.reject)
        self.surety.chosen.connect(lambda _key: self._show_surety())
        self.card.left.connect(self.accept)
        self.file.textEdited.connect(lambda _text: self.message.show_message(""))
        for field in (self.words, self.again, self.signer_words):
            field.edited.connect(lambda: self.message.show_message(""))

    # acting

    def start(self) -> None:
        """Make the key."""
        try:
            path, make = self._path(), self._maker()
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        task = self._task = Job(lambda _report: make())
        task.done.connect(self._on_made)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self._pages.setEnabled(False)
        self.message.show_message(tr("正在生成“{name}”…", name=path.name))
        task.start()

    def reject(self) -> None:
        # a key that is being written is there in a moment
        if self._task is None:
            super().reject()

    # inside

    def _path(self) -> Path:
        text = self.file.text().strip().strip("\"'")
        if not text:
            raise UserError(tr("请先选好密钥文件放在哪里。"))
        return Path(text).with_suffix(KEY_FILES.ending)

    def _maker(self) -> Callable[[], SigningKey]:
        """Return what makes the key. Raises UserError for what is not filled in."""
        path, words, office, name, old = self._path(), self.words.words, self._board.office, self._name, self._old
        if words != self.again.words:
            raise UserError(tr("两次输入的口令不同，请重新输入。"))
        if old is None:
            return lambda: enrol(office, path, name=name, passphrase=words, at=now())
        signer, secret = self.signer.path, self.signer_words.words
        if self.surety.key == _NONE:
            return lambda: change_key(office, path, Succession(old=old), passphrase=words, at=now())
        if signer is None:
            raise UserError(tr("请选好作保的密钥文件。"))

        def make() -> SigningKey:
            succession = Succession(old=old, signer=open_key(signer, secret))
            return change_key(office, path, succession, passphrase=words, at=now())

        return make

    def _on_made(self, key: SigningKey) -> None:
        self._printed = fingerprint(key.public)
        self.card.show_printed(self._printed)
        self._pages.setCurrentIndex(1)
        self._board.settings.key_file = self._path()
        for field in (self.words, self.again, self.signer_words):
            field.field.clear()
        self.message.show_message(tr("已生成“{name}”", name=self._path().name), state="ok")
        self.made.emit()

    def _on_failed(self, reason: str) -> None:
        self.message.show_message(reason, state="error")

    def _on_ended(self) -> None:
        self._task = None
        self._pages.setEnabled(True)
        # what had the focus was disabled meanwhile
        (self.card.leave if self._printed else self.words).setFocus()

    def _on_choose_clicked(self) -> None:
        start = str(Path.home() / f"{self._name}{KEY_FILES.ending}")
        name, _ = QFileDialog.getSaveFileName(self, tr("密钥文件放在哪里"), start, KEY_FILES.dialog_filter)
        if name:
            self.file.setText(name)
            self.words.setFocus()

    def _show_surety(self) -> None:
        if self._old:
            self._signing.setVisible(self.surety.key != _NONE)
