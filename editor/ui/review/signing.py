"""Making the files of an issue, signing and keeping them, beside the window; it can be stopped between its steps."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.desk.review.approving import approve
from editor.desk.review.keys import open_key
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.kit.job import Job
from editor.ui.work.review_context import ReviewContext, now


class Signing(QObject):
    """One at a time. done (what was approved) or failed follows start(), neither after a bug; ended is always last."""

    step_begun = Signal(str)
    done = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, board: ReviewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._job: Job | None = None
        self._stop = threading.Event()

    @property
    def running(self) -> bool:
        """Whether files are being made and signed."""
        return self._job is not None

    def start(self, uid: str, key: Path, words: str) -> None:
        """Approve an issue. uid: its; key: the file, opened by these words."""
        self._stop.clear()
        board = self._board
        job = self._job = Job(
            lambda _report: approve(board.office, uid, open_key(key, words), now(), progress=self._begin),
            run=board.run,
        )
        job.done.connect(self.done)
        job.failed.connect(self.failed)
        job.ended.connect(self._on_ended)
        job.start()

    def stop(self) -> None:
        """Stop before the next step."""
        self._stop.set()

    def _begin(self, step: str) -> None:
        """Tell of a step of the work; called in its thread, which stops here where the user wants it."""
        if self._stop.is_set():
            raise UserError(tr("已停止，没有签发，什么都没有改。"))
        self.step_begun.emit(step)

    def _on_ended(self) -> None:
        self._job = None
        self.ended.emit()
