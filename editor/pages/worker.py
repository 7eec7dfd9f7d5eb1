"""The one thread with typesetter and rasteriser. The latest request replaces earlier ones of its kind."""

import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from editor.pages.reports import (
    ComparisonRequest,
    PagesFailed,
    PagesRequest,
    PagesSet,
    Report,
    WantedAreas,
    WantedPictures,
    WantedPlace,
)

if TYPE_CHECKING:
    from editor.pages.press import Press

PagesJob = Callable[[], None]
_Order = PagesJob | PagesRequest | WantedPictures | WantedPlace | WantedAreas | ComparisonRequest | None
# how often the thread checks whether the program has ended without closing it
_WATCH_S = 0.5


@dataclass(slots=True)
class _PageDrawing:
    """Sheets in view. missing: those without a picture of the last rendering."""

    wanted: WantedPictures
    missing: list[int]


@dataclass(slots=True)
class _Orders:
    """Pending orders. drawings: by WantedPictures.small; the large pages come before the small ones."""

    request: PagesRequest | None = None
    place: WantedPlace | None = None
    areas: WantedAreas | None = None
    comparison: ComparisonRequest | None = None
    drawings: dict[bool, _PageDrawing] = field(default_factory=dict)
    jobs: list[PagesJob] = field(default_factory=list)

    @property
    def none(self) -> bool:
        asked = (self.request, self.place, self.areas, self.comparison, self.drawing)
        return not self.jobs and all(order is None for order in asked)

    @property
    def drawing(self) -> _PageDrawing | None:
        """The drawing that is next."""
        open_ones = (self.drawings[small] for small in sorted(self.drawings) if self.drawings[small].missing)
        return next(open_ones, None)

    def draw_again(self) -> None:
        """Mark every sheet in view as missing, after another issue was set."""
        for drawing in self.drawings.values():
            drawing.missing = list(drawing.wanted.sheets)


class PagesWorker:
    """Sets issues and draws their pages in its own thread, where it also calls report."""

    def __init__(self, report: Callable[[Report], None]) -> None:
        """Start the thread.

        It is no daemon, so that the program waits for it at the end: PDFium must not be unloaded while it draws.
        """
        self._report = report
        self._inbox: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="pages")
        self._thread.start()

    def set_issue(self, request: PagesRequest) -> None:
        """Ask for an issue to be set; requests not yet begun are dropped."""
        self._inbox.put(request)

    def draw(self, wanted: WantedPictures) -> None:
        """Ask for pictures of sheets, now and after every rendering; earlier sheets not drawn yet are dropped."""
        self._inbox.put(wanted)

    def find(self, wanted: WantedPlace) -> None:
        """Ask what is printed at a point; beside the text there is no report."""
        self._inbox.put(wanted)

    def find_areas(self, wanted: WantedAreas) -> None:
        """Ask where words are on the pages."""
        self._inbox.put(wanted)

    def compare(self, request: ComparisonRequest) -> None:
        """Ask what changed since an issue was read; pages in view are drawn first."""
        self._inbox.put(request)

    def run(self, job: PagesJob) -> None:
        """Run a job that needs PDFium, which no other thread may use. Exceptions go to threading.excepthook."""
        self._inbox.put(job)

    def close(self) -> None:
        """End the thread after its present work."""
        self._inbox.put(None)
        self._thread.join()

    def _run(self) -> None:
        orders = _Orders()
        if not self._take(orders):
            return
        # imported in this thread, in parallel to the window: typesetter and rasteriser take a quarter of the start
        from editor.pages.press import Press

        press = Press()
        try:
            self._work(orders, press)
            while self._take(orders):
                self._work(orders, press)
        finally:
            press.close()

    def _take(self, orders: _Orders) -> bool:
        """Take every waiting order; wait for one where nothing is pending. Returns False at the end."""
        while orders.none or not self._inbox.empty():
            try:
                order = self._inbox.get(timeout=_WATCH_S)
            except queue.Empty:
                if not threading.main_thread().is_alive():
                    return False
                continue
            if order is None:
                return False
            if isinstance(order, PagesRequest):
                orders.request = order
            elif isinstance(order, WantedPlace):
                orders.place = order
            elif isinstance(order, WantedAreas):
                orders.areas = order
            elif isinstance(order, ComparisonRequest):
                orders.comparison = order
            elif isinstance(order, WantedPictures):
                orders.drawings[order.small] = _PageDrawing(order, list(order.sheets))
            else:
                orders.jobs.append(order)
        return threading.main_thread().is_alive()

    def _work(self, orders: _Orders, press: "Press") -> None:
        """Do the most urgent thing: answer a click, set an issue, or draw one page."""
        drawing = orders.drawing
        if orders.place:
            found = press.find(orders.place)
            orders.place = None
            if found:
                self._report(found)
        elif orders.jobs:
            _run(orders.jobs.pop(0))
        elif orders.request:
            self._set(orders, press.set_issue(orders.request))
        elif orders.areas:
            lying = press.areas(orders.areas)
            orders.areas = None
            if lying:
                self._report(lying)
        elif drawing:
            made = press.draw(drawing.missing.pop(0), drawing.wanted)
            if made:
                self._report(made)
        else:
            self._compare(orders, press)

    def _set(self, orders: _Orders, report: PagesSet | PagesFailed) -> None:
        orders.request = None
        match report:
            case PagesSet():
                orders.draw_again()
            case PagesFailed():
                pass
            case _:
                assert_never(report)
        self._report(report)

    def _compare(self, orders: _Orders, press: "Press") -> None:
        if orders.comparison:
            compared = press.compare(orders.comparison)
            orders.comparison = None
            if compared:
                self._report(compared)


def _run(job: PagesJob) -> None:
    try:
        job()
    except Exception:  # noqa: BLE001 - a bug of a job is reported; the thread goes on
        kind, error, trace = sys.exc_info()
        threading.excepthook(threading.ExceptHookArgs((kind, error, trace, threading.current_thread())))
