"""What is done with a hit: opened in its issue, quoted in the open article, taken up again, compared."""

import datetime as dt

from PySide6.QtGui import QTextCursor

from editor.desk.archive.articles import issue_beside, quotation, reused
from editor.desk.archive.values import Hit
from editor.model.article import Article
from editor.model.edits import PENDING, ArticlePosition, add_articles, pending_and_inbox
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.state import issue_open, issue_writable


class HitActs(DialogOwner):
    """Of one window. beside: the article that was open when the archive was opened, empty for none."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._context, self._session = context, context.session
        self.beside = ""

    @property
    def open_article(self) -> Article | None:
        """The article that the archive lies beside, None where none is open."""
        opened = self._session.opened_issue
        return opened.value.article(self.beside) if opened and self.beside else None

    def reasons(self, hit: Hit | None) -> dict[str, str]:
        """Return why each act cannot be done with a hit, empty where it can."""
        if hit is None:
            return dict.fromkeys(("quote", "reuse", "compare", "open"), tr("先在结果里选一篇"))
        state = self._context.states.state()
        closed = issue_open(state) or issue_writable(state)
        here = self.open_article
        return {
            "quote": closed or ("" if here else tr("先打开一篇文章，引用才有地方插")),
            "reuse": closed,
            "compare": _no_comparison(here, hit),
            "open": "",
        }

    def quote(self, hit: Hit) -> str:
        """Put a quotation of a hit into the open article where its caret stands; return what to say."""
        masthead = self._session.library.publication(hit.publication).profile.masthead
        words = quotation(hit.title.text, masthead, label=hit.label, folio=hit.folio)
        body, here = self._context.article.body, self.open_article
        cursor = body.textCursor()
        # what is selected stays
        cursor.setPosition(cursor.selectionEnd())
        body.setTextCursor(cursor)
        body.edits.insert_text(words)
        body.moveCursor(QTextCursor.MoveOperation.NoMove)
        title = here.title.text.replace("\n", "") if here else ""
        return tr("已插进《{title}》：{words}", title=title, words=words)

    def reuse(self, hit: Hit, article: Article) -> str:
        """Put a copy of a hit into 待编 of the open issue's publication; return what to say."""
        opened = self._context.opened
        made, files = reused(article, hit, at=dt.datetime.now(tz=dt.UTC))

        def change(space: Workspace) -> Workspace:
            kept, _ = pending_and_inbox(space.drawer)
            return add_articles(space, ArticlePosition(section=PENDING, position=len(kept)), (made,))

        opened.close_step()
        opened.resources.fetch_pictures(made)
        opened.bring(tr("复用为新稿"), change, files)
        return tr("已复用为新稿，在待编里：{title}", title=made.title.text.replace("\n", ""))

    def compare(self, hit: Hit, article: Article, where: str) -> None:
        """Show a hit beside the open article."""
        from editor.ui.archive.compare_dialog import CompareWithHit

        here = self.open_article
        if here and here.uid != hit.article:
            dialog = CompareWithHit(article, where, here, self._context.window)
            dialog.resize(self._context.window.size() * 0.95)
            self.ask(dialog)

    def issue_of(self, hit: Hit) -> str:
        """Return the issue in which a hit can be opened: its own, or one that its drawer opens with.

        Raises UserError for what cannot be opened.
        """
        if hit.issue:
            return hit.issue
        opened, library = self._session.opened_issue, self._session.library
        here = opened and opened.issue.publication == hit.publication
        uid = opened.issue.uid if opened and here else issue_beside(library, hit.publication)
        space = opened.value if opened and here else library.workspace(uid)
        if space.article(hit.article) is None:
            raise UserError(tr("这一篇在废稿箱里：返回后在目录下方的废稿箱里把它恢复，就能打开。"))
        return uid


def _no_comparison(here: Article | None, hit: Hit) -> str:
    if here is None:
        return tr("先打开一篇文章，再和它对比")
    return tr("这就是打开的那一篇") if here.uid == hit.article else ""
