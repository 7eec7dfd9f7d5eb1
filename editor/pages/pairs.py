"""An approved issue and its present state, page by page: what changed on both sides, and pictures of the pages."""

from dataclasses import dataclass

from editor.document.issue_document import issue_document
from editor.document.look_settings import printable_look
from editor.model.errors import UserError
from editor.model.page_facts import PageFacts
from editor.pages.comparing import SetIssue, compare_settings
from editor.pages.rasteriser import Rasteriser
from editor.pages.reading import page_count
from editor.pages.reports import Area, PageChange, PagePicture, PagesRequest
from editor.pages.seen import rasteriser_name
from editor.pages.typesetter import Rendering, Typesetter
from editor.text.comparing.lining import lined_up


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSide:
    """One state of the issue. changes: words of it that the other does not have."""

    pdf: bytes
    facts: PageFacts
    changes: tuple[PageChange, ...]

    def areas(self, sheet: int | None) -> tuple[Area, ...]:
        """Return where words on a sheet changed. sheet: from 1."""
        return tuple(area for one in self.changes for area in one.areas if area.sheet == sheet)

    def touched(self) -> set[int]:
        """Return the sheets with changed words."""
        return {area.sheet for one in self.changes for area in one.areas} | {one.sheet for one in self.changes}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPair:
    """The sheets of both states that show the same page, from 1; None where a state lacks the page."""

    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Both states. differing: the pages with other words or another look, in today's order.

    signed: whether the earlier pages are those of the approved PDF; rasteriser: the program that draws both.
    """

    before: PairSide
    after: PairSide
    differing: tuple[SheetPair, ...]
    signed: bool
    rasteriser: str


def page_pairs(before: PagesRequest, after: PagesRequest, *, signed: bytes = b"") -> Pairs:
    """Set and compare two states of an issue, in the thread that has PDFium.

    signed: the approved PDF; its pages are shown if the issue of then still gives as many. Raises UserError for an
    issue that cannot be set any more.
    """
    old, new = _rendered(before), _rendered(after)
    with Rasteriser(old.pdf) as one, Rasteriser(new.pdf) as other:
        was, now = SetIssue(one.document, old.facts, before.issue), SetIssue(other.document, new.facts, after.issue)
        backward, _, _ = compare_settings(now, was)
        forward, looks, _ = compare_settings(was, now)
        fits = bool(signed) and _sheets(signed) == len(was.sheets)
        early = PairSide(pdf=signed if fits else old.pdf, facts=old.facts, changes=backward)
        late = PairSide(pdf=new.pdf, facts=new.facts, changes=forward)
        differing = _differing(was, now, early.touched(), {*late.touched(), *looks})
        return Pairs(before=early, after=late, differing=differing, signed=fits, rasteriser=rasteriser_name())


def _differing(was: SetIssue, now: SetIssue, early: set[int], late: set[int]) -> tuple[SheetPair, ...]:
    """Return the pages with changes on either side, and those that only one side has."""
    rows = lined_up([was.text(sheet) for sheet in was.sheets], [now.text(sheet) for sheet in now.sheets])
    pairs = (SheetPair(before=_from_1(one), after=_from_1(other)) for one, other in rows)
    return tuple(
        pair
        for pair in pairs
        if pair.before is None or pair.after is None or pair.before in early or pair.after in late
    )


def _from_1(place: int | None) -> int | None:
    return None if place is None else place + 1


def page_picture(pdf: bytes, sheet: int, *, resolution: float) -> PagePicture | None:
    """Return a page as pixels, None for a sheet that is not there. sheet: from 1; resolution: pixels an inch."""
    with Rasteriser(pdf) as opened:
        there = 1 <= sheet <= len(opened.sizes())
        return opened.picture(sheet, resolution=resolution) if there else None


def _rendered(request: PagesRequest) -> Rendering:
    look = printable_look(request.issue.look, tuple(file.font for file in request.fonts))
    document = issue_document(request.issue, title_width=look.title_width, edition=request.of_edition)
    with Typesetter(request.fonts) as typesetter:
        return typesetter.render(document, look, request.pictures, final=False)


def _sheets(pdf: bytes) -> int:
    """Return how many pages a PDF has, 0 for one that is damaged."""
    try:
        return page_count(pdf)
    except UserError:
        return 0
