"""An export in a thread of its own; it can be stopped between its steps, and then writes nothing."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from editor.desk.exporting import Export, Targets, export_issue
from editor.desk.open_issue import OpenIssue
from editor.desk.review.released import ReleasedFiles
from editor.document.print_options import PrintOptions
from editor.model.errors import UserError
from editor.model.language import tr

Released = Callable[[], ReleasedFiles | None]


class _StoppedError(Exception):
    """The user stopped the export."""


class ExportJob(QObject):
    """Runs once. Exactly one of done, failed, stopped follows start(). released: looks up what was signed."""

    step_begun = Signal(str)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(
        self,
        opened: OpenIssue,
        targets: Targets,
        options: PrintOptions,
        released: Released,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._targets, self._options, self._released = opened, targets, options, released
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="export")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Stop before the next step."""
        self._stop.set()

    def wait(self) -> None:
        """Return when the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            outcome = self._export()
        except _StoppedError:
            self.stopped.emit()
        except UserError as error:
            self.failed.emit(str(error))
        except BaseException:
            # a bug, which is reported where all are; the dialog must not wait for it
            self.failed.emit(tr("程序出了错，没有写完。请把错误报告交给维护的人，再试一次。"))
            raise
        else:
            self.done.emit(outcome)

    def _export(self) -> Export:
        opened = self._opened
        return export_issue(
            opened.issue,
            opened.publication,
            pictures=opened.pictures,
            fonts=opened.fonts,
            targets=self._targets,
            options=self._options,
            released=self._released(),
            progress=self._begin,
        )

    def _begin(self, step: str) -> None:
        if self._stop.is_set():
            raise _StoppedError
        self.step_begun.emit(step)
