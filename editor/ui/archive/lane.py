"""Questions to the library in a thread beside the window: of several of a kind only the latest is answered."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from editor.model.errors import UserError
from editor.ui.work.library_thread import LibraryThread

_LOG = logging.getLogger(__name__)


class Lane(QObject):
    """One kind of question. answered, failed: of the latest question; what is answered late is never heard of.

    waiting: the latest question is not answered yet.
    """

    answered = Signal(object)
    failed = Signal(str)
    _came = Signal(int, object, str)

    def __init__(self, thread: LibraryThread, parent: QObject) -> None:
        super().__init__(parent)
        self._thread, self._number = thread, 0
        self.waiting = False
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    def ask(self, call: Callable[[], object]) -> None:
        """Have something looked up. call: runs in the thread; it may raise UserError."""
        self._number += 1
        self.waiting = True
        self._thread.later(self._run, self._number, call)

    def drop(self) -> None:
        """Hear no more of what was asked."""
        self._number += 1
        self.waiting = False

    def _run(self, number: int, call: Callable[[], object]) -> None:
        if number != self._number:
            return
        try:
            answer = call()
        except UserError as error:
            self._came.emit(number, None, str(error))
        except Exception:
            # nobody asks the future of a thread: a bug would go unnoticed
            _LOG.exception("a question to the archive failed")
            raise
        else:
            self._came.emit(number, answer, "")

    def _on_came(self, number: int, answer: object, refused: str) -> None:
        if number != self._number:
            return
        self.waiting = False
        if refused:
            self.failed.emit(refused)
        else:
            self.answered.emit(answer)
