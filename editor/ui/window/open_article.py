"""The article that is open in the middle column: shown, written back, and left for another."""

from PySide6.QtCore import QObject, Signal

from editor.desk.open_issue import OpenIssue
from editor.document.faces import apply_fonts
from editor.document.look import LookTable, look_table
from editor.model.edits import PENDING, ArticlePosition, move_articles, place_of, put_article
from editor.model.issue import Article
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.article.view import ShownArticle
from editor.ui.commands.context import WindowContext
from editor.ui.credits.open_part import OpenPart


class OpenArticle(QObject):
    """Of one window. uid: empty where none is open; look: of the open issue, None where none is.

    front: the part before or behind the articles that may be open in its place.
    turned: another article is shown; shown: and its page too; needed: the middle column shows something else so far.
    """

    turned = Signal()
    shown = Signal()
    needed = Signal()

    def __init__(self, context: WindowContext, front: OpenPart) -> None:
        """Act in one window. front: the other parts of an issue, which take the middle column as well."""
        super().__init__(context.window)
        self._context, self._session, self.front = context, context.session, front
        self.uid = ""
        self.look: LookTable | None = None
        context.outline.article_chosen.connect(self.show)
        view = context.article
        view.edited.connect(self._on_edited)
        view.section_wanted.connect(self._on_section_wanted)
        view.left.connect(self.leave_field)
        view.place_changed.connect(self._on_place_changed)
        self._session.pictures_changed.connect(self._on_pictures_changed)

    def show(self, uid: str, *, scroll: bool = True) -> None:
        """Open an article; scroll: bring its page into view."""
        space, opened = self._session.space, self._session.open_issue
        article = space.article(uid) if space else None
        place = place_of(space, uid) if space else None
        if space is None or opened is None or article is None or place is None or self.look is None:
            return
        self._session.close_step()
        self.front.leave()
        self.uid = uid
        self._context.outline.choose(uid)
        self._show(article, place)
        self.turned.emit()
        self._context.pages.show_article(uid, scroll=scroll)
        self.shown.emit()

    def close(self) -> None:
        """Show none: another issue comes."""
        self.uid = ""
        self.front.leave()

    def take_look(self) -> None:
        """Show text in the look of the open issue."""
        opened = self._session.open_issue
        if opened:
            self.look = look_of(opened)

    def follow(self, after: Workspace) -> bool:
        """Show the article as it stands after a change; return whether it is still there."""
        article, place = after.article(self.uid), place_of(after, self.uid)
        if article is None or place is None:
            return False
        self._show(article, place)
        return True

    def show_neighbour(self, before: Workspace) -> None:
        """Open the article that stands where the open one stood."""
        order = [article.uid for article in before.articles()]
        at = order.index(self.uid) if self.uid in order else 0
        space = self._session.space
        left = {article.uid for article in space.articles()} if space else set()
        rest = [uid for uid in (*order[at:], *reversed(order[:at])) if uid in left]
        self.uid = ""
        if rest and not self.front.part:
            self.show(rest[0])
        self.needed.emit()

    def leave_field(self) -> None:
        """End the step of what was typed, and save it."""
        self._session.close_step()
        self._session.begin_save()

    # inside

    def _show(self, article: Article, place: ArticlePosition) -> None:
        opened, view = self._session.open_issue, self._context.article
        if opened and self.look:
            view.show_article(
                ShownArticle(
                    article=article,
                    opened=opened,
                    section=place.section,
                    look=self.look,
                    writable=self._session.writable,
                )
            )
            if view.isHidden() and not self.front.part:
                self.needed.emit()

    def _on_edited(self, name: str, article: Article, step: str) -> None:
        if not self._session.apply(name, lambda space: put_article(space, article), step=step):
            self.show(self.uid, scroll=False)

    def _on_section_wanted(self, section: str) -> None:
        uid, space = self.uid, self._session.space
        if space is None:
            return
        sections = {one.uid: len(one.articles) for one in space.issue.sections}
        place = ArticlePosition(section=section, position=sections.get(section, len(space.drawer.pending)))
        if section in sections or section == PENDING:
            self._session.apply(tr("改栏目"), lambda now: move_articles(now, {uid}, place))

    def _on_pictures_changed(self) -> None:
        if self.uid and not self.front.part:
            self.show(self.uid, scroll=False)

    def _on_place_changed(self) -> None:
        self._context.pages.show_block(self.uid, self._context.article.body.caret.block())


def look_of(opened: OpenIssue) -> LookTable:
    """Return the look of an issue with the fonts that were added to it."""
    return apply_fonts(look_table(opened.issue.look), tuple(file.font for file in opened.fonts))
