"""The reader of typing errors beside typing: one reading at a time, in its own thread, once the window is quiet."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from editor.desk.checking import read_doubts, reads_doubts
from editor.desk.ports import Shares
from editor.desk.printable_issue import PrintableIssue
from editor.model.issue import Issue
from editor.ui.kit.job import Job

if TYPE_CHECKING:
    from editor.checks.doubted import Doubted

_QUIET_MS = 1500


class DoubtReading(QObject):
    """Keeps what was found last. read: there is something new."""

    read = Signal()

    def __init__(self, parent: QObject) -> None:
        """Wait for an issue."""
        super().__init__(parent)
        self._known: Doubted | None = None
        self._wanted: tuple[PrintableIssue, Issue | None] | None = None
        self._job: Job | None = None
        self._of = ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._begin)

    @property
    def known(self) -> "Doubted | None":
        """What is known of articles as they were when they were read, None before the first reading."""
        return self._known

    def forget(self) -> None:
        """Forget what was found: another issue is open."""
        self._known = self._wanted = None
        self._of = ""
        self._quiet.stop()

    def want(self, printable: PrintableIssue, previous: Issue | None) -> None:
        """Have an issue read in a while, unless it was read as it is, or its publication does without."""
        if not reads_doubts(printable):
            self._known = self._wanted = None
            return
        if self._known and self._known.is_of(printable.issue):
            return
        self._wanted, self._of = (printable, previous), printable.issue.uid
        self._quiet.start()

    def _begin(self) -> None:
        if self._job or not self._wanted:
            return
        (printable, previous), before = self._wanted, self._known
        self._wanted = None

        def call(_shares: Shares) -> object:
            return printable.issue.uid, read_doubts(printable, previous=previous, before=before)

        self._job = Job(call)
        self._job.done.connect(self._keep)
        self._job.ended.connect(self._end)
        self._job.start()

    def _keep(self, answer: object) -> None:
        uid, found = cast("tuple[str, Doubted]", answer)
        # of an issue that is open no longer nothing is said
        if uid == self._of:
            self._known = found
            self.read.emit()

    def _end(self) -> None:
        self._job = None
        if self._wanted:
            self._quiet.start()
