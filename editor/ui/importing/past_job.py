"""Files read one by one in a thread: each is told as soon as it is read, and the rest can be left unread."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.desk.past_reading import PastReading, Refused, read_all
from editor.ui.kit.job import Job


class PastJob(QObject):
    """file_read: a reading, or why there is none; progressed: files done, files in all; ended: nothing follows."""

    file_read = Signal(object)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(
        self, files: tuple[Path, ...], parent: QObject | None = None, *, read: tuple[PastReading, ...] = ()
    ) -> None:
        """Take the files. read: their readings, where they were read already."""
        super().__init__(parent)
        self._read = read
        self._files, self._told = files, 0
        self._found: list[PastReading | Refused] = []
        self._stopped = threading.Event()

    def start(self) -> None:
        """Begin."""
        files, found, stopped = self._files, self._found, self._stopped
        readings = self._read

        def read(shares: object) -> int:
            assert callable(shares), "a job's"  # noqa: S101
            for reading in readings or read_all(files):
                found.append(reading)
                shares(len(found), len(files))
                if stopped.is_set():
                    break
            return len(found)

        job = Job(read)
        job.progressed.connect(self._on_progress)
        job.done.connect(self._on_done)
        job.start()

    def stop(self) -> None:
        """Leave the files unread that are not begun."""
        self._stopped.set()

    def _on_progress(self, done: int, every: int) -> None:
        self._tell(done)
        self.progressed.emit(done, every)

    def _on_done(self, done: int) -> None:
        self._tell(done)
        self.ended.emit()

    def _tell(self, done: int) -> None:
        while self._told < done:
            self._told += 1
            self.file_read.emit(self._found[self._told - 1])
