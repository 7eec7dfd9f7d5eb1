"""One job of the backups' dialog at a time: begun, shown with its progress, ended."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar

from editor.desk.ports import Shares
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import StateLine


class BackupWork(QObject):
    """Of one dialog, with its bar and its line. changed: something has begun or ended."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.busy = False
        self.message, self.progress = StateLine(), QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()

    def begin(self, words: str, call: Callable[[Shares], object], done: Callable[[Any], None]) -> None:
        """Do something in a thread. words: said meanwhile; done: given what it has brought about."""
        self._set_busy(busy=True)
        self.message.show_message(words)
        job = Job(call)
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        job.progressed.connect(self._on_progressed)
        job.start()

    def _on_failed(self, reason: str) -> None:
        self.message.show_message(reason, state="error")

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_ended(self) -> None:
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)
        self.changed.emit()
