"""收件: what came in is kept, looked at later or rejected; who sent it is kept in 来稿登记."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from editor.desk.files import write_file
from editor.desk.formats import TABLE_FILES
from editor.desk.naming import legal
from editor.desk.past_issues import past_issues
from editor.model.article import Article
from editor.model.edits import PENDING, ArticlePosition, in_inbox, move_articles, next_in_inbox, pending_and_inbox
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.origin import Receipt
from editor.model.receipts import put_off, put_receipt, rejected
from editor.model.workspace import Workspace
from editor.text.cell_grid import Grid, grid_file
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import issue_open
from editor.ui.kit.job import Job
from editor.ui.kit.text_question import TextQuestion

if TYPE_CHECKING:
    from editor.ui.intake.register_dialog import RegisterDialog


class InboxCommands(DialogOwner):
    """Acts on the articles chosen in the outline, else on the open one."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._context = context

    def keep(self) -> None:
        """Move pieces from 收件 to the end of 待编."""
        uids = self._of_inbox()

        def change(space: Workspace) -> Workspace:
            kept, _ = pending_and_inbox(space.drawer)
            return move_articles(space, uids, ArticlePosition(section=PENDING, position=len(kept)))

        if uids:
            self._decide(tr("留用"), uids, change, tr("已留用 {n} 篇，在待编里", n=len(uids)))

    def place(self) -> None:
        """Move pieces from 收件 to the end of the sections that were guessed for them."""
        space = self._context.opened.value
        sections = {one.name: one for one in space.issue.sections}
        chosen = [space.article(uid) for uid in self._of_inbox()]
        wanted = {
            one.uid: sections[one.archive.receipt.section].uid
            for one in chosen
            if one and one.archive.receipt and one.archive.receipt.section in sections
        }

        def change(now: Workspace) -> Workspace:
            for uid, section in wanted.items():
                now = move_articles(now, (uid,), ArticlePosition(section=section, position=_end_of(now, section)))
            return now

        if wanted:
            self._decide(tr("排进栏目"), tuple(wanted), change, tr("已排进猜的栏目 {n} 篇", n=len(wanted)))
        elif chosen:
            self._context.show_message(tr("没有猜出栏目：以前各期没有这个来源。请拖到栏目里"))

    def put_off(self) -> None:
        """Look at pieces of 收件 later: behind the others."""
        uids = self._of_inbox()
        if uids:
            self._decide(
                tr("稍后看"),
                uids,
                lambda space: put_off(space, uids),
                tr("稍后看，已排到收件末尾（{n} 篇）", n=len(uids)),
            )

    def reject(self) -> None:
        """Ask for the reason, then put pieces into the trash."""
        uids = self._sent()
        if not uids:
            self._context.show_message(tr("这一篇不是来稿；要拿掉它，用“删到废稿箱”"))
            return
        asked = TextQuestion(
            tr("退稿"),
            tr("写一句原因，登记在来稿登记里，回复时用。稿子放进废稿箱，还可以恢复。"),
            "",
            self._context.window,
        )
        asked.accepted.connect(lambda: self._reject(uids, asked.field.text().strip()))
        self.ask(asked)

    def show_register(self) -> None:
        """Show who sent what, and what became of it, in all issues of the publication."""
        from editor.desk.intake.register import register_entries
        from editor.ui.intake.register_dialog import RegisterDialog

        opened, library = self._context.opened, self._context.session.library
        # what was typed last is in the library's list as well
        opened.save()
        earlier = library.received(opened.issue.publication)
        entries = register_entries(opened.value, earlier, past_issues(library.issues()))
        chosen = self._context.chosen()
        masthead, window = opened.issue.profile.masthead, self._context.window
        dialog = RegisterDialog(entries, masthead, chosen[0] if chosen else "", window)
        dialog.edited.connect(self._on_receipt_edited)
        dialog.save_wanted.connect(lambda rows: self._save_table(dialog, rows))
        dialog.folios_wanted.connect(lambda issue: self._find_folios(dialog, issue))
        self.ask(dialog)
        # the first reply may want them before anybody listens
        dialog.ask_for_folios()

    def _find_folios(self, dialog: "RegisterDialog", issue: str) -> None:
        """Have an issue set in the thread that may set pages; the answer counts while the dialog is open."""
        library = self._context.session.library

        def find(_report: object) -> Mapping[str, int]:
            from editor.desk.intake.replies import printed_folios

            return printed_folios(library, issue)

        def show(folios: Mapping[str, int]) -> None:
            if self.dialog is dialog:
                dialog.show_folios(issue, folios)

        job = Job(find, run=self._context.bridge.run)
        job.done.connect(show)
        job.failed.connect(lambda words: dialog.say(words, "warn") if self.dialog is dialog else None)
        job.start()

    def _save_table(self, dialog: "RegisterDialog", rows: Grid) -> None:
        name = tr("来稿登记 {masthead}.csv", masthead=legal(self._context.opened.issue.profile.masthead))
        chosen, _ = QFileDialog.getSaveFileName(
            dialog, tr("另存来稿登记"), str(Path.home() / name), TABLE_FILES.dialog_filter
        )
        if not chosen:
            return
        try:
            write_file(Path(chosen), grid_file(rows))
        except UserError as error:
            dialog.say(str(error), "error")
            return
        dialog.say(tr("已存为“{name}”，用表格软件打开", name=Path(chosen).name), "ok")

    def _reject(self, uids: tuple[str, ...], reason: str) -> None:
        now = dt.datetime.now(tz=dt.UTC)
        self._decide(
            tr("退稿"),
            uids,
            lambda space: rejected(space, uids, reason, at=now),
            tr("已退稿 {n} 篇，在废稿箱里；“来稿登记”里有给对方的回复", n=len(uids)),
        )

    def _decide(
        self, label: str, uids: tuple[str, ...], change: Callable[[Workspace], Workspace], message: str
    ) -> None:
        """Change what is chosen as one step, and go on with the next piece of 收件."""
        after = next_in_inbox(self._context.opened.value.drawer, uids)
        if self._context.opened.apply(label, change):
            self._context.show_message(message)
            if after:
                self._context.show_article(after)

    def _of_inbox(self) -> tuple[str, ...]:
        found = tuple(one.uid for one in self._chosen() if in_inbox(one))
        if not found:
            self._context.show_message(tr("先在“收件”里选一篇来稿"))
        return found

    def _sent(self) -> tuple[str, ...]:
        return tuple(one.uid for one in self._chosen() if one.archive.receipt)

    def _chosen(self) -> tuple[Article, ...]:
        space = self._context.opened.value
        return tuple(one for one in map(space.article, self._context.chosen()) if one)

    def _on_receipt_edited(self, uid: str, receipt: Receipt) -> None:
        self._context.opened.apply(
            tr("改来稿登记"), lambda space: put_receipt(space, uid, receipt), step=f"receipt:{uid}"
        )


