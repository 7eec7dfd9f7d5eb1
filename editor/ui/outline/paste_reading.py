"""A large copy read beside the window: a page of several MB takes seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.desk.intake.outcomes import ReadArticle
from editor.model.language import tr
from editor.ui.kit.job import Job
from editor.ui.kit.reading_progress import ReadingProgress

LARGE = 300_000
"""Characters of HTML from which on a copy is read beside the window: they take a third of a second."""


class PasteReading(QObject):
    """Runs once, with a bar and a way out. done: what was read, None for nothing; failed: why not.

    Where the user stops it the reader runs to its end and nothing comes of it.
    """

    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, read: Callable[[], ReadArticle | None], window: QWidget) -> None:
        """read: reads the copy, in a thread."""
        super().__init__(window)
        self.progress: ReadingProgress | None = ReadingProgress(window)
        self.progress.show_progress(tr("剪贴板"), 0, 1, -1)
        self.progress.stopped.connect(self._on_stopped)
        self._job = Job(lambda _report: read())
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._end)
        self._job.ended.connect(self.deleteLater)

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def _on_done(self, found: ReadArticle | None) -> None:
        if self._end():
            self.done.emit(found)

    def _on_failed(self, reason: str) -> None:
        if self._end():
            self.failed.emit(reason)

    def _on_stopped(self) -> None:
        self._end()
        self.stopped.emit()

    def _end(self) -> bool:
        """Take the bar away; return whether it was still there."""
        progress, self.progress = self.progress, None
        if progress:
            progress.end()
        return progress is not None
