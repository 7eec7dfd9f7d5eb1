"""From the window to the pages' thread and back: one queued signal carries every answer."""

from itertools import count

from PySide6.QtCore import QObject, Signal

from editor.desk.open_issue import OpenIssue
from editor.pages.reports import (
    PagesFailed,
    PagesRequest,
    PagesSet,
    PictureMade,
    PlaceFound,
    Report,
    WantedPictures,
    WantedPlace,
)
from editor.pages.worker import PagesWorker


class _Reporter(QObject):
    """Lives as long as the worker: it may be heard while the bridge goes away."""

    reported = Signal(object)


class PagesBridge(QObject):
    """Owns the worker. Answers to editions that are no longer the latest still show: old pages are better than none."""

    pages_set = Signal(object)
    picture_made = Signal(object)
    small_picture_made = Signal(object)
    place_found = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reporter = _Reporter()
        self._reporter.reported.connect(self._on_reported)
        self._editions = count(1)
        self._asked = 0
        self._worker = PagesWorker(self._reporter.reported.emit)
        # a window may be destroyed without having been closed
        self.destroyed.connect(self._worker.close)

    def set_issue(self, opened: OpenIssue) -> None:
        """Ask for an issue's pages."""
        self._asked = next(self._editions)
        self._worker.set_issue(
            PagesRequest(edition=self._asked, issue=opened.issue, pictures=opened.pictures, fonts=opened.fonts)
        )

    def draw(self, sheets: tuple[int, ...], resolution: float) -> None:
        """Ask for the pictures of the sheets in view. resolution: pixels an inch."""
        self._worker.draw(WantedPictures(sheets=sheets, resolution=resolution))

    def draw_small(self, sheets: tuple[int, ...], resolution: float) -> None:
        """Ask for the pictures of the small pages in view. resolution: pixels an inch."""
        self._worker.draw(WantedPictures(sheets=sheets, resolution=resolution, small=True))

    def find(self, wanted: WantedPlace) -> None:
        """Ask what is printed at a point of a page."""
        self._worker.find(wanted)

    def close(self) -> None:
        """End the worker; nothing is reported afterwards."""
        self._reporter.reported.disconnect(self._on_reported)
        self._worker.close()

    def _on_reported(self, report: Report) -> None:
        match report:
            case PagesSet():
                self.pages_set.emit(report)
            case PictureMade():
                (self.small_picture_made if report.small else self.picture_made).emit(report)
            case PlaceFound():
                self.place_found.emit(report)
            case PagesFailed() if report.edition == self._asked:
                self.failed.emit(report.reason)
            case _:
                pass
