"""总库检索: opened in place of the columns, beside the open issue, and left to where one was."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.desk.archive.articles import article_of
from editor.desk.archive.asking import Asked
from editor.desk.archive.ports import ArchiveLibrary
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.archive.acts import HitActs
from editor.ui.archive.folios import Folios
from editor.ui.archive.hits_model import place_words
from editor.ui.archive.index_care import IndexCare
from editor.ui.archive.shelf import Shelf
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.full_view import FullViewHost
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import FullView
from editor.ui.kit.failures import show_failure

if TYPE_CHECKING:
    from editor.desk.archive.values import Hit
    from editor.ui.archive.shown import ShownArchive
    from editor.ui.archive.view import ArchiveView


class ArchiveCommands(QObject):
    """Opens the view and leaves it. asked: what was asked last, asked again when the view is opened next.

    issue_wanted: an issue is to be opened; view, shown: while it is open, else None.
    """

    issue_wanted = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        super().__init__(context.window)
        self._context, self._session = context, context.session
        self.room = FullViewHost(context, FullView.ARCHIVE)
        self.acts, self.shelf, self.folios = HitActs(context), Shelf(context), Folios(context)
        self._quoting = ""
        self.view: ArchiveView | None = None
        self.shown: ShownArchive | None = None
        self.asked, self._held = Asked(), ""
        self._care: IndexCare | None = None
        self.archive: Callable[[], ArchiveLibrary] = lambda: self._session.library.archive
        self._session.issue_opened.connect(self.leave)
        self.folios.found.connect(self._on_folios)
        self._session.saved.connect(self._on_saved)
        self._session.changed.connect(lambda _before, _after: self._show_offers())

    @property
    def care(self) -> IndexCare:
        """The index's, made when the view is first opened."""
        if self._care is None:
            made = self._care = IndexCare(self.archive(), self, writable=not self._session.library.read_only)
            made.changed.connect(self._show_index)
            made.ready.connect(self._on_index_ready)
        return self._care

    def open(self, words: str = "") -> None:
        """Show the archive. words: to be searched for, else what was asked last."""
        if self.view is None:
            self._make()
        if self.view and self.shown and self.shown.begun and not words:
            self.view.take_focus()
        elif self.view and self.shown:
            asked = Asked(words=words) if words else self.asked
            self.shown.begin(asked, self._held)
            self.view.take_focus()

    def leave(self) -> None:
        """Show the columns again."""
        view, shown = self.view, self.shown
        if view is None or shown is None:
            return
        self.asked, hit = shown.asked, shown.hit
        self._held = hit.article if hit else ""
        self.view = self.shown = None
        shown.end()
        self.room.leave(view)
        self._context.article.body.setFocus()

    def close(self) -> None:
        """Stop what goes on beside the window."""
        self.leave()
        if self._care:
            self._care.close()

    # what is done with the hit in hand

    def open_hit(self) -> None:
        """Open the issue of the hit at its article."""
        hit = self.shown.hit if self.shown else None
        if hit is None:
            return
        try:
            issue = self.acts.issue_of(hit)
        except UserError as error:
            self._say(str(error))
            return
        self.leave()
        opened = self._session.opened_issue
        if opened is None or opened.issue.uid != issue:
            self.issue_wanted.emit(issue)
        self._context.show_article(hit.article)

    def quote(self) -> None:
        """Quote the hit in the open article; its page is looked up where it is not known."""
        hit = self.shown.hit if self.shown else None
        if hit and self.folios.wanted(hit):
            self._quoting = hit.article
            self._say(tr("正在查页码…"))
            self.folios.ask(hit.issue)
        else:
            self._act(lambda hit: self._say(self.acts.quote(self.folios.placed(hit))))

    def reuse(self) -> None:
        """Take the hit up again as a new draft."""
        self._act(lambda hit: self._say(self.acts.reuse(self.folios.placed(hit), self._article(hit))))

    def compare(self) -> None:
        """Show the hit beside the open article."""
        self._act(lambda hit: self.acts.compare(hit, self._article(hit), " · ".join(place_words(hit))))

    # inside

    def _make(self) -> None:
        from editor.ui.archive.shown import ShownArchive
        from editor.ui.archive.view import ArchiveView

        opened = self._session.opened_issue
        if opened:
            opened.close_step()
            # what was typed last is to be found too
            opened.saving.begin()
        article = self._context.article
        self.acts.beside = article.article.uid if article.article and article.isVisible() else ""
        view = self.view = ArchiveView(self._context.rooms)
        shown = self.shown = ShownArchive(
            self._context, view, self.room.guest, reader=self.archive(), folios=self.folios
        )
        view.bar.show_issues(len(self._session.library.issues()))
        view.bar.add_tool(self._context.actions["library.statistics"])
        shown.picked, shown.saved = self._show_offers, lambda: self.shelf.saved
        self.shelf.changed = shown.show_side
        self._wire(view)
        self.room.enter(view)
        self._show_index()
        self.care.look()

    def _wire(self, view: "ArchiveView") -> None:
        acts = view.actions_by_name
        view.left.connect(self.leave)
        for name, act in (
            ("open", self.open_hit),
            ("quote", self.quote),
            ("reuse", self.reuse),
            ("compare", self.compare),
            ("save", lambda: self.shelf.keep(self.shown.asked) if self.shown else None),
        ):
            acts[name].triggered.connect(lambda _on=False, act=act: act())
        view.side.rename_wanted.connect(self.shelf.rename)
        view.side.remove_wanted.connect(self.shelf.remove)
        view.foot.repair_wanted.connect(self.care.build)
        view.foot.stop_wanted.connect(self.care.stop)

    def _act(self, act: "Callable[[Hit], object]") -> None:
        hit = self.shown.hit if self.shown else None
        if hit is None:
            return
        try:
            act(hit)
        except UserError as error:
            show_failure(self._context.window, tr("没有做成"), str(error))

    def _article(self, hit: "Hit") -> Article:
        """Return the article of a hit, also where the preview has not got it yet. Raises UserError for none."""
        shown = self.shown.article if self.shown else None
        return shown if shown and shown.uid == hit.article else article_of(self._session.library, hit)

    def _say(self, words: str) -> None:
        if self.view:
            self.view.foot.show_done(words)

    def _show_offers(self) -> None:
        """Let what cannot be done rest, and say why."""
        if self.view is None or self.shown is None:
            return
        for name, reason in self.acts.reasons(self.shown.hit).items():
            action = self.view.actions_by_name[name]
            action.setEnabled(not reason)
            action.setToolTip(reason or action.text())

    def _show_index(self) -> None:
        if self.view:
            shown = self.care.shown
            self.view.foot.show_state(shown.words, shown.state, act=shown.act, share=shown.share)

    def _on_index_ready(self) -> None:
        if self.shown and not self.view_has_hits():
            self.shown.ask_again()

    def _on_folios(self, _issue: str) -> None:
        """Quote what waited for its page, where it is still the hit in hand."""
        hit = self.shown.hit if self.shown else None
        if hit and hit.article == self._quoting and not self.folios.wanted(hit):
            self._quoting = ""
            self.quote()

    def _on_saved(self, _at: object) -> None:
        """Find what was written just now; who has scrolled stays where they are."""
        opened = self._session.opened_issue
        if opened:
            self.folios.forget(opened.issue.uid)
        if self.shown and self.view and self.view.hits.list.at_top:
            self.shown.ask_again()

    def view_has_hits(self) -> bool:
        """Whether something is found already."""
        return bool(self.view and self.view.hits.list.hits.hits)


COMMANDS = CommandSet(
    ArchiveCommands,
    (
        Command(
            name="archive",
            text=tr("总库检索"),
            english="Search the archive, all issues",
            icon="archive",
            keys=("Ctrl+Shift+H",),
            places=(CommandGroup.VIEW.at(5), CommandMenu.MAIN.at(300), CommandMenu.FIND.at(25)),
            run=ArchiveCommands.open,
        ),
    ),
)
