"""An approved issue and the same issue now, page beside page: what changed on both sides, and their pictures."""

from collections.abc import Iterable
from dataclasses import dataclass

from editor.document.faces import dress
from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.model.page_facts import PageFacts
from editor.pages.comparing import Setting, compare_settings
from editor.pages.rasteriser import Rasteriser
from editor.pages.reports import Area, Change, PagePicture, PagesRequest
from editor.pages.typesetter import Rendering, Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One state of the issue. changes: words of it that the other does not have; looks: sheets that only look so."""

    pdf: bytes
    facts: PageFacts
    changes: tuple[Change, ...]
    looks: tuple[int, ...]

    def areas(self, sheet: int) -> tuple[Area, ...]:
        """Return where words on a sheet changed. sheet: from 1."""
        return tuple(area for one in self.changes for area in one.areas if area.sheet == sheet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Both states. sheets: those on which either side shows something else, from 1."""

    before: Side
    after: Side

    @property
    def sheets(self) -> tuple[int, ...]:
        """The sheets that differ, in order."""
        found = {*self.before.looks, *self.after.looks}
        for side in (self.before, self.after):
            found |= {area.sheet for one in side.changes for area in one.areas} | {one.sheet for one in side.changes}
        return tuple(sorted(found))


def page_pairs(before: PagesRequest, after: PagesRequest, *, signed: bytes = b"") -> Pairs:
    """Set and compare two states of an issue, in the thread that has PDFium.

    signed: the PDF that was approved; its pages are shown where they are as many as what is set now. Raises UserError
    for what cannot be set any more.
    """
    old, new = _rendered(before), _rendered(after)
    with Rasteriser(old.pdf) as one, Rasteriser(new.pdf) as other:
        was, now = Setting(one.document, old.facts, before.issue), Setting(other.document, new.facts, after.issue)
        backward, _, _ = compare_settings(now, was)
        forward, looks, _ = compare_settings(was, now)
        shown = signed if signed and _sheets(signed) == len(was.sheets) else old.pdf
        return Pairs(
            before=_side(old, shown, backward, looks),
            after=_side(new, new.pdf, forward, looks),
        )


def page_picture(pdf: bytes, sheet: int, *, resolution: float) -> PagePicture | None:
    """Return a page as pixels, None for a sheet that is not there. sheet: from 1; resolution: pixels an inch."""
    with Rasteriser(pdf) as opened:
        there = 1 <= sheet <= len(opened.sizes())
        return opened.picture(sheet, resolution=resolution) if there else None


def _side(rendering: Rendering, pdf: bytes, changes: Iterable[Change], looks: tuple[int, ...]) -> Side:
    facts = rendering.facts
    return Side(
        pdf=pdf,
        facts=facts,
        changes=tuple(changes),
        looks=tuple(sheet for sheet in looks if sheet <= facts.sheets),
    )


def _rendered(request: PagesRequest) -> Rendering:
    look = dress(look_table(request.issue.look), tuple(file.font for file in request.fonts))
    document = issue_document(request.issue, title_width=look.title_width)
    with Typesetter(request.fonts) as typesetter:
        return typesetter.render(document, look, request.pictures, final=False)


def _sheets(pdf: bytes) -> int:
    with Rasteriser(pdf) as opened:
        return len(opened.sizes())
