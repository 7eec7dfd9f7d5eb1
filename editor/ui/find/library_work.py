"""One job of the library's dialog at a time: begun, shown with its progress, ended."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from editor.ui.find.job import LibraryJob
from editor.ui.kit.pieces import StateLine


class LibraryWork(QObject):
    """Of one dialog, with its bar and its line. changed: something has begun or ended; stopped: the user stopped it."""

    changed = Signal()
    stopped = Signal()

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self.message, self.progress = StateLine(), QProgressBar()
        self.progress.setTextVisible(False)
        self._job: LibraryJob | None = None
        self._done: Callable[[Any], None] | None = None

    @property
    def running(self) -> bool:
        """Whether the library is being looked through or written."""
        return self._job is not None

    def begin(self, job: LibraryJob, words: str, done: Callable[[Any], None]) -> None:
        """Start a job. words: said meanwhile; done: given what it has brought about; a failure is said here."""
        self._done = done
        job.done.connect(self._on_done)
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        self._job = job
        self.progress.setRange(0, 0)
        self.message.show_message(words)
        self.changed.emit()
        job.start()

    def stop(self) -> None:
        """Stop what is going on before its next step."""
        if self._job:
            self._job.stop()

    def _on_done(self, outcome: object) -> None:
        self._end()
        if self._done:
            self._done(outcome)

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_failed(self, reason: str) -> None:
        self._end()
        self.message.show_message(reason, state="error")

    def _on_stopped(self) -> None:
        self._end()
        self.stopped.emit()

    def _end(self) -> None:
        if self._job:
            self._job.wait()
        self._job = None
        self.changed.emit()
