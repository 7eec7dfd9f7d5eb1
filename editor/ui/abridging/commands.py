"""摘编 of the open article."""

from typing import TYPE_CHECKING

from editor.model.article import Article
from editor.model.block_kinds import as_figure
from editor.model.body import Block
from editor.model.edits import put_article
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import issue_open
from editor.ui.kit.job import Job
from editor.ui.kit.scrim import veil_while_open

if TYPE_CHECKING:
    from editor.desk.abridging import Abridgement
    from editor.desk.abridging.originals import ReadOriginal
    from editor.desk.ports import BroughtFiles
    from editor.ui.abridging.dialog import AbridgingDialog

_SHARE = 0.95


class AbridgingCommands:
    """Acts on the open article. dialog: the one that is open, None for none."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context = context
        self.dialog: AbridgingDialog | None = None
        self._files: BroughtFiles | None = None

    def abridge(self) -> None:
        """Show the original of the open article beside what is left of it."""
        from editor.ui.abridging.dialog import AbridgingDialog

        article, settings, window = self._context.article.article, self._context.settings, self._context.window
        if article is None:
            self._context.show_message(tr("先打开一篇文章，再摘编"))
            return
        opened = self._context.opened
        opened.close_step()
        # as the history has it: what was typed last is in it
        article = opened.value.article(article.uid) or article
        self._files = None
        dialog = self.dialog = AbridgingDialog(article, limit=settings.abridging_limit, parent=window)
        dialog.limit_chosen.connect(self._keep_limit)
        dialog.accepted.connect(lambda: self._take_over(article, dialog.made))
        dialog.finished.connect(self._on_finished)
        dialog.resize(window.size() * _SHARE)
        veil_while_open(window, dialog)
        self._read(article, dialog)

    def _read(self, article: Article, dialog: "AbridgingDialog") -> None:
        """Have the original read in the thread that may use PDFium; the answer counts while the dialog is open."""
        origin = article.archive.origin
        if origin is None:
            return
        library = self._context.session.library
        publication = library.publication(self._context.opened.issue.publication)
        dialog.show_waiting(origin.name)

        def read(_report: object) -> "ReadOriginal":
            from editor.desk.abridging.originals import read_original
            from editor.desk.cleaning import used_rules

            return read_original(origin, library.files, used_rules(publication))

        def show(original: "ReadOriginal") -> None:
            if self.dialog is dialog:
                self._files = original.files
                dialog.show_original(original.blocks, origin.name)

        def say(words: str) -> None:
            if self.dialog is dialog:
                dialog.show_own_text(words)

        job = Job(read, run=self._context.bridge.run)
        job.done.connect(show)
        job.failed.connect(say)
        job.start()

    def _take_over(self, before: Article, made: "Abridgement") -> None:
        opened, after = self._context.opened, made.result()

        def change(space: Workspace) -> Workspace:
            # changed meanwhile: nothing of that may be lost
            return put_article(space, after) if space.article(before.uid) == before else space

        if _brings_pictures(before.blocks, after.blocks) and self._files:
            done = opened.bring(tr("摘编"), change, self._files)
        else:
            done = opened.apply(tr("摘编"), change)
        if done:
            self._context.show_message(tr("已摘编成 {characters:,} 字，Ctrl+Z 撤销", characters=made.characters()))

    def _keep_limit(self, limit: int) -> None:
        self._context.settings.abridging_limit = limit

    def _on_finished(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
            self.dialog = None


def _brings_pictures(before: tuple[Block, ...], after: tuple[Block, ...]) -> bool:
    known = {block.uid for block in before}
    return any(as_figure(block) for block in after if block.uid not in known)


COMMANDS = CommandSet(
    AbridgingCommands,
    (
        Command(
            name="article.abridge",
            text=tr("摘编…"),
            english="Abridge, shorten, keep or strike sentences",
            icon="cut",
            keys=("Ctrl+Shift+D",),
            places=(
                CommandGroup.ARTICLE.at(34),
                CommandMenu.MAIN.at(306),
                CommandMenu.ARTICLES.at(107),
                CommandMenu.INBOX.at(112),
                CommandMenu.TEXT.at(61),
            ),
            writes=True,
            available=issue_open,
            run=AbridgingCommands.abridge,
        ),
    ),
)
