"""What becomes of pages that were set anew."""

import gc

from PySide6.QtCore import QObject

from editor.model.language import tr
from editor.pages.reports import PagesSet
from editor.ui.checks.commands import CheckCommands
from editor.ui.commands.context import WindowContext
from editor.ui.pages.bar import PagesBar
from editor.ui.window.overview_shown import OverviewShown
from editor.ui.window.status_line import StatusLine


class NewPages(QObject):
    """Of one window: shows them, and has folios and findings follow."""

    def __init__(
        self,
        context: WindowContext,
        overview: OverviewShown,
        checks: CheckCommands,
        *,
        shown: tuple[PagesBar, StatusLine],
    ) -> None:
        """shown: where it is said which pages there are."""
        super().__init__(context.window)
        self._pages, self._overview, self._checks = context.pages, overview, checks
        self._article = overview.article
        self._bar, self._status = shown
        context.outline.part_chosen.connect(self.show_part)
        context.bridge.pages_set.connect(self._on_pages_set)
        context.bridge.failed.connect(lambda reason: self._status.show_pages(reason, bad=True))

    def show_part(self, key: str) -> None:
        """Show the page of a part before or behind the articles."""
        facts = self._pages.facts
        if facts:
            self._pages.navigator.go_to_sheet(facts.sheet_of(key) or facts.sheets)

    def _on_pages_set(self, report: PagesSet) -> None:
        uid = self._article.uid
        # an article that had no pages when it was opened has its place now
        first = self._pages.facts is None or self._pages.facts.of(uid) is None
        self._pages.switch.show_pages(report)
        self._bar.show_place(self._pages.sheet)
        self._status.show_pages(tr("；").join(report.warnings))
        if first:
            self._checks.run()
            # what is loaded by now stays: looking through all of it again stops the window for a tenth of a second
            gc.freeze()
        else:
            # new pages come with nearly every key: folios at once, findings in the next pause
            self._overview.after_pages()
            self._checks.soon()
        if first and self._article.front.part:
            self.show_part(self._article.front.part)
        elif first and uid:
            self._pages.follower.show_article(uid, scroll=True)