def _end_of(space: Workspace, section: str) -> int:
    return next(len(one.articles) for one in space.issue.sections if one.uid == section)


COMMANDS = CommandSet(
    InboxCommands,
    (
        Command(
            name="inbox.keep",
            text=tr("留用（移到待编）"),
            english="Keep manuscript, move to pending",
            icon="check",
            keys=("Ctrl+Alt+K",),
            places=(CommandGroup.ARTICLE.at(28), CommandMenu.INBOX.at(10)),
            writes=True,
            run=InboxCommands.keep,
        ),
        Command(
            name="inbox.place",
            text=tr("排进猜的栏目"),
            english="Put manuscript into the guessed section",
            icon="article.new",
            keys=("Ctrl+Alt+Y",),
            places=(CommandGroup.ARTICLE.at(33), CommandMenu.INBOX.at(15)),
            writes=True,
            run=InboxCommands.place,
        ),
        Command(
            name="inbox.later",
            text=tr("稍后看"),
            english="Later, look at manuscript later",
            icon="clock",
            keys=("Ctrl+Alt+L",),
            places=(CommandGroup.ARTICLE.at(29), CommandMenu.INBOX.at(20)),
            writes=True,
            run=InboxCommands.put_off,
        ),
        Command(
            name="inbox.reject",
            text=tr("退稿…"),
            english="Reject manuscript",
            icon="review.return",
            keys=("Ctrl+Alt+J",),
            places=(CommandGroup.ARTICLE.at(31), CommandMenu.INBOX.at(30), CommandMenu.ARTICLES.at(65)),
            writes=True,
            run=InboxCommands.reject,
        ),
        Command(
            name="inbox.register",
            text=tr("来稿登记…"),
            english="Register of manuscripts, reply",
            icon="pool",
            places=(CommandGroup.ARTICLE.at(32), CommandMenu.INBOX.at(120), CommandMenu.MAIN.at(135)),
            available=issue_open,
            run=InboxCommands.show_register,
        ),
    ),
)
