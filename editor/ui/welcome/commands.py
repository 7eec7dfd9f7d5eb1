"""What is done with whole libraries: opened, backed up, mended, left."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from editor.desk.formats import LIBRARY_FILES
from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu


class LibraryCommands(QObject):
    """What the user wants of one window; the desktop, which holds the library, does it. place: of the library."""

    library_wanted = Signal(Path)
    welcome_wanted = Signal()
    backups_wanted = Signal()
    mending_wanted = Signal()

    def __init__(self, context: WindowContext, place: Path) -> None:
        """Act in one window."""
        super().__init__(context.window)
        self._context, self.place = context, place

    def choose_library(self) -> None:
        """Ask for another library."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._context.window, tr("打开刊库"), str(self.place.parent), LIBRARY_FILES.dialog_filter
        )
        if chosen:
            self.library_wanted.emit(Path(chosen))


COMMANDS = CommandSet(
    LibraryCommands,
    (
        Command(
            name="library.open",
            text=tr("打开刊库…"),
            english="Open library",
            icon="library",
            keys=("Ctrl+Shift+O",),
            places=(CommandGroup.ISSUE.at(10), CommandMenu.MAIN.at(140)),
            run=LibraryCommands.choose_library,
        ),
        Command(
            name="backups",
            text=tr("备份…"),
            english="Backups, restore",
            icon="restore",
            places=(CommandGroup.ISSUE.at(90), CommandMenu.MAIN.at(430)),
            run=lambda it: it.backups_wanted.emit(),
        ),
        Command(
            name="library.mend",
            text=tr("修复刊库…"),
            english="Repair library, damaged records",
            icon="check.warning",
            places=(CommandGroup.ISSUE.at(100), CommandMenu.MAIN.at(440)),
            run=lambda it: it.mending_wanted.emit(),
        ),
        Command(
            name="welcome",
            text=tr("回到开始页"),
            english="Start page",
            icon="arrow.left",
            places=(CommandGroup.PROGRAM.at(40), CommandMenu.MAIN.at(520)),
            run=lambda it: it.welcome_wanted.emit(),
        ),
    ),
)
