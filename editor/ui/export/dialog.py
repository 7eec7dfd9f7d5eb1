"""The export dialog: which forms, what name, where; then progress, and what came of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.desk.exporting import Export
from editor.desk.printable_issue import PrintableIssue
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.saying import said_number
from editor.ui.export.form import ExportForm
from editor.ui.export.job import ExportJob, Originals, Released
from editor.ui.export.status import ExportStatus
from editor.ui.kit.dialog_frame import GrowingDialog
from editor.ui.kit.viewer import view
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_COVER_WIDTH = 196


class ExportDialog(GrowingDialog):
    """Exports one issue; exported tells what was made.

    sheets: how many pages it has, 0 before they are set; released: looks up what was signed of an approved issue;
    originals: looks up the files that a package carries along.
    """

    exported = Signal(object)

    def __init__(
        self,
        opened: PrintableIssue,
        folder: Path,
        *,
        sheets: int,
        released: Released,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("导出"), parent)
        self._opened, self._released = opened, released
        self.originals: Originals = tuple
        self._doubts: Sequence[str] = ()
        self._job: ExportJob | None = None
        self.resize(832, 520)
        self.form, self.status = ExportForm(opened, folder, self), ExportStatus(self)
        self.start_button, self.close_button = QPushButton(tr("导出")), QPushButton(tr("取消"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.cover = QLabel()
        row.addWidget(_preview(self.cover, sheets))
        row.addLayout(self._lay_out(), 1)
        self.start_button.clicked.connect(self.start)
        self.close_button.clicked.connect(self.reject)
        self.form.changed.connect(self._update_enabled)
        self._update_enabled()

    @property
    def issue(self) -> Issue:
        """What is exported."""
        return self._opened.issue

    @property
    def running(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    def show_cover(self, picture: QPixmap) -> None:
        """Show the picture of the first page."""
        self.cover.setPixmap(picture)

    def show_doubts(self, doubts: Sequence[str]) -> None:
        """Say why an approval does not count here: only proofs go out then."""
        self._doubts = doubts
        self._update_enabled()

    def start(self) -> None:
        """Export."""
        if self._job is not None:
            return
        self._job = ExportJob(self._opened, self.form.wanted, self._released, self.originals, self)
        self._job.copied.connect(self.status.show_copied)
        self._job.step_begun.connect(self.status.show_step)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.stopped.connect(self._on_stopped)
        self._show_running(running=True)
        self._job.start()

    def reject(self) -> None:
        if self._job is not None:
            self._job.stop()
            self.status.show_message(tr("正在停止…"))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.stop()
            self._job.wait()
        super().closeEvent(event)

    # inside

    def _lay_out(self) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        total = "".join(said_number(self._opened.issue.number)[-1:])
        stack.addWidget(label(tr("导出{total}", total=total), role="view"))
        stack.addSpacing(8)
        self.form.place(stack)
        stack.addSpacing(8)
        stack.addWidget(self.status.wording)
        stack.addWidget(self.status.warning)
        stack.addStretch()
        stack.addWidget(self.status.bar)
        stack.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.close_button)
        row.addWidget(self.start_button)
        set_style(self.start_button, kind="primary")
        self.start_button.setDefault(True)
        stack.addLayout(row)
        return stack

    def _update_enabled(self) -> None:
        self.start_button.setEnabled(self.status.show_before(self.form, self._doubts))

    def _show_running(self, *, running: bool) -> None:
        self.form.enable(on=not running)
        self.start_button.setVisible(not running)
        self.close_button.setText(tr("停止") if running else tr("关闭"))
        self.status.show_running(running=running)

    def _on_done(self, outcome: Export) -> None:
        self._finish()
        folder = self.form.folder.text()
        opened = not self.form.open_after.isChecked() or view(Path(folder))
        unopened = () if opened else (tr("没能打开文件夹，请自己到“{folder}”里找。", folder=folder),)
        self.status.show_written(outcome.written, (*outcome.warnings, *unopened))
        self.exported.emit(outcome)

    def _on_failed(self, reason: str) -> None:
        self._finish()
        self.status.show_message(reason, ink="error")

    def _on_stopped(self, written: int) -> None:
        self._finish()
        self.status.show_stopped(written)

    def _finish(self) -> None:
        if self._job is not None:
            self._job.wait()
        self._job = None
        self._show_running(running=False)


def _preview(page: QLabel, sheets: int) -> QWidget:
    side = QWidget()
    side.setFixedWidth(252)
    set_style(side, ground="sunken")
    stack = QVBoxLayout(side)
    stack.setContentsMargins(28, 28, 28, 28)
    page.setFixedSize(_COVER_WIDTH, _COVER_WIDTH * 297 // 210)
    page.setScaledContents(True)
    set_style(page, ground="raised")
    page.setAccessibleName(tr("封面"))
    stack.addWidget(page)
    stack.addSpacing(12)
    stack.addWidget(label(tr("{n} 页 · A4", n=sheets) if sheets else tr("正在排版…"), role="small", ink="text2"))
    stack.addStretch()
    return side
