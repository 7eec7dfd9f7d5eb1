"""Which article is open in the middle column: outline, pages and the parts of the front follow it."""

from PySide6.QtCore import QObject, Signal

from editor.model.workspace import Workspace
from editor.ui.article.edits import ArticleEdits
from editor.ui.commands.context import WindowContext
from editor.ui.credits.open_part import OpenPart


class OpenArticle(QObject):
    """Of one window. front: the part before or behind the articles that may be open in its place.

    turned: another article is shown; shown: and its page too; needed: the middle column shows something else so far.
    """

    turned = Signal()
    shown = Signal()
    needed = Signal()

    def __init__(self, context: WindowContext, front: OpenPart) -> None:
        """Act in one window. front: the other parts of an issue, which take the middle column as well."""
        super().__init__(context.window)
        self._context, self.front = context, front
        self.edits = ArticleEdits(context)
        self.edits.not_taken.connect(self._show_again)
        self.edits.shown_hidden.connect(self._on_shown_hidden)
        context.outline.article_chosen.connect(self.show)
        context.outline.part_chosen.connect(self._on_part_chosen)
        context.article.place_changed.connect(self._on_place_changed)
        context.session.pictures_changed.connect(self._show_again)

    @property
    def uid(self) -> str:
        """The open article, empty where none is."""
        return self.edits.uid

    def show(self, uid: str, *, scroll: bool = True) -> None:
        """Open an article; scroll: bring its page into view."""
        opened = self._context.session.opened_issue
        if opened is None or opened.value.article(uid) is None:
            return
        if uid != self.uid or self.front.part:
            self._context.session.exchanging.emit()
        opened.close_step()
        self.front.leave()
        self._context.outline.choose(uid)
        self.edits.show(uid)
        self.turned.emit()
        self._context.pages.follower.show_article(uid, scroll=scroll)
        self.shown.emit()

    def show_neighbour(self, before: Workspace) -> None:
        """Open the article that stands where the open one stood."""
        order = [article.uid for article in before.articles()]
        at = order.index(self.uid) if self.uid in order else 0
        left = {article.uid for article in self._context.opened.value.articles()}
        rest = [uid for uid in (*order[at:], *reversed(order[:at])) if uid in left]
        self.edits.uid = ""
        if rest and not self.front.part:
            self.show(rest[0])
        self.needed.emit()

    # inside

    def _show_again(self) -> None:
        """Show the article as it stands; while a part of the front is open it waits for its turn."""
        if self.uid and not self.front.part:
            self.show(self.uid, scroll=False)

    def _on_part_chosen(self, key: str) -> None:
        self.front.open(key)
        self.needed.emit()

    def _on_shown_hidden(self) -> None:
        if not self.front.part:
            self.needed.emit()

    def _on_place_changed(self) -> None:
        self._context.pages.follower.show_block(self.uid, self._context.article.body.caret.block())
