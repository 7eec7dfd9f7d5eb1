"""Saves what is edited soon after it changed, and says so; what cannot be saved is tried again until it can."""

import datetime as dt
import logging
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.work.history import History

Value = TypeVar("Value")
Writing = Callable[[Value, Value], Callable[[], None]]
"""Returns the writing of a value, given what the library holds and the value now, in the name of who edits."""

QUIET_MS, LATEST_MS, RETRY_MS = 1000, 3000, 3000
# a lock is waited for by the library itself; what takes longer than this is a disk that is gone
PATIENCE_S = 10.0
_LOG = logging.getLogger(__name__)


class Autosave(QObject, Generic[Value]):
    """Keeps a history's value in the library: after a second of quiet, three seconds after the first at the latest.

    The library is written in a thread of its own, one writing at a time: a slow disk or another program's lock must
    not stop the window. waiting: a change is about to be saved; failed: why it was not, again at every attempt.
    """

    saved = Signal(object)
    waiting = Signal()
    failed = Signal(str)
    _answered = Signal(object)

    def __init__(
        self,
        history: History[Value],
        writing: Writing[Value],
        later: Callable[..., Future[None]],
        parent: QObject | None = None,
        *,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        """Save from now on; the value as it stands is in the library. later: runs one after the other, elsewhere."""
        super().__init__(parent)
        self._history, self._writing, self._later = history, writing, later
        self._stored: Value = history.value
        self._running: tuple[Future[None], Value] | None = None
        self._refused, self._ended = "", False
        self._quiet, self._latest = self._timer(quiet_ms), self._timer(LATEST_MS)
        # queued: what is written at once must not be answered in the midst of being begun
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        history.changed.connect(self._on_changed)

    @property
    def pending(self) -> bool:
        """Whether something is not in the library yet."""
        return self._history.value is not self._stored

    @property
    def refused(self) -> str:
        """Why the last attempt failed, empty where it did not."""
        return self._refused

    @property
    def stored(self) -> Value:
        """The value that the library holds."""
        return self._stored

    def rebased(self) -> None:
        """Take the history's value for what the library holds: it was carried over from there."""
        self._stored = self._history.value

    def begin(self) -> None:
        """Begin to write what is not in the library yet; saved or failed tells how it went."""
        self._quiet.stop()
        self._latest.stop()
        if self._running is None and self.pending and not self._ended:
            value = self._history.value
            future = self._later(self._writing(self._stored, value))
            self._running = (future, value)
            # called in that thread: the signal brings it back into this one
            future.add_done_callback(self._answered.emit)

    def save(self) -> bool:
        """Write what is not in the library yet, and wait for it. Returns whether all of it is there now.

        A disk that does not answer is given up after PATIENCE_S; what is being written there goes on.
        """
        # what is being written may be older than the value: then once more
        for _ in range(2):
            self.begin()
            if self._running is None:
                break
            if not wait([self._running[0]], timeout=PATIENCE_S).done:
                self._refuse(tr("刊库所在的磁盘没有回应。请检查网络或移动硬盘是否还连着。"))
                break
            self._take(*self._running)
            if self._refused:
                break
        return not self.pending

    def end(self) -> None:
        """Begin no more writing: the thread ends. What is unsaved by then was given up, or is kept elsewhere."""
        self._ended = True

    def _on_answered(self, future: Future[None]) -> None:
        # an answer that was waited for has been taken already
        if self._running and self._running[0] is future:
            self._take(*self._running)
        error = future.exception()
        if error and not isinstance(error, UserError):
            raise error

    def _take(self, future: Future[None], value: Value) -> None:
        self._running = None
        error = future.exception()
        if error:
            if not self._refused:
                _LOG.error("not saved: %s", type(value).__name__, exc_info=error)
            # after a bug as well: the text must be tried again, and the user must know
            self._refuse(str(error) if isinstance(error, UserError) else tr("程序出了错，请看另一个窗口里的说明。"))
            return
        self._stored, self._refused = value, ""
        self.saved.emit(dt.datetime.now().astimezone())
        if self.pending:
            self._wait()

    def _refuse(self, why: str) -> None:
        self._refused = why
        self._latest.start(RETRY_MS)
        self.failed.emit(why)

    def _on_changed(self, _before: object, _after: object) -> None:
        self._wait()

    def _wait(self) -> None:
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start(LATEST_MS)
        # what the user must know stays in sight until it is over
        if not self._refused:
            self.waiting.emit()

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self.begin)
        return timer
