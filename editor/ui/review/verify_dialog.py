"""核验: is this issue, this library, this file what was approved, and if not, in what does it differ."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.formats import SIGNED_FILES
from editor.desk.review.remarks import Verdict
from editor.desk.review.verifying import verify_file, verify_issue, verify_library
from editor.model.language import tr
from editor.ui.kit.dialog_frame import GrowingDialog, fill
from editor.ui.kit.drop_cue import DropCue
from editor.ui.kit.drop_words import verify_words
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import application
from editor.ui.review.verdict_card import VerdictList, verdict_text
from editor.ui.theme.apply import set_style
from editor.ui.work.review_context import ReviewContext

_SIZE = (720, 560)
Run = Callable[[Callable[[], None]], None]


class VerifyDialog(GrowingDialog):
    """run: does a call in the thread that may use PDFium. Files may be dropped on it."""

    def __init__(self, board: ReviewContext, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(tr("核验"), parent)
        self._board, self._run = board, run
        self._busy = False
        self.verdicts: tuple[Verdict, ...] = ()
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        DropCue(self, verify_words)
        self.issue, self.library = QPushButton(tr("核验这一期")), QPushButton(tr("核验整个刊库"))
        self.file = QPushButton(tr("核验文件…"))
        self.message, self.copy, self.leave = StateLine(), QPushButton(tr("复制结果")), QPushButton(tr("完成"))
        self.cards = VerdictList()
        self._lay_out()
        self._connect()
        self._enable()

    # acting

    def check_issue(self) -> None:
        """Verify the open issue."""
        opened = self._board.session.opened_issue
        if opened:
            uid = opened.issue.uid
            self._begin(tr("正在核验这一期…"), lambda: (verify_issue(self._board.office, uid),))

    def check_library(self) -> None:
        """Verify every issue that is, or says that it is, approved."""
        self._begin(tr("正在核验整个刊库…"), lambda: verify_library(self._board.office))

    def check_files(self, files: Sequence[Path]) -> None:
        """Verify files, whatever issue they are of."""
        wanted = tuple(files)
        if wanted:
            self._begin(tr("正在核验文件…"), lambda: tuple(verify_file(self._board.office, one) for one in wanted))

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.check_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # inside

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        lead = tr("对照签名，看是不是签发的那一份：PDF、Word、期刊包都可以拖到这里，差在哪里会逐条指出。")
        fill(stack, tr("核验"), lead)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.issue, self.library, self.file):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        stack.addLayout(row)
        stack.addWidget(self.message)
        stack.addWidget(self.cards, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.copy)
        foot.addStretch()
        foot.addWidget(self.leave)
        set_style(self.copy, kind="quiet")
        set_style(self.leave, kind="primary")
        self.copy.setAutoDefault(False)
        self.leave.setDefault(True)
        stack.addLayout(foot)

    def _connect(self) -> None:
        self.issue.clicked.connect(self.check_issue)
        self.library.clicked.connect(self.check_library)
        self.file.clicked.connect(self._on_file_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.leave.clicked.connect(self.accept)

    def _begin(self, words: str, call: Callable[[], tuple[Verdict, ...]]) -> None:
        if self._busy:
            return
        self._busy = True
        self.verdicts = ()
        self.cards.show_verdicts(self.verdicts)
        self.message.show_message(words)
        self._enable()
        task = Job(lambda _report: call(), run=self._run)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.start()

    def _on_done(self, verdicts: tuple[Verdict, ...]) -> None:
        self.verdicts = verdicts
        self.cards.show_verdicts(self.verdicts)
        wrong = sum(not one.holds for one in verdicts)
        if not verdicts:
            self.message.show_message(tr("刊库里还没有签发过的期刊。"))
        elif wrong:
            self.message.show_message(tr("{n} 份没有通过核验。", n=wrong), state="error")
        else:
            self.message.show_message(tr("{n} 份都属实。", n=len(verdicts)), state="ok")

    def _on_failed(self, reason: str) -> None:
        self.message.show_message(reason, state="error")

    def _on_ended(self) -> None:
        self._busy = False
        self._enable()

    def _on_file_clicked(self) -> None:
        start, forms = str(self._board.settings.export_folder), SIGNED_FILES.dialog_filter
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("核验文件"), start, forms)
        self.check_files([Path(one) for one in chosen])

    def _on_copy_clicked(self) -> None:
        application().clipboard().setText("\n\n".join(map(verdict_text, self.verdicts)))
        self.message.show_message(tr("结果已复制"), state="ok")

    def _enable(self) -> None:
        self.copy.setEnabled(bool(self.verdicts))
        for button in (self.issue, self.library, self.file):
            button.setEnabled(not self._busy)
        self.issue.setEnabled(not self._busy and self._board.session.opened_issue is not None)
