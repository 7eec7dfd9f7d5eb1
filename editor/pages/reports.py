"""Requests to the pages' thread and its reports: immutable values in a module that is quick to import.

Named tuples: made in an eighth of the time of frozen dataclasses, 8 ms of every start.
"""

from collections.abc import Mapping
from typing import NamedTuple

from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.issue_state import FIRST_EDITION
from editor.model.page_facts import PageFacts, Spot


class PagePicture(NamedTuple):
    """Pixels of one page: rows of stride bytes, four bytes a pixel in the order blue, green, red, unused."""

    width: int
    height: int
    stride: int
    data: bytes


class PagesRequest(NamedTuple):
    """An issue to set. edition: number of the request, so that late reports are recognised; fonts: the office's own.

    of_edition: edition of the issue, see `review.editions`.
    """

    edition: int
    issue: Issue
    pictures: Mapping[str, bytes]
    fonts: tuple[FontFile, ...] = ()
    of_edition: int = FIRST_EDITION


class WantedPictures(NamedTuple):
    """The sheets in view, the most urgent first. resolution: pixels an inch; small: of the strip of small pages."""

    sheets: tuple[int, ...]
    resolution: float
    small: bool = False


class WantedPlace(NamedTuple):
    """A point of an edition's page where a text is printed, from start to end. x: µm from the page's left edge.

    reach: µm that the point may lie above or below a line.
    """

    edition: int
    spot: Spot
    x: int
    start: Spot
    end: Spot
    text: str
    reach: int = 0


class WordsAt(NamedTuple):
    """Words of an article. block: uid, empty in the title; start, end: code points as anchors of notes count."""

    article: str
    block: str = ""
    start: int = 0
    end: int = 0


class Area(NamedTuple):
    """A line of words on a sheet, from 1; edges in µm from its upper left corner."""

    sheet: int
    left: int
    top: int
    right: int
    bottom: int


class WantedAreas(NamedTuple):
    """Words whose places on an edition's pages are wanted."""

    edition: int
    words: tuple[WordsAt, ...]


class ComparisonRequest(NamedTuple):
    """A request to compare an edition with the state that was read, which is set again for that."""

    edition: int
    before: PagesRequest


class PagesSet(NamedTuple):
    """An edition is set. sizes: of every page, in pt; seconds: of processor time that it took."""

    edition: int
    facts: PageFacts
    sizes: tuple[tuple[float, float], ...]
    warnings: tuple[str, ...]
    seconds: float


class PictureMade(NamedTuple):
    """A page of an edition as pixels, for whom they were asked (see WantedPictures)."""

    edition: int
    sheet: int
    resolution: float
    picture: PagePicture
    small: bool = False


class PagesFailed(NamedTuple):
    """An edition could not be set: the previous pages are kept. reason: for the user."""

    edition: int
    reason: str


class PlaceFound(NamedTuple):
    """The place in the text at a point. at: code points from the text's beginning."""

    wanted: WantedPlace
    at: int

    @property
    def edition(self) -> int:
        """The edition that was clicked."""
        return self.wanted.edition


class AreasFound(NamedTuple):
    """Where the wanted words lie, in their order; nothing for words that are not printed."""

    edition: int
    areas: tuple[tuple[Area, ...], ...]


class PageChange(NamedTuple):
    """Changed words. before, after: what they were and are; words: None on a page that no article is printed on."""

    sheet: int
    areas: tuple[Area, ...]
    before: str
    after: str
    words: WordsAt | None = None


class Compared(NamedTuple):
    """What changed since. changes: in the order of the pages.

    looks: sheets on which only the look changed; moved: sheets on which only the lines stand elsewhere.
    """

    edition: int
    changes: tuple[PageChange, ...]
    looks: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()

    @property
    def sheets(self) -> tuple[int, ...]:
        """The sheets with changed words or another look, from 1."""
        worded = {area.sheet for one in self.changes for area in one.areas}
        return tuple(sorted(worded | set(self.looks)))


Report = PagesSet | PictureMade | PagesFailed | PlaceFound | AreasFound | Compared
