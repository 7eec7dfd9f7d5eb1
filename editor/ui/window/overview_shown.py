"""How far the open issue is: in the outline, below the article and in the status line."""

from PySide6.QtCore import QObject

from editor.desk.overview import Overview, Overviewer
from editor.model.edits import pending_and_inbox
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.article.copy_fit import CopyFit
from editor.ui.checks.commands import CheckCommands
from editor.ui.commands.context import WindowContext
from editor.ui.pages.updates import single_shot
from editor.ui.window.open_article import OpenArticle
from editor.ui.window.status_line import StatusLine

_QUIET_MS = 60


class OverviewShown(QObject):
    """Of one window. article: the one that is open."""

    def __init__(
        self,
        context: WindowContext,
        article: OpenArticle,
        checks: CheckCommands,
        *,
        shown: tuple[CopyFit, StatusLine],
    ) -> None:
        """shown: where it is said, besides the outline."""
        super().__init__(context.window)
        self._context, self._session, self._checks = context, context.session, checks
        self.article = article
        self._fit, self._status = shown
        self._counts = Overviewer()
        self._seen: Overview | None = None
        self._quiet = single_shot(self, _QUIET_MS)
        self._quiet.timeout.connect(self.show)
        checks.changed.connect(self.show)
        self._session.changed.connect(self._on_changed)
        article.shown.connect(self.show_place)
        context.outline.part_chosen.connect(lambda _key: self.show_place())
        context.pages.sheet_changed.connect(self.show_place)
        context.pages.zoom_changed.connect(self.show_place)

    def after_pages(self) -> None:
        """Show it in the pause after new pages."""
        self._quiet.start()

    def show(self) -> None:
        """Count, and show it now."""
        opened, look = self._session.opened_issue, self.article.edits.look
        if opened and look:
            self._quiet.stop()
            self._seen = self._counts.overview(opened.value, self._context.pages.facts, look)
            self._context.outline.show_overview(self._seen, self._checks.levels, writable=opened.writable)
        self.show_place()

    def show_place(self) -> None:
        """Show where the user is."""
        if self._seen is None:
            return
        facts, pages, uid = self._context.pages.facts, self._context.pages, self.article.uid
        folio = facts.folio_of(pages.sheet) if facts else None
        opened = self._session.opened_issue
        self._fit.show_line(self._seen.article(uid), writable=opened is not None and opened.writable)
        page = self.article.front.name or (tr("第 {folio:02} 页", folio=folio) if folio else "")
        self._status.show_place(self._seen, "" if self.article.front.part else uid, page, pages.position.layout.factor)

    def _on_changed(self, before: Workspace, after: Workspace) -> None:
        """Show it at once where rows came, went or moved, else in the next pause."""
        if _order(before) != _order(after):
            self.show()
        elif not self._quiet.isActive():
            self._quiet.start()


def _order(space: Workspace) -> list[tuple[str, ...]]:
    groups = [section.articles for section in space.issue.sections]
    trash = tuple(one.article for one in space.drawer.trash)
    return [tuple(article.uid for article in group) for group in (*groups, *pending_and_inbox(space.drawer), trash)]
