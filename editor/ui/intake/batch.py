"""Files that came at once, as far as they are read."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.desk.intake.outcomes import Outcome
from editor.desk.ports import Shares
from editor.ui.kit.job import Job


class ReadingJob(QObject):
    """Reads files one by one beside the window. done: the outcomes, None where the user stopped it; ended: the last."""

    done = Signal(object)
    failed = Signal(str)
    ended = Signal()
    progressed = Signal(str, int, int)

    def __init__(
        self,
        files: Sequence[Path],
        read: Callable[[Sequence[Path]], Iterator[Outcome]],
        run: Callable[[Callable[[], None]], None],
        parent: QObject | None = None,
    ) -> None:
        """read: yields an outcome a file; run: has it done in the thread that may use PDFium."""
        super().__init__(parent)
        self._files, self._reader = tuple(files), read
        self._stop = threading.Event()
        self._job = Job(self._read, run=run)
        self._job.progressed.connect(self._on_progressed)
        self._job.done.connect(self.done)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self.ended)
        self._job.ended.connect(self.deleteLater)

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def stop(self) -> None:
        """Stop before the next file."""
        self._stop.set()

    def _read(self, report: Shares) -> tuple[Outcome, ...] | None:
        found, reading = list[Outcome](), self._reader(self._files)
        for number in range(len(self._files)):
            report(number, len(self._files))
            if self._stop.is_set():
                return None
            found.append(next(reading))
        return tuple(found)

    def _on_progressed(self, number: int, total: int) -> None:
        self.progressed.emit(self._files[number].name, number, total)
