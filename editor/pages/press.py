"""Typesetter and rasteriser together: sets an issue, then draws its pages. For one thread only."""

import time

import typst

from editor.document.issue_document import issue_document
from editor.document.look_settings import printable_look
from editor.model.errors import UserError
from editor.model.font import Font, FontFile
from editor.model.language import tr
from editor.pages.comparing import SetIssue, compare_settings
from editor.pages.rasteriser import Rasteriser
from editor.pages.reports import (
    AreasFound,
    Compared,
    ComparisonRequest,
    PagesFailed,
    PagesRequest,
    PagesSet,
    PictureMade,
    PlaceFound,
    WantedAreas,
    WantedPictures,
    WantedPlace,
)
from editor.pages.typesetter import Rendering, Typesetter


class Press:
    """Keeps what it set last until the next issue is set."""

    def __init__(self) -> None:
        """Load nothing yet: the first issue names its fonts."""
        self._typesetter: Typesetter | None = None
        self._fonts: tuple[Font, ...] = ()
        self._rasteriser: Rasteriser | None = None
        self._edition = 0
        self._setting: SetIssue | None = None

    def set_issue(self, request: PagesRequest) -> PagesSet | PagesFailed:
        """Set an issue; where that fails, the previous pages are kept."""
        begun = time.thread_time()
        try:
            rendering = self._render(request)
        except UserError as error:
            return PagesFailed(edition=request.edition, reason=str(error))
        except (typst.TypstError, RuntimeError) as error:
            reason = tr("这一期排不出来：{error}。文字没有丢失；请撤销上一步，或把刊库交给开发者。", error=error)
            return PagesFailed(edition=request.edition, reason=reason)
        if self._rasteriser:
            self._rasteriser.close()
        self._rasteriser, self._edition = Rasteriser(rendering.pdf), request.edition
        self._setting = SetIssue(self._rasteriser.document, rendering.facts, request.issue)
        return PagesSet(
            edition=request.edition,
            facts=rendering.facts,
            sizes=self._rasteriser.sizes(),
            warnings=rendering.warnings,
            seconds=time.thread_time() - begun,
        )

    def draw(self, sheet: int, wanted: WantedPictures) -> PictureMade | None:
        """Draw one of the wanted sheets of what was set last; None where there is none."""
        if self._rasteriser is None or not 1 <= sheet <= len(self._rasteriser.sizes()):
            return None
        picture = self._rasteriser.picture(sheet, resolution=wanted.resolution)
        return PictureMade(
            edition=self._edition, sheet=sheet, resolution=wanted.resolution, picture=picture, small=wanted.small
        )

    def find(self, wanted: WantedPlace) -> PlaceFound | None:
        """Find the place in the text at a point; None beside the text, and where other pages were set since."""
        if self._rasteriser is None or wanted.edition != self._edition:
            return None
        at = self._rasteriser.place(wanted)
        return None if at is None else PlaceFound(wanted=wanted, at=at)

    def areas(self, wanted: WantedAreas) -> AreasFound | None:
        """Find where words are; None where other pages were set since."""
        if self._setting is None or wanted.edition != self._edition:
            return None
        pages = self._setting.pages
        return AreasFound(edition=self._edition, areas=tuple(pages.areas(words) for words in wanted.words))

    def compare(self, request: ComparisonRequest) -> Compared | None:
        """Compare the last rendering with the state that was read; None where other pages were set since."""
        if self._setting is None or request.edition != self._edition:
            return None
        try:
            rendering = self._render(request.before)
        except (UserError, typst.TypstError, RuntimeError):
            # the earlier state cannot be set any more (fonts have changed): every page counts as changed
            return Compared(edition=self._edition, changes=(), looks=tuple(self._setting.sheets))
        with Rasteriser(rendering.pdf) as other:
            before = SetIssue(other.document, rendering.facts, request.before.issue)
            changes, looks, moved = compare_settings(before, self._setting)
        return Compared(edition=self._edition, changes=changes, looks=looks, moved=moved)

    def close(self) -> None:
        """Remove the session folder and close the PDF."""
        for part in (self._typesetter, self._rasteriser):
            if part:
                part.close()

    def _render(self, request: PagesRequest) -> Rendering:
        look = printable_look(request.issue.look, tuple(file.font for file in request.fonts))
        document = issue_document(request.issue, title_width=look.title_width, edition=request.of_edition)
        return self._typesetter_for(request.fonts).render(document, look, request.pictures, final=False)

    def _typesetter_for(self, fonts: tuple[FontFile, ...]) -> Typesetter:
        """Return the typesetter, a new one where the office's fonts have changed."""
        names = tuple(file.font for file in fonts)
        if self._typesetter is None or self._fonts != names:
            if self._typesetter:
                self._typesetter.close()
            self._typesetter, self._fonts = Typesetter(fonts), names
        return self._typesetter
