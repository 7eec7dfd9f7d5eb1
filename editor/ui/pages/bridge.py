"""From the window to the pages' thread and back: one queued signal carries every answer."""

from collections.abc import Callable
from itertools import count
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from editor.desk.printable_issue import PrintableIssue
from editor.pages.reports import (
    AreasFound,
    Compared,
    ComparisonRequest,
    PagesFailed,
    PagesRequest,
    PagesSet,
    PictureMade,
    PlaceFound,
    Report,
    WantedAreas,
    WantedPictures,
    WantedPlace,
)
from editor.pages.worker import PagesWorker


class _Reporter(QObject):
    """Lives as long as the worker: it may be heard while the bridge goes away."""

    reported = Signal(object)


class PagesClient(QObject):
    """Has the worker for itself for a while: what it asks for is answered here (see PagesBridge.lend)."""

    pages_set = Signal(object)
    picture_made = Signal(object)
    small_picture_made = Signal(object)
    place_found = Signal(object)
    areas_found = Signal(object)
    compared = Signal(object)
    failed = Signal(str)


def pages_request(printable: PrintableIssue, edition: int = 0) -> PagesRequest:
    """Return the request for an issue's pages. edition: of the answer, 0 where none is told from others."""
    return PagesRequest(
        edition=edition,
        issue=printable.issue,
        pictures=printable.pictures,
        fonts=printable.fonts,
        of_edition=printable.edition,
    )


class PagesBridge(QObject):
    """Owns the worker. Answers to editions that are no longer the latest still show: old pages are better than none."""

    pages_set = Signal(object)
    picture_made = Signal(object)
    small_picture_made = Signal(object)
    place_found = Signal(object)
    areas_found = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reporter = _Reporter()
        self._reporter.reported.connect(self._on_reported)
        self._editions = count(1)
        self._asked = 0
        # of whoever has the worker now
        self._first = 1
        self._guest: PagesClient | None = None
        self._in_view: dict[bool, WantedPictures] = {}
        self._worker = PagesWorker(self._reporter.reported.emit)
        # a window may be destroyed without having been closed
        self.destroyed.connect(self._worker.close)

    def set_issue(self, printable: PrintableIssue) -> None:
        """Ask for an issue's pages; while the worker is lent they wait."""
        if self._guest is None:
            self._set(printable)

    def set_for_guest(self, printable: PrintableIssue) -> None:
        """Ask for the pages of what the guest shows."""
        self._set(printable)

    def draw(self, sheets: tuple[int, ...], resolution: float) -> None:
        """Ask for the pictures of the sheets in view. resolution: pixels an inch."""
        self._draw(WantedPictures(sheets=sheets, resolution=resolution))

    def draw_small(self, sheets: tuple[int, ...], resolution: float) -> None:
        """Ask for the pictures of the small pages in view. resolution: pixels an inch."""
        self._draw(WantedPictures(sheets=sheets, resolution=resolution, small=True))

    def acquire(self, guest: PagesClient) -> None:
        """Give the worker to a guest: answers go there, until `release`; what is in view is remembered."""
        self._guest, self._first = guest, self._asked + 1
        self._worker.draw(WantedPictures(sheets=(), resolution=1.0, small=True))

    def draw_for_guest(self, sheets: tuple[int, ...], resolution: float, *, small: bool = False) -> None:
        """Ask for the pictures of the sheets that the guest has in view."""
        self._worker.draw(WantedPictures(sheets=sheets, resolution=resolution, small=small))

    def find_areas(self, wanted: WantedAreas) -> None:
        """Ask where words lie on the pages of whoever has the worker now."""
        self._worker.find_areas(wanted)

    def compare(self, edition: int, before: PrintableIssue) -> None:
        """Ask for the guest what changed from an issue to the one that was set as this edition."""
        self._worker.compare(ComparisonRequest(edition=edition, before=pages_request(before)))

    def release(self, printable: PrintableIssue | None) -> None:
        """Set an issue again, for those whose worker it is."""
        self._guest, self._first = None, self._asked + 1
        for wanted in self._in_view.values():
            self._worker.draw(wanted)
        if printable:
            self.set_issue(printable)

    def find(self, wanted: WantedPlace) -> None:
        """Ask what is printed at a point of a page."""
        self._worker.find(wanted)

    def run(self, errand: Callable[[], None]) -> None:
        """Have something done in the worker's thread, the only one that may use PDFium."""
        self._worker.run(errand)

    def close(self) -> None:
        """End the worker; nothing is reported afterwards."""
        self._reporter.reported.disconnect(self._on_reported)
        self._worker.close()

    def _set(self, printable: PrintableIssue) -> None:
        self._asked = next(self._editions)
        self._worker.set_issue(pages_request(printable, self._asked))

    def _draw(self, wanted: WantedPictures) -> None:
        self._in_view[wanted.small] = wanted
        if self._guest is None:
            self._worker.draw(wanted)

    def _on_reported(self, report: Report) -> None:
        if report.edition < self._first:
            return
        heard = self._guest or self
        match report:
            case PagesSet():
                heard.pages_set.emit(report)
            case PictureMade() if report.small:
                heard.small_picture_made.emit(report)
            case PictureMade():
                heard.picture_made.emit(report)
            case PlaceFound():
                heard.place_found.emit(report)
            case AreasFound():
                heard.areas_found.emit(report)
            case Compared() if self._guest:
                self._guest.compared.emit(report)
            case PagesFailed() if report.edition == self._asked:
                heard.failed.emit(report.reason)
            case Compared() | PagesFailed():
                # for a guest that has gone, or of an issue that others came after
                pass
            case _:
                assert_never(report)
