"""What is done with whole issues: into the library, numbered, unlocked."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from editor.desk.formats import ISSUE_FILES, format_of
from editor.desk.printable_issue import add_sample
from editor.desk.review.office import Office
from editor.desk.review.trust import TrustFile
from editor.model.damage import DamageError
from editor.model.errors import TakenError, UserError
from editor.model.language import tr
from editor.model.saying import said_number
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import CommandState, library_writable
from editor.ui.kit.failures import show_failure
from editor.ui.kit.scrim import scrim, veil_while_open

if TYPE_CHECKING:
    from editor.desk.importing import Import
    from editor.desk.past_reading import PastReading


class IssueCommands(QObject):
    """Acts on the library and the open issue of one window.

    new_wanted: the user wants to begin the next issue; not_opened: another issue was wanted and is not open;
    article_wanted: files that are no issue are to become articles.
    """

    article_wanted = Signal(tuple)
    new_wanted = Signal()
    not_opened = Signal()

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        super().__init__(context.window)
        self._context, self._session = context, context.session

    def open(self, uid: str) -> None:
        """Open another issue; say why it cannot be opened."""
        try:
            self._session.open(uid)
        except UserError as error:
            mend = (tr("修复…"), self._context.actions["library.mend"].trigger)
            way = mend if isinstance(error, DamageError) else None
            show_failure(self._context.window, tr("没有换到那一期"), str(error), way=way)
            self.not_opened.emit()

    def import_files(self, files: tuple[Path, ...]) -> None:
        """Import files and open the last; say what found no place. Past issues are shown first."""
        from editor.desk.importing import import_file
        from editor.desk.past_reading import shown_first, with_folders

        files = with_folders(files)
        texts, read = shown_first(files)
        if texts:
            self._show_texts(texts, read)
        for path in (path for path in files if path not in texts):
            try:
                outcome = import_file(path, self._session.library, self._office.trust)
            except TakenError as error:
                self._say_taken(path, error)
                continue
            except UserError as error:
                self._say_not_imported(path, str(error))
                continue
            self._session.open(outcome.issue.uid)
            self._say_import(path.name, outcome)

    def _show_texts(self, files: tuple[Path, ...], read: "tuple[PastReading, ...]" = ()) -> None:
        """Show what was understood of past issues; they are taken in where the user says so.

        read: see `shown_first`.
        """
        from editor.ui.importing.past_dialog import PastIssueDialog

        dialog = PastIssueDialog(files, self._session.library, self._context.window, read=read)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._open_taken(dialog.readings.taken))
        veil_while_open(self._context.window, dialog)

    def _open_taken(self, taken: "tuple[tuple[str, Import], ...]") -> None:
        for name, outcome in taken:
            # lines were looked at before; only what came up while it was taken in is new
            rest = replace(outcome, unplaced=(), doubts=())
            self._session.open(outcome.issue.uid)
            self._say_import(name, rest)

    def choose_folder(self) -> None:
        """Ask for a folder of past issues and show what was understood of its files."""
        from editor.desk.past_reading import past_files

        chosen = QFileDialog.getExistingDirectory(self._context.window, tr("导入一个文件夹"), str(Path.home()))
        if not chosen:
            return
        files = past_files(Path(chosen))
        if files:
            self._show_texts(files)
            return
        reason = tr(
            "“{name}”里没有往期的文件（.docx、.pdf、.txt，或 .doc、.wps、.rtf、.odt）。请选往期所在的那一层文件夹。",
            name=Path(chosen).name,
        )
        show_failure(self._context.window, tr("没有可导入的往期"), reason)

    def _say_not_imported(self, path: Path, reason: str) -> None:
        """Say why a file is no issue; one that can be an article can become one."""
        kind = format_of(path)
        way = (tr("收作文章"), lambda: self.article_wanted.emit((path,))) if kind and kind.reads_article else None
        show_failure(self._context.window, tr("没有导入“{name}”", name=path.name), reason, way=way)

    def _say_taken(self, path: Path, error: TakenError) -> None:
        def look() -> None:
            self._session.open(error.uid)

        show_failure(
            self._context.window,
            tr("没有导入“{name}”", name=path.name),
            str(error),
            way=(tr("打开已有的那一期"), look),
        )

    def choose_files(self) -> None:
        """Ask for files and import them."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._context.window, tr("导入一期"), str(Path.home()), ISSUE_FILES.dialog_filter
        )
        self.import_files(tuple(map(Path, chosen)))

    def add_sample(self) -> None:
        """Put the sample in and open it."""
        try:
            issue = add_sample(self._session.library)
        except UserError as error:
            show_failure(self._context.window, tr("没有放入示例"), str(error))
            return
        self._session.open(issue.uid)

    def unlock(self) -> None:
        """Let the open issue be changed though it is past."""
        self._session.unlock(self._context.opened.issue.uid)

    def renumber(self) -> None:
        """Ask for another number or day of the open issue."""
        from editor.desk.renumbering import propose_numbers, renumbered
        from editor.ui.new_issue.renumber_dialog import RenumberDialog

        opened = self._context.opened
        try:
            proposal = propose_numbers(self._session.library, opened.issue)
        except UserError as error:
            show_failure(self._context.window, tr("改不了期号和日期"), str(error))
            return
        dialog = RenumberDialog(proposal, self._context.window)
        with scrim(self._context.window):
            accepted = dialog.exec()
        if accepted:
            opened.apply(tr("改期号和日期"), lambda space: renumbered(space, dialog.proposal))

    @property
    def _office(self) -> Office:
        return Office(library=self._session.library, trust=TrustFile(self._context.settings.trusted_keys))

    def _say_import(self, name: str, outcome: "Import") -> None:
        from editor.ui.importing.report import ImportReport

        many = sum(1 for _ in outcome.issue.articles())
        which = "　".join(said_number(outcome.issue.number))
        self._context.show_message(tr("已导入“{name}”：{which}，{n} 篇", name=name, which=which, n=many))
        if outcome.unplaced or outcome.doubts or outcome.report:
            ImportReport(name, outcome, self._context.window).open()


