"""Files that came at once, as far as they are read."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.desk.intake.outcomes import Outcome
from editor.system.watching import StoppedError, Watch
from editor.ui.kit.job import Job


class ReadingJob(QObject):
    """Reads files one by one beside the window. done: the outcomes, None where the user stopped it; ended: the last.

    progressed: name of the file in hand, its number from 0, files in all, thousandths of it that are read; less than 0
    where nobody knows.
    """

    done = Signal(object)
    failed = Signal(str)
    ended = Signal()
    progressed = Signal(str, int, int, int)

    def __init__(
        self,
        files: Sequence[Path],
        read: Callable[[Sequence[Path], Watch], Iterator[Outcome]],
        run: Callable[[Callable[[], None]], None],
        parent: QObject | None = None,
    ) -> None:
        """read: yields an outcome a file, and tells how far each is; run: has it done in a thread that is there."""
        super().__init__(parent)
        self._files, self._reader = tuple(files), read
        self._stop = threading.Event()
        self._place = 0
        self._job = Job(lambda _report: self._read(), run=run)
        self._job.done.connect(self.done)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self.ended)
        self._job.ended.connect(self.deleteLater)

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def stop(self) -> None:
        """Stop, in the midst of a file as well."""
        self._stop.set()

    def _read(self) -> tuple[Outcome, ...] | None:
        found, reading = list[Outcome](), self._reader(self._files, self._watch)
        try:
            for number in range(len(self._files)):
                self._place = number
                self._watch(0, 1)
                found.append(next(reading))
        except StoppedError:
            return None
        return tuple(found)

    def _watch(self, done: int, whole: int) -> None:
        """Tell how far the file in hand is. Raises StoppedError where the user stopped it."""
        if self._stop.is_set():
            raise StoppedError
        share = 1000 * done // whole if whole else -1
        self.progressed.emit(self._files[self._place].name, self._place, len(self._files), share)
