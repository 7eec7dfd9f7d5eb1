"""Finding and replacing in the whole library, in dialogs."""

from dataclasses import replace

from editor.desk.replacing import SearchHit
from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.find.bar import FindBar
from editor.ui.find.shown_hits import ShownHits
from editor.ui.kit.scrim import scrim


class LibraryFindCommands:
    """Acts on the library of one window."""

    def __init__(self, context: WindowContext, bar: FindBar, shown: ShownHits) -> None:
        """Act in one window. bar: what is sought in it is sought in the library first; shown: hits in the text."""
        self._context, self._session, self._bar, self._shown = context, context.session, bar, shown
        bar.library_wanted.connect(lambda replacing: self.open_library(replacing=replacing))

    def open_library(self, words: str = "", *, replacing: bool = False) -> None:
        """Search the library for words; without any, what is sought in the bar is sought there."""
        from editor.ui.find.library_dialog import LibraryDialog

        search = replace(self._bar.search, query=words) if words else self._bar.search
        new = self._bar.replacing.words if replacing else ""
        dialog = LibraryDialog(self._session, search, new, self._context.window, replacing=replacing)
        with scrim(self._context.window):
            dialog.exec()
        if dialog.wanted:
            self._show_hit(dialog.wanted)
        dialog.deleteLater()

    def show_checkpoints(self) -> None:
        """Show what was replaced in the library, to take it back."""
        from editor.ui.find.checkpoints_dialog import CheckpointsDialog

        dialog = CheckpointsDialog(self._session, self._context.window)
        with scrim(self._context.window):
            dialog.exec()
        dialog.deleteLater()

    def _show_hit(self, hit: SearchHit) -> None:
        opened = self._session.opened_issue
        if opened is None or opened.issue.uid != hit.issue:
            self._session.open(hit.issue)
        if hit.article:
            self._context.show_article(hit.article)
            self._shown.reveal(hit)
            self._shown.select(hit)


COMMANDS = CommandSet(
    LibraryFindCommands,
    (
        Command(
            name="find.library",
            text=tr("在刊库里查找…"),
            english="Find in library",
            icon="search",
            places=(CommandGroup.TEXT.at(250), CommandMenu.FIND.at(30)),
            run=LibraryFindCommands.open_library,
        ),
        Command(
            name="library.replace",
            text=tr("在刊库里替换…"),
            english="Replace in library",
            icon="search",
            places=(CommandGroup.TEXT.at(260), CommandMenu.FIND.at(40)),
            run=lambda it: it.open_library(replacing=True),
        ),
        Command(
            name="library.undo",
            text=tr("撤销刊库替换…"),
            english="Undo library replacement",
            icon="restore",
            places=(CommandGroup.ISSUE.at(140), CommandMenu.FIND.at(50)),
            run=LibraryFindCommands.show_checkpoints,
        ),
    ),
)
