"""Finding and replacing in the window: from hit to hit, one hit or all of them."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer

from editor.desk.replacing import (
    SearchHit,
    SearchPosition,
    find_in_article,
    find_in_workspace,
    first_from,
    replaced,
    replaced_workspace,
    replacement_name,
)
from editor.model.block_texts import TextField, TextLocation
from editor.model.edits import put_article
from editor.model.issue import Article
from editor.model.language import tr
from editor.model.revision import Reason
from editor.model.workspace import Workspace
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.find.bar import FindBar
from editor.ui.find.checkpoints_dialog import CheckpointsDialog
from editor.ui.find.library_dialog import LibraryDialog
from editor.ui.find.pieces import Scope
from editor.ui.find.shown_hits import ShownHits, field_name
from editor.ui.kit.scrim import scrim
from editor.ui.work.snapshots import snapshot_before

_QUIET_MS = 150


class FindCommands:
    """Acts on the hits of one window's search."""

    def __init__(self, context: WindowContext, bar: FindBar) -> None:
        """Act in one window."""
        self._context, self._session, self._bar = context, context.session, bar
        self._shown = ShownHits(context.article)
        self._hits: tuple[SearchHit, ...] = ()
        self._at, self._article = -1, ""
        self._quiet = QTimer(bar)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.refresh)
        self._connect()

    def open(self, *, replacing: bool) -> None:
        """Open the bar; what is selected is sought, from there on."""
        spot, words = self._shown.spot(), self._shown.words()
        self._bar.open(words, replacing=replacing)
        self._seek(spot)

    def close(self) -> None:
        """Close the bar; the current hit is selected in the text."""
        hit = self._current()
        self._bar.hide()
        self._shown.mark((), None)
        if hit and self._is_shown(hit):
            self._shown.select(hit)
        else:
            self._context.article.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Search again; the current hit stays where it stands."""
        self._quiet.stop()
        if not self._bar.isVisible():
            return
        before, article = self._current(), self._context.article.article
        self._hits = self._found()
        if article and article.uid != self._article:
            # the user went to another article: go on from there
            self._article = article.uid
            self._at = first_from(
                self._hits, SearchPosition(article.uid, TextLocation(TextField.TITLE)), self._articles()
            )
        else:
            self._at = self._same(before)
        self._show()

    # from hit to hit

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), over the end to the beginning; into another article too."""
        if not self._bar.isVisible():
            self._bar.show()
            self._seek(self._shown.spot())
        self.refresh()
        if not self._hits:
            return
        hit, at = self._current(), self._at
        if hit is None or self._is_shown(hit):
            self._at = (self._at + by) % len(self._hits)
        self._go()
        if (self._at - at) * by < 0:
            self._bar.message.show_text(tr("到头了，又从头找起") if by > 0 else tr("到头了，又从末尾找起"))

    # replacing

    def replace_one(self) -> None:
        """Replace the current hit and go to the next; one that is not in view is shown first."""
        self.refresh()
        hit = self._current()
        if hit is None or not self._can_replace():
            return
        if not self._is_shown(hit):
            self._go()
            return
        words = self._bar.replacing.words
        self._replace((hit,), words)
        self._hits = self._found()
        self._at = first_from(
            self._hits, SearchPosition(hit.article, hit.location, hit.start + len(words)), self._articles()
        )
        if self._hits:
            self._go()
        else:
            self._show()

    def replace_all(self) -> None:
        """Replace every hit of the scope as one step."""
        self.refresh()
        if not self._hits or not self._can_replace():
            return
        name = replacement_name(self._hits, self._bar.search.query, self._bar.replacing.words)
        touched = {hit.article for hit in self._hits if hit.article}
        failure = snapshot_before(self._session, touched, Reason.REPLACING, name=name)
        done = self._replace(self._hits, self._bar.replacing.words)
        self.refresh()
        if done:
            self._bar.show_done()
        self._bar.message.show_text(
            tr("已{name}，Ctrl+Z 撤销。{failure}", name=name, failure=failure).rstrip("。")
            if done
            else tr("替换后和原来一样，没有改动")
        )

    # the library

    def open_library(self, words: str = "", *, replacing: bool = False) -> None:
        """Search the library for words; without any, what is sought in the bar is sought there."""
        search = replace(self._bar.search, query=words) if words else self._bar.search
        new = self._bar.replacing.words if replacing else ""
        dialog = LibraryDialog(self._session, search, new, self._context.window, replacing=replacing)
        with scrim(self._context.window):
            dialog.exec()
        if dialog.wanted:
            self._show_hit(dialog.wanted)
        dialog.deleteLater()

    def show_checkpoints(self) -> None:
        """Show what was replaced in the library, to take it back."""
        dialog = CheckpointsDialog(self._session, self._context.window)
        with scrim(self._context.window):
            dialog.exec()
        dialog.deleteLater()

    # inside

    def _connect(self) -> None:
        bar, session = self._bar, self._session
        bar.changed.connect(self._on_sought)
        bar.stepped.connect(self.step)
        bar.replace_wanted.connect(self.replace_one)
        bar.replace_all_wanted.connect(self.replace_all)
        bar.library_wanted.connect(lambda replacing: self.open_library(replacing=replacing))
        bar.closed.connect(self.close)
        for changed in (session.changed, session.opened, self._context.article.body.document().contentsChanged):
            changed.connect(self._on_changed)

    def _on_sought(self) -> None:
        current = self._current()
        self._seek(SearchPosition(current.article, current.location, current.start) if current else self._shown.spot())

    def _on_changed(self, *_values: object) -> None:
        if self._bar.isVisible():
            self._quiet.start()

    def _seek(self, spot: SearchPosition | None) -> None:
        """Search anew, beginning at a spot."""
        article = self._context.article.article
        self._article = article.uid if article else ""
        self._hits = self._found()
        self._at = first_from(self._hits, spot, self._articles()) if spot else min(0, len(self._hits) - 1)
        hit = self._current()
        self._show()
        if hit and self._is_shown(hit):
            self._shown.reveal(hit)

    def _found(self) -> tuple[SearchHit, ...]:
        space, article = self._session.space, self._context.article.article
        if self._bar.where is Scope.ISSUE and space:
            return find_in_workspace(space, self._bar.search)
        if self._bar.where is Scope.ARTICLE and space and article:
            return find_in_article(article, self._bar.search, issue=space.issue.uid)
        return ()

    def _articles(self) -> tuple[Article, ...]:
        space, article = self._session.space, self._context.article.article
        if self._bar.where is Scope.ISSUE and space:
            return tuple(space.articles())
        return (article,) if article else ()

    def _current(self) -> SearchHit | None:
        return self._hits[self._at] if 0 <= self._at < len(self._hits) else None

    def _same(self, hit: SearchHit | None) -> int:
        """Return where a hit is among those found now, else one near it."""
        if hit is None:
            return min(0, len(self._hits) - 1)
        keys = [(one.article, one.location, one.start) for one in self._hits]
        key = (hit.article, hit.location, hit.start)
        return keys.index(key) if key in keys else min(self._at, len(self._hits) - 1)

    def _is_shown(self, hit: SearchHit) -> bool:
        article = self._context.article.article
        return hit.field is TextField.HEADLINE or bool(article and hit.article == article.uid)

    def _go(self) -> None:
        hit = self._current()
        if hit is None:
            return
        if not self._is_shown(hit):
            self._article = hit.article
            self._context.show_article(hit.article)
        self._show()
        self._shown.reveal(hit)

    def _show(self) -> None:
        hit = self._current()
        self._bar.replacing.set_writable(writable=self._session.writable)
        self._bar.show_count(self._at + 1, len(self._hits))
        self._bar.message.show_text(self._whereabouts(hit) if hit else "")
        self._shown.mark(self._hits, hit)

    def _whereabouts(self, hit: SearchHit) -> str:
        name = field_name(hit.field)
        article = self._session.space.article(hit.article) if self._session.space else None
        if self._is_shown(hit) or article is None:
            return tr("在{name}", name=name) if name else ""
        return tr("在《{text}》", text=article.title.text)

    def _show_hit(self, hit: SearchHit) -> None:
        issue = self._session.issue
        if issue is None or issue.uid != hit.issue:
            self._session.open(hit.issue)
        if hit.article:
            self._context.show_article(hit.article)
            self._shown.reveal(hit)
            self._shown.select(hit)

    def _can_replace(self) -> bool:
        if not self._session.writable:
            self._bar.message.show_text(tr("这一期只读，不能替换"))
        return self._session.writable

    def _replace(self, hits: tuple[SearchHit, ...], words: str) -> bool:
        whole = self._bar.where is Scope.ISSUE

        def change(space: Workspace) -> Workspace:
            if whole:
                return replaced_workspace(space, hits, words)
            article = space.article(hits[0].article)
            return put_article(space, replaced(article, hits, words)) if article else space

        return self._session.apply(replacement_name(hits, self._bar.search.query, words), change)


