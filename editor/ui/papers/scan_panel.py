"""Scans of the form as it was signed on paper: chosen or dropped here, looked at in the system's viewer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.files import write_file
from editor.desk.formats import SCAN_FILES
from editor.desk.review.scans import (
    keep_scan,
    put_scan_back,
    scan_file,
    scans_shown,
    withdraw_scan,
)
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.saying import said_date
from editor.model.signed_scan import SignedScan
from editor.ui.kit.drop_cue import DropCue
from editor.ui.kit.drop_words import scan_words
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import CutLabel, StateLine
from editor.ui.kit.viewer import folder_to_view_from, view
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style
from editor.ui.work.review_context import ReviewContext


class ScanPanel(QWidget):
    """Of one approved issue. What comes in is archive metadata: the approval stays as it is."""

    def __init__(self, board: ReviewContext, issue: Issue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board, self._issue = board, issue
        self._busy = False
        self.add, self.message = QPushButton(tr("存入扫描件…")), StateLine()
        self.rows: tuple[ScanItem, ...] = ()
        self._list = QVBoxLayout()
        free = not board.session.library.read_only
        self.setAcceptDrops(free)
        DropCue(self, scan_words)
        self.add.setEnabled(free)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add_clicked)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show what the library holds."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        office, free = self._board.office, not self._board.session.library.read_only
        try:
            shown, away = (scans_shown(office, self._issue, withdrawn=one) for one in (False, True))
        except UserError as error:
            shown, away = (), ()
            self.message.show_message(str(error), state="error")
        self.rows = (*(ScanItem(one) for one in shown), *(ScanItem(one, withdrawn=True) for one in away))
        for row in self.rows:
            row.open.clicked.connect(lambda _on=False, scan=row.scan: self._show(scan))
            row.shift.clicked.connect(lambda _on=False, row=row: self._move(row))
            row.shift.setEnabled(free)
            self._list.addWidget(row)

    def take(self, files: Sequence[Path]) -> None:
        """Keep files, one after the other; say of the first that is refused why."""
        if self._busy or not files:
            return
        board, uid, by = self._board, self._issue.uid, self._board.by()
        self._busy = True
        self.message.show_message(tr("正在存入…"))
        task = Job(lambda _report: [keep_scan(board.office, uid, path, by) for path in files], run=board.run)
        task.done.connect(self._on_kept)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.start()

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # inside

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 8, 0, 0)
        stack.setSpacing(8)
        stack.addWidget(label(tr("纸上签字的扫描件"), role="strong"))
        lead = tr("照片或 PDF 拖到这里，随签发一同存档，也随期刊包走。作数的仍是电子签名。")
        words = label(lead, role="small", ink="text2")
        words.setWordWrap(True)
        stack.addWidget(words)
        self._list.setSpacing(4)
        stack.addLayout(self._list)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch()
        stack.addLayout(line)
        stack.addWidget(self.message)
        stack.addStretch()

    def _on_kept(self, kept: list[SignedScan]) -> None:
        self.message.show_message(tr("已存入 {n} 份，签发照旧。", n=len(kept)), state="ok")

    def _on_failed(self, reason: str) -> None:
        self.message.show_message(reason, state="error")

    def _on_ended(self) -> None:
        self._busy = False
        self.refresh()

    def _on_add_clicked(self) -> None:
        start = str(self._board.settings.export_folder)
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("存入签字的扫描件"), start, SCAN_FILES.dialog_filter)
        self.take([Path(one) for one in chosen])

    def _move(self, row: "ScanItem") -> None:
        """Withdraw a scan, or put one back."""
        scan, back = row.scan, row.withdrawn
        try:
            (put_scan_back if back else withdraw_scan)(self._board.office, scan, self._board.by())
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        done = (
            tr("已放回“{title}”。", title=scan.title) if back else tr("已撤下“{title}”，签发照旧。", title=scan.title)
        )
        self.message.show_message(done, state="ok")
        self.refresh()
        self.add.setFocus()

    def _show(self, scan: SignedScan) -> None:
        try:
            name, data = scan_file(self._board.office, scan)
            path = folder_to_view_from() / name
            write_file(path, data)
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        if not view(path):
            self.message.show_message(tr("没能打开它；文件在“{path}”，请自己打开。", path=path), state="error")


class ScanItem(QFrame):
    """A scan: its name, who put it here and when. One that was withdrawn is dim, and may be put back."""

    def __init__(self, scan: SignedScan, *, withdrawn: bool = False) -> None:
        super().__init__()
        self.scan, self.withdrawn = scan, withdrawn
        set_style(self, ground="card")
        at = scan.at.astimezone()
        kept = tr("{name} 存入，{day} {time}", name=scan.name, day=said_date(at.date()), time=f"{at:%H:%M}")
        self.words = tr("已撤下，不随期刊包走。{kept}", kept=kept) if withdrawn else kept
        self.open, self.shift = QPushButton(tr("查看")), QPushButton(tr("放回") if withdrawn else tr("撤下"))
        for button in (self.open, self.shift):
            button.setProperty("small", "true")
            button.setAutoDefault(False)
            button.setAccessibleName(f"{button.text()} {scan.title}")
        title = CutLabel(ink="text2" if withdrawn else "text")
        title.show_text(scan.title)
        message = label(self.words, role="small", ink="text2")
        message.setWordWrap(True)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(title)
        lines.addWidget(message)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addLayout(lines, 1)
        row.addWidget(self.open)
        row.addWidget(self.shift)
