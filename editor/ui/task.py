"""One call in a thread of its own, so that a slow disk never stops the window."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from editor.desk.ports import Shares
from editor.model.errors import UserError


class Task(QObject):
    """Runs once, then deletes itself. One of done, failed follows start(), none after a bug, which is reported.

    progressed: pages done, pages in all.
    """

    done = Signal(object)
    failed = Signal(str)
    progressed = Signal(int, int)
    _ended = Signal()

    def __init__(self, call: Callable[[Shares], object]) -> None:
        """Take the call; it is given what reports its progress."""
        # the application's child: a reader of a dead share may outlive the widget that asked
        super().__init__(QCoreApplication.instance())
        self._call = call
        self._thread = threading.Thread(target=self._run, name="task", daemon=True)
        # a signal of its own: deleted while the thread still emits done, the other receivers would never hear of it
        self._ended.connect(self.deleteLater)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def _run(self) -> None:
        try:
            outcome = self._call(self.progressed.emit)
        except UserError as error:
            self.failed.emit(str(error))
        else:
            self.done.emit(outcome)
        finally:
            self._ended.emit()
