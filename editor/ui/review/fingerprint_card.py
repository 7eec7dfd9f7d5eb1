"""A new key's fingerprint, large enough to be read out, and ways to hand it on."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.desk.files import write_file
from editor.desk.formats import PDF_FILES
from editor.model.language import tr
from editor.ui.kit.dialog_frame import buttons_row
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import application, label
from editor.ui.theme.apply import set_style
from editor.ui.work.review_context import ReviewContext


class FingerprintCard(QWidget):
    """left: the user is done with it."""

    left = Signal()

    def __init__(self, name: str, make: Callable[[], bytes], parent: QWidget | None = None) -> None:
        """name: of the key's holder; make: sets the card on paper."""
        super().__init__(parent)
        self._name, self._make, self._printed = name, make, ""
        self._groups, self.message = label(role="view"), StateLine()
        self.copy, self.save = QPushButton(tr("复制指纹")), QPushButton(tr("存为 PDF…"))
        self.leave = QPushButton(tr("完成"))
        self._lay_out()
        self.copy.clicked.connect(self._on_copy_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.leave.clicked.connect(self.left)

    def show_printed(self, printed: str) -> None:
        """Show a fingerprint."""
        self._printed, groups = printed, printed.split()
        self._groups.setText("\n".join("　".join(groups[at : at + 4]) for at in (0, 4)))

    def save_to(self, path: Path) -> None:
        """Write the card on paper, with what to do with it."""
        make = self._make
        task = Job(lambda _report: _written(path, make()))
        task.done.connect(self._on_saved)
        task.failed.connect(self._on_failed)
        task.start()

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(8)
        card = QFrame()
        set_style(card, ground="accent")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.addWidget(label(tr("指纹"), ink="text2"))
        inner.addWidget(self._groups)
        self._groups.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        stack.addWidget(card)
        for words in (
            tr("每台要核验的电脑核对一次指纹：打电话念给对方，或者打印指纹卡交给他。"),
            tr("现在就把密钥文件另存一份到安全的地方。丢了文件或忘了口令都找不回，只能更换密钥；以前签发的照旧作数。"),
        ):
            stack.addWidget(small(words))
        stack.addWidget(self.message)
        stack.addStretch()
        stack.addSpacing(12)
        stack.addLayout(buttons_row(self.copy, self.save, self.leave))

    def _on_saved(self, name: str) -> None:
        self.message.show_message(tr("已存为“{name}”，可以打印", name=name), state="ok")

    def _on_failed(self, reason: str) -> None:
        self.message.show_message(reason, state="error")

    def _on_copy_clicked(self) -> None:
        application().clipboard().setText(self._printed)
        self.message.show_message(tr("指纹已复制"), state="ok")

    def _on_save_clicked(self) -> None:
        start = str(Path.home() / tr("{name}的密钥指纹卡.pdf", name=self._name))
        name, _ = QFileDialog.getSaveFileName(self, tr("存为 PDF"), start, PDF_FILES.dialog_filter)
        if name:
            self.save_to(Path(name))


def _written(path: Path, data: bytes) -> str:
    """Write a card and return its file's name."""
    write_file(path, data)
    return path.name


def card_pdf(board: ReviewContext, name: str) -> bytes:
    """Return the card of the key by which someone signs. Raises UserError where there is none."""
    # loaded when it is asked for, with the typesetter
    from editor.desk.papers.key_card import key_card_pdf

    return key_card_pdf(board.office, name, dt.datetime.now().astimezone())


def small(words: str) -> QLabel:
    """Return a sentence of explanation."""
    made = label(words, role="small", ink="text3")
    made.setWordWrap(True)
    return made
