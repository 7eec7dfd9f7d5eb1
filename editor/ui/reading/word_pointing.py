"""From two points of a page in the 审读 view to the words between them, which the pages' thread finds."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from editor.model.block_texts import printed_text
from editor.model.notes import Anchor, NoteField
from editor.model.page_facts import ArticlePages, PageFacts, Spot
from editor.model.workspace import Workspace
from editor.pages.reports import PlaceFound, WantedPlace
from editor.text.words import word_at
from editor.ui.pages.bridge import PagesBridge, PagesClient
from editor.ui.reading.rows import part_of

_REACH = 4000  # µm

Point = tuple[Spot, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pointed:
    """Words that the user points at. start: found already, None before; end: where a drag ended."""

    pages: ArticlePages
    block: str
    text: str
    end: Point
    start: int | None = None


class WordPointing(QObject):
    """pointed: the article's uid, empty outside of articles, and the anchor; again when its words are known."""

    pointed = Signal(str, object)

    def __init__(self, bridge: PagesBridge, guest: PagesClient) -> None:
        """Ask a bridge for its guest."""
        super().__init__(guest)
        self._bridge = bridge
        self._edition = 0
        self._at: _Pointed | None = None
        self._wanted: WantedPlace | None = None
        guest.place_found.connect(self._on_place_found)

    def point(self, space: Workspace, facts: PageFacts, edition: int, start: Point, end: Point) -> None:
        """Find what lies between two points of an edition's pages, which may be one."""
        spot, _ = start
        uid = facts.article_at(spot)
        pages, article = facts.of(uid) if uid else None, space.article(uid) if uid else None
        if pages is None or article is None:
            self.pointed.emit("", Anchor(field=part_of(spot.sheet, facts)))
            return
        uid_of_block = pages.block_at(spot)
        block = next((one for one in article.blocks if one.uid == uid_of_block), None)
        text = printed_text(block) if block else article.title.text
        self._edition = edition
        self._at = _Pointed(pages=pages, block=uid_of_block if block else "", text=text, end=end)
        # until the words are found, and where there are none
        self.pointed.emit(pages.article, self._anchor(self._at, 0, 0))
        self._find(self._at, start)

    def forget(self) -> None:
        """Want no answer any more."""
        self._at = self._wanted = None

    # inside

    def _find(self, pointed: _Pointed, point: Point) -> None:
        extent = pointed.pages.extent(pointed.block) if pointed.block else _title(pointed.pages)
        if extent is None:
            return
        (spot, x), (start, end) = point, extent
        self._wanted = WantedPlace(
            edition=self._edition, spot=spot, x=x, start=start, end=end, text=pointed.text, reach=_REACH
        )
        self._bridge.find(self._wanted)

    def _on_place_found(self, found: PlaceFound) -> None:
        pointed = self._at
        if pointed is None or found.wanted != self._wanted:
            return
        place = (found.wanted.spot, found.wanted.x)
        if pointed.start is None and pointed.end != place:
            self._at = replace(pointed, start=found.at)
            self._find(pointed, pointed.end)
            return
        at = min(found.at, max(0, len(pointed.text) - 1))
        if pointed.start is None or pointed.start == found.at:
            start, end = word_at(pointed.text, at)
        else:
            start, end = sorted((pointed.start, found.at))
        self.pointed.emit(pointed.pages.article, self._anchor(pointed, start, end))

    def _anchor(self, pointed: _Pointed, start: int, end: int) -> Anchor:
        field = NoteField.BODY if pointed.block else NoteField.TITLE
        return Anchor(field=field, block=pointed.block, start=start, end=end, words=pointed.text[start:end])


def _title(pages: ArticlePages) -> tuple[Spot, Spot]:
    return pages.start, pages.blocks[0].start if pages.blocks else pages.end