COMMANDS = CommandSet(
    FindCommands,
    (
        Command(
            name="find",
            text=tr("查找"),
            english="Find",
            icon="search",
            keys=("Ctrl+F",),
            places=(CommandGroup.TEXT.at(230), CommandMenu.FIND.at(10), CommandBar.TEXT_END.at(20)),
            run=lambda it: it.open(replacing=False),
        ),
        Command(
            name="find.replace",
            text=tr("替换"),
            english="Find and replace",
            icon="find.replace",
            keys=("Ctrl+H",),
            places=(CommandGroup.TEXT.at(240), CommandMenu.FIND.at(20)),
            run=lambda it: it.open(replacing=True),
        ),
        Command(
            name="find.library",
            text=tr("在刊库里查找…"),
            english="Find in library",
            icon="search",
            places=(CommandGroup.TEXT.at(250), CommandMenu.FIND.at(30)),
            run=FindCommands.open_library,
        ),
        Command(
            name="library.replace",
            text=tr("在刊库里替换…"),
            english="Replace in library",
            icon="search",
            places=(CommandGroup.TEXT.at(260), CommandMenu.FIND.at(40)),
            run=lambda it: it.open_library(replacing=True),
        ),
        Command(
            name="find.next",
            text=tr("找下一处"),
            english="Find next",
            keys=("F3",),
            places=(CommandGroup.TEXT.at(270),),
            run=lambda it: it.step(1),
        ),
        Command(
            name="find.previous",
            text=tr("找上一处"),
            english="Find previous",
            keys=("Shift+F3",),
            places=(CommandGroup.TEXT.at(280),),
            run=lambda it: it.step(-1),
        ),
        Command(
            name="library.undo",
            text=tr("撤销刊库替换…"),
            english="Undo library replacement",
            icon="restore",
            places=(CommandGroup.ISSUE.at(140), CommandMenu.FIND.at(50)),
            run=FindCommands.show_checkpoints,
        ),
    ),
)
