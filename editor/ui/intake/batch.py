"""Files that came at once, as far as they are read."""

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.desk.intake.outcomes import Outcome
from editor.desk.ports import Shares
from editor.desk.review.ports import ReviewReader
from editor.ui.kit.job import Job


class ReadingJob(QObject):
    """Reads files one by one beside the window. done: the outcomes, None where the user stopped it."""

    done = Signal(object)
    failed = Signal(str)
    progressed = Signal(str, int, int)

    def __init__(
        self,
        files: Sequence[Path],
        run: Callable[[Callable[[], None]], None],
        *,
        review: ReviewReader,
        as_articles: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """run: has it done in the thread that may use PDFium; review: tells which files were signed here."""
        super().__init__(parent)
        self._files, self._review, self._as_articles = tuple(files), review, as_articles
        self._stop = threading.Event()
        self._job = Job(self._read, run=run)
        self._job.progressed.connect(self._on_progressed)
        self._job.done.connect(self.done)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self.deleteLater)

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def stop(self) -> None:
        """Stop before the next file."""
        self._stop.set()

    def _read(self, report: Shares) -> tuple[Outcome, ...] | None:
        # loaded with the first file: the readers cost the start of the program nothing
        from editor.desk.intake.reading import read_manuscripts

        found: list[Outcome] = []
        at = dt.datetime.now(tz=dt.UTC)
        reading = read_manuscripts(self._files, at=at, as_articles=self._as_articles, review=self._review)
        for number in range(len(self._files)):
            report(number, len(self._files))
            if self._stop.is_set():
                return None
            found.append(next(reading))
        return tuple(found)

    def _on_progressed(self, number: int, total: int) -> None:
        self.progressed.emit(self._files[number].name, number, total)
