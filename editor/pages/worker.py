"""The one thread that owns typesetter and rasteriser. What is asked last wins; only immutable values are shared."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.pages.reports import PagesRequest, PagesSet, Report, WantedPictures

if TYPE_CHECKING:
    from editor.pages.press import Press

_Order = PagesRequest | WantedPictures | None


@dataclass(slots=True)
class _Orders:
    """What is not done yet. missing: wanted sheets without a picture of what was set last."""

    request: PagesRequest | None = None
    wanted: WantedPictures | None = None
    missing: list[int] = field(default_factory=list)

    @property
    def none(self) -> bool:
        return self.request is None and not self.missing


class PagesWorker:
    """Sets issues and draws their pages in its thread. report is called there, with one report after the other."""

    def __init__(self, report: Callable[[Report], None]) -> None:
        """Start the thread."""
        self._report = report
        self._inbox: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="pages", daemon=True)
        self._thread.start()

    def set_issue(self, request: PagesRequest) -> None:
        """Ask for an issue to be set; requests not yet begun are dropped."""
        self._inbox.put(request)

    def draw(self, wanted: WantedPictures) -> None:
        """Ask for the sheets in view; sheets asked for before and not yet drawn are dropped."""
        self._inbox.put(wanted)

    def close(self) -> None:
        """End the thread after what it is doing now."""
        self._inbox.put(None)
        self._thread.join()

    def _run(self) -> None:
        orders = _Orders()
        if not self._take(orders):
            return
        # typesetter and rasteriser cost a quarter of the start: loaded here, beside the window
        from editor.pages.press import Press

        press = Press()
        try:
            self._work(orders, press)
            while self._take(orders):
                self._work(orders, press)
        finally:
            press.close()

    def _take(self, orders: _Orders) -> bool:
        """Take every waiting order, waiting for one when there is nothing to do. Returns False at the end."""
        while orders.none or not self._inbox.empty():
            order = self._inbox.get()
            if order is None:
                return False
            if isinstance(order, PagesRequest):
                orders.request = order
            else:
                orders.wanted, orders.missing = order, list(order.sheets)
        return True

    def _work(self, orders: _Orders, press: "Press") -> None:
        """Do the most urgent thing: set an issue, or draw one page."""
        if orders.request:
            report = press.set_issue(orders.request)
            orders.request = None
            if isinstance(report, PagesSet) and orders.wanted:
                orders.missing = list(orders.wanted.sheets)
            self._report(report)
        elif orders.wanted:
            made = press.draw(orders.missing.pop(0), orders.wanted.resolution)
            if made:
                self._report(made)
