"""What cleaning an issue would change, found beside the window: it is told how far, and ends when nobody wants it."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from editor.desk.cleaning import IssueCleaning
from editor.system.watching import StoppedError, Watch
from editor.ui.kit.job import Job

PlanningWork = Callable[[Watch], IssueCleaning]
"""Finds what would change, and tells articles looked at and articles in all."""


class Planning(QObject):
    """Runs once. done: what would change, unless it was stopped before."""

    done = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, work: PlanningWork, parent: QObject) -> None:
        """Take the work; it begins with `start`."""
        super().__init__(parent)
        self._work, self._stop = work, threading.Event()
        self._job = Job(self._plan)
        self._job.progressed.connect(self._on_progressed)
        self._job.done.connect(self._on_done)

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def stop(self) -> None:
        """Stop before the next article; nothing is told any more."""
        self._stop.set()

    def _plan(self, report: Watch) -> IssueCleaning | None:
        def watch(done: int, whole: int) -> None:
            if self._stop.is_set():
                raise StoppedError
            report(done, whole)

        try:
            return self._work(watch)
        except StoppedError:
            return None

    def _on_progressed(self, done: int, whole: int) -> None:
        if not self._stop.is_set():
            self.progressed.emit(done, whole)

    def _on_done(self, found: IssueCleaning | None) -> None:
        if found is not None and not self._stop.is_set():
            self.done.emit(found)
