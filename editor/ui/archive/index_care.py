"""The index as the view shows it: looked at, built beside the window, repaired."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from editor.desk.archive.ports import ArchiveLibrary, IndexState
from editor.desk.ports import Shares
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.kit.job import Job
from editor.ui.work.autosave import PATIENCE_S


class _BuildingStoppedError(UserError):
    """The user stopped it, or the window is closed."""


@dataclass(frozen=True, slots=True)
class IndexShown:
    """words: how it is; state: ok, warn, error or empty; act: what can be done; share: of what is built, or None."""

    words: str
    state: str = ""
    act: str = ""
    share: float | None = None


class IndexCare(QObject):
    """Of one window: building goes on while the view is left. changed: see shown; ready: it can be searched now.

    writable: whether this program may build it.
    """

    changed = Signal()
    ready = Signal()

    def __init__(self, library: ArchiveLibrary, parent: QObject, *, writable: bool) -> None:
        super().__init__(parent)
        self._library, self._writable = library, writable
        self._over = threading.Event()
        self._over.set()
        self.shown = IndexShown(tr("正在查看索引…"))
        self.building = self.fits = False
        self._looking = self._stopped = False

    def look(self) -> None:
        """Find out whether the index can be searched; build it where it has to be."""
        if not self.building and not self._looking:
            self._looking = True
            job = Job(lambda _told: self._done(self._library.index_state))
            job.done.connect(self._on_state)
            job.failed.connect(self._on_failed)
            job.start()

    def build(self, *, anew: bool = True) -> None:
        """Build the index anew, or only what still waits."""
        if self.building:
            return
        self.building, self._stopped = True, False
        self._show(IndexShown(tr("正在建立索引…"), act=tr("停止"), share=0.0))
        job = Job(lambda told: self._done(lambda: self._built(told, anew=anew)))
        job.progressed.connect(self._on_progressed)
        job.done.connect(self._on_built)
        job.failed.connect(self._on_failed)
        job.start()

    def stop(self) -> None:
        """Stop building before the next article."""
        self._stopped = True

    def close(self) -> None:
        """Stop, and return once nothing reads the library any more; a disk that does not answer is not waited for."""
        self._stopped = True
        self._over.wait(PATIENCE_S)

    def _done(self, call: Callable[[], object]) -> object:
        self._over.clear()
        try:
            return call()
        finally:
            self._over.set()

    def _built(self, told: Shares, *, anew: bool) -> None:
        def tell(done: int, total: int) -> None:
            if self._stopped:
                raise _BuildingStoppedError(tr("已停止建立索引；建好以前，总库不能检索。"))
            told(done, total)

        self._library.build_index(tell, anew=anew)

    def _on_state(self, state: IndexState) -> None:
        self._looking = False
        match state:
            case IndexState.FITS:
                self._on_fits()
            case IndexState.TO_BUILD if self._writable:
                self.build(anew=False)
            case IndexState.TO_BUILD:
                words = tr("还没有索引：等能写刊库的那个程序建好，再来检索")
                self._show(IndexShown(words, "warn"))
            case IndexState.DAMAGED:
                act = tr("修复") if self._writable else ""
                self._show(IndexShown(tr("索引损坏"), "error", act=act))

    def _on_fits(self) -> None:
        self.fits = True
        self._show(IndexShown(tr("索引完好"), "ok"))
        self.ready.emit()

    def _on_progressed(self, done: int, total: int) -> None:
        if self.building:
            words = tr("正在建立索引 {done}/{total}", done=f"{done:,}", total=f"{total:,}")
            self._show(IndexShown(words, act=tr("停止"), share=done / max(total, 1)))

    def _on_built(self, _nothing: object) -> None:
        self.building = False
        self._on_fits()

    def _on_failed(self, reason: str) -> None:
        self.building = self._looking = self.fits = False
        act = tr("建立索引") if self._writable else ""
        self._show(IndexShown(reason, "warn" if self._stopped else "error", act=act))

    def _show(self, shown: IndexShown) -> None:
        self.shown = shown
        self.changed.emit()
