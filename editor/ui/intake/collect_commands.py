"""收集: while it is on, each page copied in a browser and each file saved into a folder lands in 收件."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from editor.desk.intake.outcomes import Outcome, ReadArticle, RefusedFile
from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import library_writable
from editor.ui.intake.collect_sign import CollectSign
from editor.ui.kit.failures import show_failure
from editor.ui.kit.message_dialog import Message, MessageAnswer, MessageDialog, MessageKind

if TYPE_CHECKING:
    from editor.desk.intake.reading import ReadingOptions
    from editor.ui.intake.collecting import Collecting


class CollectCommands(DialogOwner):
    """Of one window. It begins switched off, whatever was the case before.

    collecting: what watches and reads, None while it has never been on.
    """

    def __init__(self, context: WindowContext, sign: CollectSign) -> None:
        super().__init__(context.window)
        self._context, self._session, self._sign = context, context.session, sign
        self.collecting: Collecting | None = None
        self._came: list[Outcome] = []
        names = ("intake.collected", "intake.folder")
        sign.offer(context.actions["intake.collect"], [context.actions[name] for name in names])

    @property
    def on(self) -> bool:
        """Whether it is on."""
        return bool(self.collecting and self.collecting.on)

    def switch(self, on: bool) -> None:  # noqa: FBT001 - as Qt tells it
        """Begin to collect, or end it; without an issue in hand say what to do."""
        if on and not self._has_place():
            on = False
        if on and self.collecting is None:
            self.collecting = self._made()
        if self.collecting:
            self.collecting.turn(on=on, folder=self._context.settings.collect_folder)
        if on:
            self._came.clear()
            self._context.show_message(self._begun())
        elif self._came:
            self._context.show_message(tr("收集已停，收了 {n} 篇，在收件里", n=self._count()))
        self._show()

    def stop(self) -> None:
        """End it with the window: nothing is watched and read any more."""
        if self.collecting:
            self.collecting.close()

    def choose_folder(self) -> None:
        """Ask which folder is watched besides; it is remembered."""
        kept = self._context.settings.collect_folder
        if kept is None:
            self._ask_folder(Path.home())
            return
        words = tr("收集打开时，新存进这个文件夹的文件自动进收件；原来就在里面的不收，文件夹本身不动。")
        answers = (
            MessageAnswer(tr("不改")),
            MessageAnswer(tr("不再看它"), lambda: self._watch(None)),
            MessageAnswer(tr("换一个文件夹…"), lambda: self._ask_folder(kept)),
        )
        message = Message(MessageKind.QUESTION, tr("收集的文件夹是“{folder}”", folder=kept), words)
        self.ask(MessageDialog(message, self._context.window, answers=answers, default=0))

    def show_collected(self) -> None:
        """Show what came in since it was switched on: what was guessed, what was left out, what did not come in."""
        read = [one for one in self._came if isinstance(one, ReadArticle)]
        refused = [_refused(one) for one in self._came if not isinstance(one, ReadArticle)]
        if not self._came:
            self._context.show_message(tr("还没有收到什么：在浏览器里选中一篇文章，复制，就进收件"))
            return
        from editor.ui.intake.report import IntakeReport

        self.ask(IntakeReport(read, refused, where="", parent=self._context.window))

    # inside

    def _made(self) -> "Collecting":
        # loaded when it is first switched on: it costs the start of the program nothing
        from editor.ui.intake.collecting import Collecting

        made = Collecting(self._session, self._options, self)
        made.landed.connect(self._on_landed)
        made.told.connect(self._context.show_message)
        return made

    def _options(self) -> "ReadingOptions":
        """Return how pieces are read, in the thread that reads them."""
        from editor.desk.intake.options import reading_options
        from editor.desk.intake.taking import editable_issue

        library, opened = self._session.library, self._session.opened_issue
        uid = opened.issue.uid if opened else editable_issue(library)
        publication, changes = library.issue(uid).publication, self._context.settings.tracked_changes
        return reading_options(library, publication, author=self._session.author, changes=changes)

    def _has_place(self) -> bool:
        from editor.desk.intake.taking import editable_issue

        opened = self._session.opened_issue
        if (opened and opened.writable) or editable_issue(self._session.library):
            return True
        way = (tr("新建一期…"), self._context.actions["issue.new"].trigger)
        words = tr("没有在编的一期，收来的没有地方放。请先新建一期，再打开收集。")
        show_failure(self._context.window, tr("没有打开收集"), words, way=way)
        return False

    def _begun(self) -> str:
        folder = self._context.settings.collect_folder
        if folder:
            return tr("收集已打开：浏览器里复制的网页、存进“{folder}”的文件，自动进收件", folder=folder.name)
        return tr("收集已打开：浏览器里复制的网页自动进收件；也收文件，请选“收集的文件夹”")

    def _ask_folder(self, begin: Path) -> None:
        title = tr("收集哪个文件夹里新存的文件")
        chosen = QFileDialog.getExistingDirectory(self._context.window, title, str(begin))
        if chosen:
            self._watch(Path(chosen))

    def _watch(self, folder: Path | None) -> None:
        self._context.settings.collect_folder = folder
        if self.collecting and self.on:
            self.collecting.turn(on=True, folder=folder)
        self._show()
        if folder is None:
            self._context.show_message(tr("不再收文件夹里的文件"))
        elif self.on:
            self._context.show_message(tr("新存进“{folder}”的文件，自动进收件", folder=folder.name))
        else:
            self._context.show_message(
                tr("文件夹记下了，打开“收集”后，新存进“{folder}”的文件自动进收件", folder=folder.name)
            )

    def _on_landed(self, outcome: Outcome, words: str) -> None:
        self._came.append(outcome)
        self._context.show_message(words)
        self._show()

    def _count(self) -> int:
        return sum(isinstance(one, ReadArticle) for one in self._came)

    def _show(self) -> None:
        self._context.actions["intake.collect"].setChecked(self.on)
        folder = self._context.settings.collect_folder
        came = self._count()
        name = folder.name if folder else ""
        self._sign.show_state(on=self.on, came=came, left=len(self._came) - came, folder=name)


def _refused(outcome: Outcome) -> RefusedFile:
    from editor.ui.intake.collecting import left_words

    return RefusedFile(path=outcome.path, message=left_words(outcome))


COMMANDS = CommandSet(
    CollectCommands,
    (
        Command(
            name="intake.collect",
            text=tr("收集"),
            english="Collect, take in what is copied in a browser, watch a folder",
            keys=("Ctrl+Alt+C",),
            places=(
                CommandGroup.ARTICLE.at(36),
                CommandMenu.MAIN.at(132),
                CommandMenu.OUTLINE.at(26),
                CommandMenu.INBOX.at(130),
            ),
            available=library_writable,
            switch=CollectCommands.switch,
        ),
        Command(
            name="intake.folder",
            text=tr("收集的文件夹…"),
            english="Folder to collect from",
            icon="folder",
            places=(CommandGroup.ARTICLE.at(37), CommandMenu.MAIN.at(133)),
            available=library_writable,
            run=CollectCommands.choose_folder,
        ),
        Command(
            name="intake.collected",
            text=tr("看收了什么…"),
            english="What was collected",
            places=(CommandGroup.ARTICLE.at(38),),
            available=library_writable,
            run=CollectCommands.show_collected,
        ),
    ),
)
