"""The one thread that owns typesetter and rasteriser. What is asked last wins; only immutable values are shared."""

import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import typst

from editor.document.faces import dress
from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.model.errors import UserError
from editor.model.font import Font, FontFile
from editor.model.issue import Issue
from editor.model.page_facts import PageFacts
from editor.pages.rasteriser import PagePicture, Rasteriser
from editor.pages.typesetter import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesRequest:
    """An issue to set. edition: counts up, so that late answers are told from new ones; fonts: the office's own."""

    edition: int
    issue: Issue
    pictures: Mapping[str, bytes]
    fonts: tuple[FontFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPictures:
    """The sheets in view, the most urgent first. resolution: pixels an inch."""

    sheets: tuple[int, ...]
    resolution: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesSet:
    """An edition is set. sizes: of every page, in pt."""

    edition: int
    facts: PageFacts
    sizes: tuple[tuple[float, float], ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureMade:
    """A page of an edition as pixels."""

    edition: int
    sheet: int
    resolution: float
    picture: PagePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesFailed:
    """An edition could not be set: the pages before it stay. reason: for the user."""

    edition: int
    reason: str


Report = PagesSet | PictureMade | PagesFailed
_Order = PagesRequest | WantedPictures | None


@dataclass(slots=True)
class _Desk:
    """What lies before the worker: orders not yet done, and the pages it set last."""

    request: PagesRequest | None = None
    wanted: WantedPictures | None = None
    missing: list[int] = field(default_factory=list)
    typesetter: Typesetter | None = None
    fonts: tuple[Font, ...] = ()
    rasteriser: Rasteriser | None = None
    edition: int = 0

    @property
    def idle(self) -> bool:
        return self.request is None and not (self.missing and self.rasteriser)

    def typesetter_for(self, fonts: tuple[FontFile, ...]) -> Typesetter:
        """Return the typesetter, a new one where the office's fonts are others than before."""
        names = tuple(file.font for file in fonts)
        if self.typesetter is None or self.fonts != names:
            if self.typesetter:
                self.typesetter.close()
            self.typesetter, self.fonts = Typesetter(fonts), names
        return self.typesetter

    def clear(self) -> None:
        if self.typesetter:
            self.typesetter.close()
        if self.rasteriser:
            self.rasteriser.close()


class PagesWorker:
    """Sets issues and draws their pages in its thread. report is called there, with one report after the other."""

    def __init__(self, report: Callable[[Report], None]) -> None:
        """Start the thread."""
        self._report = report
        self._orders: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="pages", daemon=True)
        self._thread.start()

    def set_issue(self, request: PagesRequest) -> None:
        """Ask for an issue to be set; requests not yet begun are dropped."""
        self._orders.put(request)

    def draw(self, wanted: WantedPictures) -> None:
        """Ask for the sheets in view; sheets asked for before and not yet drawn are dropped."""
        self._orders.put(wanted)

    def close(self) -> None:
        """End the thread after what it is doing now."""
        self._orders.put(None)
        self._thread.join()

    def _run(self) -> None:
        desk = _Desk()
        try:
            while self._take_orders(desk):
                if desk.request:
                    self._set(desk, desk.request)
                elif desk.rasteriser:
                    self._draw(desk, desk.rasteriser)
        finally:
            desk.clear()

    def _take_orders(self, desk: _Desk) -> bool:
        """Take every waiting order, waiting for one when there is nothing to do. Returns False at the end."""
        while desk.idle or not self._orders.empty():
            order = self._orders.get()
            if order is None:
                return False
            if isinstance(order, PagesRequest):
                desk.request = order
            else:
                desk.wanted, desk.missing = order, list(order.sheets)
        return True

    def _set(self, desk: _Desk, request: PagesRequest) -> None:
        desk.request = None
        look = dress(look_table(request.issue.look), tuple(file.font for file in request.fonts))
        document = issue_document(request.issue, title_width=look.title_width)
        try:
            rendering = desk.typesetter_for(request.fonts).render(document, look, request.pictures, final=False)
        except UserError as error:
            self._report(PagesFailed(edition=request.edition, reason=str(error)))
            return
        except (typst.TypstError, RuntimeError) as error:
            reason = f"这一期排不出来：{error}。文字没有丢失；请撤销上一步，或把资料库交给开发者。"
            self._report(PagesFailed(edition=request.edition, reason=reason))
            return
        if desk.rasteriser:
            desk.rasteriser.close()
        desk.rasteriser, desk.edition = Rasteriser(rendering.pdf), request.edition
        desk.missing = list(desk.wanted.sheets) if desk.wanted else []
        sizes = desk.rasteriser.sizes()
        self._report(PagesSet(edition=request.edition, facts=rendering.facts, sizes=sizes, warnings=rendering.warnings))

    def _draw(self, desk: _Desk, rasteriser: Rasteriser) -> None:
        sheet = desk.missing.pop(0)
        if desk.wanted is None or not 1 <= sheet <= len(rasteriser.sizes()):
            return
        resolution = desk.wanted.resolution
        picture = rasteriser.picture(sheet, resolution=resolution)
        self._report(PictureMade(edition=desk.edition, sheet=sheet, resolution=resolution, picture=picture))
