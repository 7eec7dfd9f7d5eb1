"""What is collected, read one after the other in a thread while the user goes on writing."""

import datetime as dt
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.desk.intake.outcomes import Outcome, RefusedFile
from editor.model.errors import UserError
from editor.system.watching import StoppedError
from editor.ui.kit.job import Job

if TYPE_CHECKING:
    from editor.desk.intake.copied import Copied
    from editor.desk.intake.reading import ReadingOptions


class CollectQueue(QObject):
    """read: what a copy or a file turned out to be, in the order in which they came."""

    read = Signal(object)

    def __init__(self, options: "Callable[[], ReadingOptions]", parent: QObject | None = None) -> None:
        """options: how pieces are read, asked in the thread for each."""
        super().__init__(parent)
        self._options = options
        self._waiting: deque[Copied | Path] = deque()
        self._job: Job | None = None
        self._closed = threading.Event()

    @property
    def busy(self) -> bool:
        """Whether something is still to be read."""
        return self._job is not None

    def add(self, piece: "Copied | Path") -> None:
        """Have a piece read after those before it."""
        self._waiting.append(piece)
        self._go_on()

    def close(self) -> None:
        """Read nothing more, and end what is being read: the window goes."""
        self._waiting.clear()
        self._closed.set()

    def _go_on(self) -> None:
        if self._job or not self._waiting:
            return
        piece, at = self._waiting.popleft(), dt.datetime.now(tz=dt.UTC)
        job = self._job = Job(lambda _report: outcome_of(piece, at, replace(self._options(), watch=self._watch)))
        job.done.connect(self._on_read)
        job.ended.connect(self._on_ended)
        job.start()

    def _watch(self, _done: int, _whole: int) -> None:
        """Let what is being read go on. Raises StoppedError once the window goes."""
        if self._closed.is_set():
            raise StoppedError

    def _on_read(self, outcome: Outcome | None) -> None:
        if outcome:
            self.read.emit(outcome)

    def _on_ended(self) -> None:
        self._job = None
        self._go_on()


def outcome_of(piece: "Copied | Path", at: dt.datetime, options: "ReadingOptions") -> Outcome | None:
    """Return what a piece is; None for a copy without text, and for what was stopped."""
    from editor.desk.intake.copied import read_copied
    from editor.desk.intake.reading import read_manuscripts

    try:
        if isinstance(piece, Path):
            # one that has gone meanwhile was nothing to be told of
            return next(read_manuscripts((piece,), at=at, options=options)) if piece.exists() else None
        return read_copied(piece, at=at, options=options)
    except StoppedError:
        return None
    except UserError as error:
        return RefusedFile(path=Path(piece.name), message=str(error))
