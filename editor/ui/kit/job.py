"""One call in a thread of its own, so that a slow disk never stops the window."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, SignalInstance

from editor.desk.ports import Shares
from editor.model.errors import UserError

_LOG = logging.getLogger(__name__)


class Job(QObject):
    """Runs once. done or failed follows start(), neither after a bug; ended always does, as the last.

    The end comes in the same event as the answer, so that nobody ever sees an answer with the work still going on.
    progressed: pages done, pages in all.
    """

    done = Signal(object)
    failed = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()
    _answered = Signal(object)

    def __init__(
        self, call: Callable[[Shares], object], *, run: Callable[[Callable[[], None]], None] | None = None
    ) -> None:
        """Take the call; it is given what reports its progress. run: has it done in a thread that is there already."""
        # the application's child: a reader of a dead share may outlive the widget that asked
        super().__init__(QCoreApplication.instance())
        self._call, self._elsewhere = call, run
        self._over = threading.Event()
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        if self._elsewhere:
            self._elsewhere(self._run)
        else:
            threading.Thread(target=self._run, name="task", daemon=True).start()

    def _on_answered(self, answer: tuple[SignalInstance, object] | None) -> None:
        # deleted while the thread still emits, the signal would be lost
        self._over.wait()
        if answer:
            signal, value = answer
            signal.emit(value)
        self.ended.emit()
        self.deleteLater()

    def _run(self) -> None:
        over, answer = self._over, None
        try:
            answer = self.done, self._call(self.progressed.emit)
        except UserError as error:
            _LOG.warning("a job was refused", exc_info=error)
            answer = self.failed, str(error)
        finally:
            self._answered.emit(answer)
            over.set()
