"""An export in a thread of its own; it can be stopped between its steps, and before each copy."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.desk.copies import CopyRun, make_copies
from editor.desk.exporting import Export, Targets, export_issue
from editor.desk.formats import PACKAGE, PDF
from editor.desk.printable_issue import PrintableIssue
from editor.desk.review.released import ReleasedFiles, released_or_marked
from editor.document.print_options import PrintOptions
from editor.model.errors import UserError
from editor.model.language import tr

Released = Callable[[], ReleasedFiles | None]
Originals = Callable[[], tuple[tuple[str, bytes], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWanted:
    """copies: to be made of the approved PDF, beside the targets; base: their path without number and ending."""

    targets: Targets
    options: PrintOptions
    copies: CopyRun | None
    base: Path

    @property
    def marked(self) -> bool:
        """Whether only a PDF is wanted, and one that nobody can take for a signed one."""
        return self.targets.keys() <= {PDF.key} and bool(self.options.watermark or self.options.proof)


class _ExportStoppedError(Exception):
    """The user stopped the export."""


class ExportJob(QObject):
    """Runs once. Exactly one of done, failed, stopped (files written) follows start().

    copied: copies written, copies in all; released: looks up what was signed; originals: what a package carries along.
    """

    step_begun = Signal(str)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal(int)
    copied = Signal(int, int)

    def __init__(
        self,
        opened: PrintableIssue,
        wanted: ExportWanted,
        released: Released,
        originals: Originals = tuple,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._wanted, self._released, self._originals = opened, wanted, released, originals
        self._written = 0
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
        except _ExportStoppedError:
            self.stopped.emit(self._written)
        except UserError as error:
            self.failed.emit(str(error))
        except BaseException:
            # a bug, which is reported where all are; the dialog must not wait for it
            self.failed.emit(tr("程序出了错，没有写完。请把错误报告交给维护的人，再试一次。"))
            raise
        else:
            self.done.emit(outcome)

    def _export(self) -> Export:
        opened, wanted = self._opened, self._wanted
        marked = wanted.copies is None and wanted.marked
        released, message = released_or_marked(self._released, marked=marked)
        if wanted.copies and released is None:
            raise UserError(tr("这一期没有签发，做不了副本。"))
        outcome = export_issue(
            opened.issue,
            opened.publication,
            pictures=opened.pictures,
            fonts=opened.fonts,
            edition=opened.edition,
            originals=self._originals() if PACKAGE.key in wanted.targets else (),
            targets=wanted.targets,
            options=wanted.options,
            released=released,
            progress=self._begin,
        )
        if wanted.copies is None or released is None:
            return replace(outcome, warnings=(*message, *outcome.warnings))
        self._written = len(outcome.written)
        copies = make_copies(released.pdf, released.approval.pdf, wanted.copies, wanted.base, progress=self._on_copying)
        return replace(outcome, written=(*outcome.written, *copies))

    def _on_copying(self, done: int, all_of_them: int) -> None:
        self._written += done > 0
        if self._stop.is_set() and done < all_of_them:
            raise _ExportStoppedError
        self.copied.emit(done, all_of_them)

    def _begin(self, step: str) -> None:
        if self._stop.is_set():
            raise _ExportStoppedError
        self.step_begun.emit(step)
