"""Versions of the chosen article: shown, and one of them restored."""

from typing import TYPE_CHECKING

from editor.model.article import Article
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.revision import Reason
from editor.model.workspace import Workspace
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.kit.failures import show_failure
from editor.ui.work.snapshots import keep_versions

if TYPE_CHECKING:
    from editor.ui.versions.dialog import VersionsDialog


_SHARE = 0.95
_PAST = tr("这一期是往期，不能恢复版本。要改，先在菜单里选“允许修改这一期”。")


class VersionCommands:
    """Acts on the article chosen in the outline, else on the open one. dialog: the one that was opened last."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context = context
        self.dialog: VersionsDialog | None = None

    def open(self) -> None:
        """Show the versions; what was typed last is saved first, so that they are all there."""
        from editor.ui.versions.dialog import VersionsDialog

        article = self._chosen()
        if article is None:
            self._context.show_message(tr("先选一篇文章，再看它的版本"))
            return
        opened, window = self._context.opened, self._context.window
        opened.close_step()
        opened.save()
        dialog = self.dialog = VersionsDialog(opened, article, blocked=self._blocked(article.uid), parent=window)
        dialog.restore_wanted.connect(lambda version, words: self.restore(article.uid, version, words))
        dialog.finished.connect(self._on_finished)
        dialog.resize(window.size() * _SHARE)
        dialog.open()

    def restore(self, uid: str, version: Article, words: str) -> None:
        """Keep the article as it stands, then let it become a version. words: how the version is called."""
        opened = self._context.opened
        try:
            keep_versions(opened, (uid,), Reason.RESTORING)
            opened.resources.fetch_pictures(version)
            done = opened.apply(tr("恢复版本"), lambda space: _with_version(space, uid, version))
            if done:
                keep_versions(opened, (uid,), Reason.RESTORED, name=words)
        except UserError as error:
            show_failure(self._context.window, tr("没有恢复版本"), str(error))
            return
        if self.dialog:
            self.dialog.accept()
        self._context.show_article(uid)
        self._context.show_message(
            tr("已恢复版本：{words}，Ctrl+Z 撤销", words=words) if done else tr("和现在的稿子一样，没有改动")
        )

    def _chosen(self) -> Article | None:
        opened, view = self._context.session.opened_issue, self._context.article
        # behind the credits page an article is open that nobody sees
        open_article = view.article if view.isVisible() else None
        outline = self._context.outline
        keys = (*outline.chosen.articles(), *outline.chosen.discarded())
        uid = keys[0] if keys else open_article.uid if open_article else ""
        if opened is None:
            return None
        discarded = (one.article for one in opened.value.drawer.trash)
        return opened.value.article(uid) or next((one for one in discarded if one.uid == uid), None)

    def _blocked(self, uid: str) -> str:
        """Return why no version of an article can be restored, empty where one can."""
        opened = self._context.opened
        if opened.library.read_only:
            return opened.library.why_read_only
        if not opened.writable:
            return _PAST if opened.past else tr("这一期已经签发，不能恢复版本。")
        if opened.value.article(uid) is None:
            return tr("这一篇在废稿箱里。要恢复版本，先把它恢复到原处。")
        return ""

    def _on_finished(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
            self.dialog = None


def _with_version(space: Workspace, uid: str, version: Article) -> Workspace:
    from editor.desk.versioning import restored

    now = space.article(uid)
    return put_article(space, restored(now, version)) if now else space


COMMANDS = CommandSet(
    VersionCommands,
    (
        Command(
            name="article.versions",
            text=tr("版本…"),
            english="Versions, history, compare, restore",
            icon="versions",
            keys=("Ctrl+Alt+B",),
            places=(
                CommandGroup.ARTICLE.at(160),
                CommandMenu.ARTICLES.at(80),
                CommandMenu.DISCARDED.at(30),
                CommandBar.TEXT_END.at(40, folds=6),
            ),
            run=VersionCommands.open,
        ),
    ),
)
