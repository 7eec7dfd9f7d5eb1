"""One call in a thread of its own, so that a slow disk never stops the window."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from editor.desk.ports import Shares
from editor.model.errors import UserError


class Task(QObject):
    """Runs once. done or failed follows start(), neither after a bug; ended always does, as the last.

    progressed: pages done, pages in all.
    """

    done = Signal(object)
    failed = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, call: Callable[[Shares], object]) -> None:
        """Take the call; it is given what reports its progress."""
        # the application's child: a reader of a dead share may outlive the widget that asked
        super().__init__(QCoreApplication.instance())
        self._call = call
        self._thread = threading.Thread(target=self._run, name="task", daemon=True)
        self.ended.connect(self._on_ended)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def _on_ended(self) -> None:
        # deleted while the thread still emits, the signals left would be lost
        self._thread.join()
        self.deleteLater()

    def _run(self) -> None:
        try:
            outcome = self._call(self.progressed.emit)
        except UserError as error:
            self.failed.emit(str(error))
        else:
            self.done.emit(outcome)
        finally:
            self.ended.emit()
