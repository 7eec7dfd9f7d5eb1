"""The archive while it is open: what is asked, what is found, which hit is shown and on which face."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, QTimer

from editor.desk.archive.articles import article_of
from editor.desk.archive.asking import Asked, SavedSearch
from editor.desk.archive.ports import ArchiveReader
from editor.desk.archive.values import Found, Hit, SearchField, SearchOrder
from editor.desk.printable_issue import PrintableIssue, printable_issue
from editor.model.article import Article
from editor.model.language import tr
from editor.pages.reports import AreasFound, PagesSet, WantedAreas
from editor.ui.archive.folios import Folios
from editor.ui.archive.lane import Lane
from editor.ui.archive.marked_pages import words_on_pages
from editor.ui.archive.preview import PAGE
from editor.ui.archive.search import ArchiveSearch, Facets
from editor.ui.commands.context import WindowContext
from editor.ui.pages.bridge import PagesClient
from editor.ui.work.library_thread import LibraryThread

if TYPE_CHECKING:
    from editor.ui.archive.view import ArchiveView


_QUIET_MS, _LINGERING_MS = 60, 900


class ShownArchive(QObject):
    """Of one opening of the view. article: of the hit in hand, None until it is read; begun: something was asked.

    picked: called when another hit is in hand, or its article is there.
    """

    def __init__(
        self,
        context: WindowContext,
        view: "ArchiveView",
        guest: PagesClient,
        *,
        reader: ArchiveReader,
        folios: Folios,
    ) -> None:
        super().__init__(view)
        self._context, self._view, self._library = context, view, context.session.library
        self._thread = LibraryThread()
        self.search = ArchiveSearch(reader, self._thread, self)
        self._articles, self._issues = Lane(self._thread, self), Lane(self._thread, self)
        self.asked, self.begun = Asked(), False
        self.facets: Facets = {}
        self.article: Article | None = None
        self.picked: Callable[[], None] = lambda: None
        self.saved: Callable[[], tuple[SavedSearch, ...]] = tuple
        self._edition = 0
        self._held, self._set, self._coming = "", "", ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._read)
        self.folios = folios
        self._lingering = QTimer(self)
        self._lingering.setSingleShot(True)
        self._lingering.setInterval(_LINGERING_MS)
        self._lingering.timeout.connect(self._ask_folio)
        self._connect(guest)

    @property
    def hit(self) -> Hit | None:
        """The hit in hand."""
        return self._view.hits.list.current

    @property
    def waiting(self) -> bool:
        """Whether hits, or the article in hand, are still to come."""
        return self.search.waiting or self._articles.waiting or self._quiet.isActive()

    def begin(self, asked: Asked, held: str) -> None:
        """Ask this at first. held: the article that was in hand."""
        self._held, self.begun = held, True
        with QSignalBlocker(self._view.bar.field):
            self._view.bar.field.setText(asked.words)
        self.ask(asked)

    def ask(self, asked: Asked) -> None:
        """Search."""
        before, self.asked = self.asked, asked
        self.search.ask(asked)
        self._show_asked()
        if asked.filters != before.filters:
            self.show_side()

    def ask_again(self) -> None:
        """Search the same again."""
        self.search.ask(self.asked)

    def show_side(self) -> None:
        """Show what is ticked and kept."""
        self._view.side.show_side(self.asked, self.facets, self.saved())
        self._show_asked()

    def _show_asked(self) -> None:
        self._view.hits.show_filters(self.asked, self.facets)
        nothing = not self.asked.words.strip() and not self.asked.filters
        save = self._view.actions_by_name["save"]
        save.setEnabled(not nothing)

    def end(self) -> None:
        """Hear no more of anything."""
        self._quiet.stop()
        self._lingering.stop()
        self.search.drop()
        self._articles.drop()
        self._issues.drop()
        self._thread.close()

    # inside

    def _connect(self, guest: PagesClient) -> None:
        view, search = self._view, self.search
        view.bar.field.textChanged.connect(lambda words: self.ask(replace(self.asked, words=words)))
        view.side.toggled.connect(self._toggle)
        view.hits.chips.toggled.connect(self._toggle)
        view.hits.order_chosen.connect(lambda order: self.ask(replace(self.asked, order=SearchOrder(order))))
        view.side.saved_chosen.connect(lambda saved: self.begin(saved.asked, ""))
        search.found.connect(self._on_found)
        search.more_found.connect(view.hits.list.hits.add)
        search.facets_found.connect(self._on_facets)
        search.refused.connect(lambda reason: view.hits.show_nothing(tr("现在不能检索"), reason))
        view.hits.list.hits.more_wanted.connect(search.fetch_more)
        view.hits.list.picked.connect(self._on_picked)
        view.preview.face_chosen.connect(self._on_face_chosen)
        view.preview.pages.wanted.connect(self._context.bridge.draw_for_guest)
        self._articles.answered.connect(self._on_article)
        self._articles.failed.connect(self._on_gone)
        self._issues.answered.connect(self._on_printable)
        self._issues.failed.connect(view.preview.show_message)
        guest.pages_set.connect(self._on_pages_set)
        guest.areas_found.connect(self._on_areas_found)
        guest.picture_made.connect(view.preview.pages.switch.show_picture)
        self.folios.found.connect(self._on_folios)
        guest.failed.connect(view.preview.show_message)

    def _toggle(self, field: SearchField, value: str) -> None:
        self.ask(self.asked.toggled(field, value))

    def _on_found(self, found: Found) -> None:
        hit = self.hit
        self._view.hits.show_found(found, self.asked, held=self._held or (hit.article if hit else ""))
        self._held = ""

    def _on_facets(self, facets: Facets) -> None:
        self.facets = facets
        self.show_side()

    def _on_picked(self) -> None:
        self.article, hit = None, self.hit
        self._articles.drop()
        if hit is None:
            self._view.preview.show_syntax()
        else:
            # hits first: while one types, nobody reads what is found on the way
            self._quiet.start()
        self.picked()

    def _read(self) -> None:
        hit, library = self.hit, self._library
        if hit:
            self._articles.ask(lambda: (hit, article_of(library, hit)))

    def _on_article(self, answer: tuple[Hit, Article]) -> None:
        hit, self.article = answer
        self._view.preview.show_article(self.article, hit, self.search.query)
        self._lingering.start()
        if self._view.preview.on_page:
            self._show_page(hit)
        self.picked()

    def _ask_folio(self) -> None:
        hit = self.hit
        if hit and self.folios.wanted(hit):
            self.folios.ask(hit.issue)

    def _on_folios(self, issue: str) -> None:
        self._view.hits.list.hits.show_folios(issue, self.folios.known(issue) or {})
        hit = self.hit
        if hit and hit.issue == issue and self.article and self.article.uid == hit.article:
            self._view.preview.sheet.show_place(self.article, hit)

    def _on_gone(self, reason: str) -> None:
        self._view.preview.show_message(reason)
        self.picked()

    # the page

    def _on_face_chosen(self, face: str) -> None:
        hit = self.hit
        if face == PAGE and hit:
            self._show_page(hit)
        elif self.article:
            self._view.preview.show_text()

    def _show_page(self, hit: Hit) -> None:
        """Show the page of a hit; its issue is set for it where another one is."""
        if not hit.issue:
            self._view.preview.show_message(tr("待编和废稿还没有版面。"))
        elif hit.issue == self._set:
            self._view.preview.show_page(hit.article)
            self._ask_areas()
        else:
            self._view.preview.expect_page(hit.article)
            if hit.issue != self._coming:
                self._coming, library = hit.issue, self._library
                self._issues.ask(lambda: printable_issue(library, hit.issue))

    def _ask_areas(self) -> None:
        """Have what was sought found on the pages."""
        self._view.preview.pages.show_areas(())
        if self.article and self._edition:
            words = words_on_pages(self.article, self.search.query)
            self._context.bridge.find_areas(WantedAreas(edition=self._edition, words=words))

    def _on_areas_found(self, found: AreasFound) -> None:
        if found.edition == self._edition:
            self._view.preview.pages.show_areas([area for areas in found.areas for area in areas])

    def _on_pages_set(self, report: PagesSet) -> None:
        self._edition = report.edition
        self._view.preview.show_pages(report)
        self._ask_areas()
        self.folios.take(self._set, {one.article: one.first for one in report.facts.articles})

    def _on_printable(self, printable: PrintableIssue) -> None:
        self._set, self._coming = printable.issue.uid, ""
        self._context.bridge.set_for_guest(printable)
