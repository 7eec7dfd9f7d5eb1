"""How far the open issue is: in the outline, below the article and in the status line."""

from PySide6.QtCore import QObject

from editor.desk.overview import Overview, Overviewer
from editor.model.language import tr
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
        article.shown.connect(self.show_place)
        context.pages.sheet_changed.connect(self.show_place)
        context.pages.zoom_changed.connect(self.show_place)

    def soon(self) -> None:
        """Show it in the next pause, at the latest where one is awaited already."""
        if not self._quiet.isActive():
            self._quiet.start()

    def after_pages(self) -> None:
        """Show it in the pause after new pages."""
        self._quiet.start()

    def show(self) -> None:
        """Count, and show it now."""
        space, look = self._session.space, self.article.look
        if space and look:
            self._quiet.stop()
            self._seen = self._counts.overview(space, self._context.pages.facts, look)
            self._context.outline.show_overview(self._seen, self._checks.levels, writable=self._session.writable)
        self.show_place()

    def show_place(self) -> None:
        """Show where the user is."""
        if self._seen is None:
            return
        facts, pages, uid = self._context.pages.facts, self._context.pages, self.article.uid
        folio = facts.folio_of(pages.sheet) if facts else None
        self._fit.show_line(self._seen.article(uid))
        page = self.article.front.name or (tr("第 {folio:02} 页", folio=folio) if folio else "")
        self._status.show_place(self._seen, "" if self.article.front.part else uid, page, pages.position.layout.factor)
