"""The words of the open finding, boxed on the page."""

from PySide6.QtCore import QObject

from editor.checks.finding import Finding, FindingField
from editor.model.page_facts import Spot
from editor.pages.reports import AreasFound, WantedAreas, WordsAt
from editor.ui.checks.finding_marks import places_of
from editor.ui.commands.context import WindowContext
from editor.ui.kit.levels import LOOKS
from editor.ui.pages.paint import PageBoxes

_MOST = 60


class FindingBoxes(QObject):
    """Of one window. Where the words lie is found in the pages' thread; until then nothing is boxed."""

    def __init__(self, context: WindowContext) -> None:
        """Box on the pages of a window."""
        super().__init__(context.window)
        self._pages, self._bridge = context.pages, context.bridge
        self._finding: Finding | None = None
        self._bring = False
        self._asked = WantedAreas(edition=0, words=())
        context.bridge.areas_found.connect(self._on_areas_found)
        context.pages.edition_shown.connect(self._on_edition_shown)

    def show(self, finding: Finding | None) -> None:
        """Box the words of a finding in place of others and bring them into view, None for none."""
        self._finding, self._bring = finding, True
        self._pages.show_boxes(None)
        self._ask()
        facts = self._pages.facts
        pages = facts.of(finding.place.where) if finding and facts else None
        if finding and pages and finding.place.field is FindingField.PAGES:
            self._pages.navigator.go_to(pages.end)

    def keep(self, found: tuple[Finding, ...]) -> None:
        """Box nothing any more where the finding is not among those that stand."""
        if self._finding and self._finding not in found:
            self.show(None)

    def _ask(self) -> None:
        finding, edition = self._finding, self._pages.editions.number
        places = places_of(finding)[:_MOST] if finding and edition else ()
        words = tuple(
            WordsAt(article=one.where, block=one.block, start=one.span[0], end=one.span[1])
            for one in places
            if one.span
        )
        self._asked = WantedAreas(edition=edition, words=words)
        if words:
            self._bridge.find_areas(self._asked)

    def _on_areas_found(self, found: AreasFound) -> None:
        finding, asked = self._finding, self._asked
        if finding is None or found.edition != asked.edition or len(found.areas) != len(asked.words):
            return
        areas = tuple(area for one in found.areas for area in one if area.right > area.left)
        token = LOOKS[finding.level].token
        self._pages.show_boxes(PageBoxes(edition=found.edition, areas=areas, token=token) if areas else None)
        if areas and self._bring:
            first = areas[0]
            self._pages.navigator.bring(Spot(sheet=first.sheet, y=first.top), Spot(sheet=first.sheet, y=first.bottom))
        self._bring = False

    def _on_edition_shown(self, _edition: object) -> None:
        if self._finding:
            self._ask()
