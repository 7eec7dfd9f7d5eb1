"""Watches the folder that manuscripts are saved into: looked at every few seconds, sooner where the system says so."""

import sys
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from editor.desk.intake.folder_scan import FolderScan
from editor.ui.kit.job import Job

_EVERY_MS = 2000


class FolderWatch(QObject):
    """files_came: new files, whole; lost: why the folder cannot be seen, once until it can be again.

    Looks run in a thread: a share that is gone must not stop the window.
    """

    files_came = Signal(tuple)
    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scan: FolderScan | None = None
        self._looking: Job | None = None
        self._told = False
        self._watcher: QFileSystemWatcher | None = None
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched, None for none."""
        return self._scan.folder if self._scan else None

    def watch(self, folder: Path | None) -> None:
        """Watch a folder from now on in place of the one before, None for none; what lies in it is left alone."""
        self._scan, self._told = (FolderScan(folder), False) if folder else (None, False)
        if self._watcher:
            self._watcher.deleteLater()
            self._watcher = None
        if folder is None:
            self._timer.stop()
            return
        # the system tells nothing of a share, and asking it for one that is gone takes seconds
        if not _is_share(folder):
            self._watcher = QFileSystemWatcher([str(folder)], self)
            self._watcher.directoryChanged.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look now, unless the last look still goes on."""
        scan = self._scan
        if scan is None or self._looking:
            return
        job = self._looking = Job(lambda _report: (scan, scan.look()))
        job.done.connect(self._on_looked)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        job.start()

    def _on_looked(self, answer: tuple[FolderScan, tuple[Path, ...]]) -> None:
        scan, files = answer
        if scan is not self._scan:
            return
        self._told = False
        if files:
            self.files_came.emit(files)

    def _on_failed(self, reason: str) -> None:
        if self._scan and not self._told:
            self._told = True
            self.lost.emit(reason)

    def _on_ended(self) -> None:
        self._looking = None


def _is_share(folder: Path) -> bool:
    return sys.platform == "win32" and str(folder).startswith("\\\\")
