"""The article under edit: what is written in its view becomes a step of the open issue, which the view then shows."""

from PySide6.QtCore import QObject, Signal

from editor.document.look import LookTable
from editor.model.article import Article
from editor.model.edits import PENDING, ArticlePosition, move_articles, place_of, put_article
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.article.view import ShownArticle
from editor.ui.commands.context import WindowContext


class ArticleEdits(QObject):
    """Between view and open issue of one window; nobody else writes what the view tells, or shows articles in it.

    uid: of the article, empty where none is open; look: of the open issue, None where none is.
    not_taken: what was written changed nothing, so that the view shows other than what is; shown_hidden: the article
    was put into the view, which is not seen.
    """

    not_taken = Signal()
    shown_hidden = Signal()

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        super().__init__(context.window)
        self._context, self._view = context, context.article
        self.uid = ""
        self.look: LookTable | None = None
        self._view.edited.connect(self._on_edited)
        self._view.section_wanted.connect(self._on_section_wanted)
        self._view.left.connect(self.leave_field)
        context.session.issue_opened.connect(self._on_opened)
        context.session.changed.connect(self._on_changed)

    def show(self, uid: str) -> None:
        """Show an article of the open issue."""
        self.uid = uid
        self._show()

    def leave_field(self) -> None:
        """End the step of what was typed, and save it."""
        opened = self._context.session.opened_issue
        if opened:
            opened.close_step()
            opened.saving.begin()

    def _show(self) -> None:
        opened = self._context.opened
        article, place = opened.value.article(self.uid), place_of(opened.value, self.uid)
        if article is None or place is None or self.look is None:
            return
        self._view.show_article(
            ShownArticle(
                article=article,
                opened=opened.printable,
                section=place.section,
                look=self.look,
                writable=opened.writable,
            )
        )
        if self._view.isHidden():
            self.shown_hidden.emit()

    def _on_edited(self, name: str, article: Article, step: str) -> None:
        if not self._context.opened.apply(name, lambda space: put_article(space, article), step=step):
            self.not_taken.emit()

    def _on_section_wanted(self, section: str) -> None:
        uid, space = self.uid, self._context.opened.value
        sections = {one.uid: len(one.articles) for one in space.issue.sections}
        place = ArticlePosition(section=section, position=sections.get(section, len(space.drawer.pending)))
        if section in sections or section == PENDING:
            self._context.opened.apply(tr("改栏目"), lambda now: move_articles(now, {uid}, place))

    def _on_opened(self) -> None:
        self.uid, self.look = "", self._context.opened.printable.look

    def _on_changed(self, before: Workspace, after: Workspace) -> None:
        if before.issue.look != after.issue.look:
            self.look = self._context.opened.printable.look
        self._show()