def _locked(state: CommandState) -> bool:
    return state.past and not state.writable and not state.library_closed


COMMANDS = CommandSet(
    IssueCommands,
    (
        Command(
            name="library.sample",
            text=tr("放入示例一期"),
            english="Add sample issue",
            icon="part.cover",
            places=(CommandGroup.ISSUE.at(20),),
            available=library_writable,
            run=IssueCommands.add_sample,
        ),
        Command(
            name="issue.new",
            text=tr("新建一期…"),
            english="New issue",
            icon="issue.switch",
            keys=("Ctrl+Alt+N",),
            places=(CommandGroup.ISSUE.at(30), CommandMenu.MAIN.at(110), CommandMenu.ISSUES.at(10)),
            available=library_writable,
            run=lambda it: it.new_wanted.emit(),
        ),
        Command(
            name="issue.import",
            text=tr("导入…"),
            english="Import",
            icon="article.import",
            keys=("Ctrl+O", "Ctrl+I"),
            places=(CommandGroup.ISSUE.at(40), CommandMenu.MAIN.at(130)),
            available=library_writable,
            run=IssueCommands.choose_files,
        ),
        Command(
            name="issue.import_folder",
            text=tr("导入一个文件夹的往期…"),
            english="Import folder of past issues",
            icon="article.import",
            places=(CommandGroup.ISSUE.at(45), CommandMenu.MAIN.at(131)),
            available=library_writable,
            run=IssueCommands.choose_folder,
        ),
        Command(
            name="issue.number",
            text=tr("期号和日期…"),
            english="Number and date of the issue",
            icon="meta.date",
            places=(CommandGroup.ISSUE.at(60), CommandMenu.MAIN.at(120)),
            writes=True,
            run=IssueCommands.renumber,
        ),
        Command(
            name="issue.unlock",
            text=tr("允许修改这一期"),
            english="Unlock issue",
            icon="lock",
            places=(CommandGroup.ISSUE.at(70), CommandMenu.MAIN.at(150)),
            shown=_locked,
            run=IssueCommands.unlock,
        ),
    ),
)
