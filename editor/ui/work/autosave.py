"""Saves the open work soon after it changed, and says so; what cannot be saved is tried again until it can."""

import datetime as dt

from PySide6.QtCore import QObject, QTimer, Signal

from editor.desk.ports import Library
from editor.model.errors import UserError
from editor.model.workspace import Workspace
from editor.ui.work.open_work import OpenWork

QUIET_MS, LATEST_MS, RETRY_MS = 1000, 3000, 3000


class Autosave(QObject):
    """Keeps one work's changes in the library: after a second of quiet, three seconds after the first at the latest."""

    saved = Signal(object)
    waiting = Signal()
    failed = Signal(str)

    def __init__(self, work: OpenWork, library: Library, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._library, self._author = work, library, author
        self._stored: Workspace = work.space
        self._quiet, self._latest = self._timer(QUIET_MS), self._timer(LATEST_MS)
        work.changed.connect(self._on_changed)

    @property
    def pending(self) -> bool:
        """Whether something is not in the library yet."""
        return self._work.space is not self._stored

    def save(self) -> bool:
        """Write what is not in the library yet. Returns whether all of it is there now."""
        self._quiet.stop()
        self._latest.stop()
        if not self.pending:
            return True
        space = self._work.space
        try:
            self._library.save_workspace(self._stored, space, author=self._author)
        except UserError as error:
            self._latest.start(RETRY_MS)
            self.failed.emit(str(error))
            return False
        self._stored = space
        self.saved.emit(dt.datetime.now().astimezone())
        return True

    def _on_changed(self, _before: object, _after: object) -> None:
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start(LATEST_MS)
        self.waiting.emit()

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self.save)
        return timer
