"""Finding and replacing in the open article and issue: from hit to hit, one hit or all of them."""

from PySide6.QtCore import Qt, QTimer

from editor.desk.replacing import SearchHit, SearchPosition, replaced, replaced_workspace, replacement_name
from editor.model.article import Article
from editor.model.block_texts import field_name
from editor.model.edits import put_article
from editor.model.language import tr
from editor.model.revision import Reason
from editor.model.workspace import Workspace
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.find.bar import FindBar
from editor.ui.find.found_hits import FoundHits
from editor.ui.find.pieces import Scope
from editor.ui.find.shown_hits import ShownHits
from editor.ui.work.snapshots import snapshot_before

_QUIET_MS = 150


class FindCommands:
    """Acts on the hits of one window's search. shown: them in the text."""

    def __init__(self, context: WindowContext, bar: FindBar) -> None:
        """Act in one window."""
        self._context, self._session, self._bar = context, context.session, bar
        self.shown, self._found = ShownHits(context.article), FoundHits(context, bar)
        self._quiet = QTimer(bar)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.refresh)
        self._connect()

    def open(self, *, replacing: bool) -> None:
        """Open the bar; what is selected is sought, from there on."""
        spot, words = self.shown.spot(), self.shown.words()
        self._bar.open(words, replacing=replacing)
        self._seek(spot)

    def close(self) -> None:
        """Close the bar; the current hit is selected in the text."""
        hit = self._found.current
        self._bar.hide()
        self.shown.mark((), None)
        if hit and self.shown.holds(hit):
            self.shown.select(hit)
        else:
            self._context.article.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Search again; the current hit stays where it stands."""
        self._quiet.stop()
        if self._bar.isVisible():
            self._found.renew()
            self._show()

    # from hit to hit

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), over the end to the beginning; into another article too."""
        if not self._bar.isVisible():
            self._bar.show()
            self._seek(self.shown.spot())
        self.refresh()
        found = self._found
        if not found.hits:
            return
        hit, at = found.current, found.at
        if hit is None or self.shown.holds(hit):
            found.at = (at + by) % len(found.hits)
        self._go()
        if (found.at - at) * by < 0:
            self._bar.message.show_text(tr("到头了，又从头找起") if by > 0 else tr("到头了，又从末尾找起"))

    # replacing

    def replace_one(self) -> None:
        """Replace the current hit and go to the next; one that is not in view is shown first."""
        self.refresh()
        hit = self._found.current
        if hit is None or not self._can_replace():
            return
        if not self.shown.holds(hit):
            self._go()
            return
        words = self._bar.replacing.words
        self._replace((hit,), words)
        self._found.go_behind(hit, words)
        if self._found.hits:
            self._go()
        else:
            self._show()

    def replace_all(self) -> None:
        """Replace every hit of the scope as one step."""
        self.refresh()
        hits = self._found.hits
        if not hits or not self._can_replace():
            return
        name = replacement_name(hits, self._bar.search.query, self._bar.replacing.words)
        touched = {hit.article for hit in hits if hit.article}
        failure = snapshot_before(self._context.opened, touched, Reason.REPLACING, name=name)
        done = self._replace(hits, self._bar.replacing.words)
        self.refresh()
        if done:
            self._bar.show_done()
        self._bar.message.show_text(
            tr("已{name}，Ctrl+Z 撤销。{failure}", name=name, failure=failure).rstrip("。")
            if done
            else tr("替换后和原来一样，没有改动")
        )

    # inside

    def _connect(self) -> None:
        bar, session = self._bar, self._session
        bar.changed.connect(self._on_sought)
        bar.stepped.connect(self.step)
        bar.replace_wanted.connect(self.replace_one)
        bar.replace_all_wanted.connect(self.replace_all)
        bar.closed.connect(self.close)
        for changed in (session.changed, session.issue_opened, self._context.article.body.document().contentsChanged):
            changed.connect(self._on_changed)

    def _on_sought(self) -> None:
        current = self._found.current
        self._seek(SearchPosition(current.article, current.location, current.start) if current else self.shown.spot())

    def _on_changed(self, *_values: object) -> None:
        if self._bar.isVisible():
            self._quiet.start()

    def _seek(self, spot: SearchPosition | None) -> None:
        """Search anew, beginning at a spot."""
        self._found.seek(spot)
        hit = self._found.current
        self._show()
        if hit and self.shown.holds(hit):
            self.shown.reveal(hit)

    def _go(self) -> None:
        hit = self._found.current
        if hit is None:
            return
        if not self.shown.holds(hit):
            self._found.follow(hit.article)
            self._context.show_article(hit.article)
        self._show()
        self.shown.reveal(hit)

    def _show(self) -> None:
        found, opened = self._found, self._session.opened_issue
        hit = found.current
        elsewhere = opened.value.article(hit.article) if opened and hit and not self.shown.holds(hit) else None
        self._bar.replacing.set_writable(writable=bool(opened and opened.writable))
        self._bar.show_count(found.at + 1, len(found.hits))
        self._bar.message.show_text(_whereabouts(hit, elsewhere) if hit else "")
        self.shown.mark(found.hits, hit)

    def _can_replace(self) -> bool:
        writable = self._context.opened.writable
        if not writable:
            self._bar.message.show_text(tr("这一期只读，不能替换"))
        return writable

    def _replace(self, hits: tuple[SearchHit, ...], words: str) -> bool:
        whole = self._bar.where is Scope.ISSUE

        def change(space: Workspace) -> Workspace:
            if whole:
                return replaced_workspace(space, hits, words)
            article = space.article(hits[0].article)
            return put_article(space, replaced(article, hits, words)) if article else space

        return self._context.opened.apply(replacement_name(hits, self._bar.search.query, words), change)


def _whereabouts(hit: SearchHit, elsewhere: Article | None) -> str:
    """Say where a hit stands. elsewhere: the article that is to be opened for it."""
    if elsewhere:
        return tr("在《{text}》", text=elsewhere.title.text)
    name = field_name(hit.field)
    return tr("在{name}", name=name) if name else ""


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
    ),
)
