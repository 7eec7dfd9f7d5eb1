"""Articles are tightened or run on, so that no page stands nearly empty."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from editor.desk.balancing.remedies import PageRemedy, RemedyKind, apply_remedies
from editor.model.edits import put_article
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.text.quotes import within_title
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.kit.scrim import veil_while_open

if TYPE_CHECKING:
    from editor.ui.balancing.dialog import BalanceDialog


class BalanceCommands:
    """Acts on the open issue. dialog: the one that was opened last."""

    def __init__(self, context: WindowContext, *, remedy_wanted: SignalInstance, blanks_wanted: SignalInstance) -> None:
        """Act in one window. The signals: of the strip below the article, see `CopyFit`."""
        self._context = context
        self.dialog: BalanceDialog | None = None
        remedy_wanted.connect(self.apply)
        blanks_wanted.connect(self.loosen)

    def apply(self, remedy: PageRemedy) -> None:
        """Tighten an article, or let the next one run on."""
        opened = self._context.opened
        article = opened.value.article(remedy.changed)
        if article is None:
            return
        title = within_title(article.title.text or tr("（无标题）"))
        label = (
            tr("收紧《{title}》", title=title)
            if remedy.kind is RemedyKind.TIGHTEN
            else tr("《{title}》接排", title=title)
        )
        if opened.apply(label, lambda space: apply_remedies(space, (remedy,))):
            self._context.show_message(tr("{words}，Ctrl+Z 撤销", words=label))

    def loosen(self) -> None:
        """Give the open article its blank lines again."""
        article = self._context.article.article
        if article is None:
            return
        uid = article.uid

        def change(space: Workspace) -> Workspace:
            now = space.article(uid)
            return put_article(space, replace(now, tight=False)) if now else space

        label = tr("恢复《{title}》的空行", title=within_title(article.title.text or tr("（无标题）")))
        if self._context.opened.apply(label, change):
            self._context.show_message(tr("{words}，Ctrl+Z 撤销", words=label))

    def balance(self) -> None:
        """Propose what fills or saves the nearly empty pages of the whole issue."""
        from editor.ui.balancing.dialog import BalanceDialog

        opened = self._context.opened
        self.dialog = dialog = BalanceDialog(opened.value, opened.printable, self._context.window)
        dialog.accepted.connect(lambda: self._balance(dialog.chosen, dialog.won))
        dialog.finished.connect(dialog.deleteLater)
        veil_while_open(self._context.window, dialog)

    def _balance(self, chosen: tuple[PageRemedy, ...], won: int) -> None:
        if self._context.opened.apply(tr("全期匀版"), lambda space: apply_remedies(space, chosen)):
            saved = tr("省 {n} 页", n=won) if won > 0 else tr("页数不变")
            self._context.show_message(tr("匀了 {n} 处，{saved}，Ctrl+Z 撤销", n=len(chosen), saved=saved))


COMMANDS = CommandSet(
    BalanceCommands,
    (
        Command(
            name="issue.balance",
            text=tr("全期匀版…"),
            english="Balance pages of the issue, copy-fit",
            places=(CommandGroup.ISSUE.at(160), CommandMenu.MAIN.at(125)),
            writes=True,
            run=BalanceCommands.balance,
        ),
    ),
)
