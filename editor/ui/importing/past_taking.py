"""Many readings taken into the library one by one in a thread; those not begun can be left."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from editor.desk.importing import Import
from editor.desk.past_reading import PastReading, take_past
from editor.desk.ports import Library
from editor.model.errors import UserError
from editor.ui.kit.job import Job


class PastTaking(QObject):
    """taken: place of a file, and what came in or why it did not; progressed: files done, in all; ended: the last."""

    taken = Signal(int, object)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(
        self, readings: Sequence[tuple[int, PastReading]], library: Library, parent: QObject | None = None
    ) -> None:
        """Take the readings with the places of their files."""
        super().__init__(parent)
        self._readings, self._library, self._told = tuple(readings), library, 0
        self._outcomes: list[Import | str] = []
        self._stopped = threading.Event()

    def start(self) -> None:
        """Begin."""
        readings, outcomes = self._readings, self._outcomes
        library, stopped = self._library, self._stopped

        def take(shares: object) -> int:
            assert callable(shares), "a job's"  # noqa: S101
            for _, reading in readings:
                if stopped.is_set():
                    break
                try:
                    outcomes.append(take_past(reading, library))
                except UserError as error:
                    outcomes.append(str(error))
                shares(len(outcomes), len(readings))
            return len(outcomes)

        job = Job(take)
        job.progressed.connect(self._on_progress)
        job.done.connect(self._tell)
        job.ended.connect(self.ended)
        job.start()

    def stop(self) -> None:
        """Leave the files that are not begun; what is in stays in."""
        self._stopped.set()

    def _on_progress(self, done: int, every: int) -> None:
        self._tell(done)
        self.progressed.emit(done, every)

    def _tell(self, done: int) -> None:
        while self._told < done:
            self._told += 1
            self.taken.emit(self._readings[self._told - 1][0], self._outcomes[self._told - 1])
