"""What is done with whole issues: into the library, out to files and paper."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from editor.desk.exporting import Export
from editor.desk.formats import ISSUE_FILES, PDF
from editor.desk.importing import Import, import_file
from editor.desk.open_issue import add_sample
from editor.desk.renumbering import propose_numbers, renumbered
from editor.desk.review.approved_issues import doubts_of
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.standing import current
from editor.desk.review.trust import TrustFile
from editor.model.errors import TakenError, UserError
from editor.model.issue import Issue
from editor.model.language import mark_tr, tr
from editor.model.review import CLOSED
from editor.model.revision import Reason
from editor.model.saying import said_number
from editor.ui.export.dialog import ExportDialog
from editor.ui.failures import say_failure
from editor.ui.import_report import ImportReport
from editor.ui.new_issue.renumber_dialog import RenumberDialog
from editor.ui.scrim import scrim
from editor.ui.viewer import folder_to_view_from, view
from editor.ui.window.parts import Commands, Parts
from editor.ui.work.keeping import kept_on_the_way


class IssueCommands:
    """Acts on the library and the open issue of one window."""

    def __init__(self, parts: Parts, place: Path) -> None:
        """Act in one window. place: of the library."""
        self._parts, self._session, self._place = parts, parts.session, place

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        return {
            "library.sample": self.add_sample,
            "issue.import": self.choose_files,
            "issue.number": self.renumber,
            "issue.unlock": self._session.unlock,
            "save": self.save,
            "export": self.export,
            "print": self.print,
            "undo": self._session.undo,
            "redo": self._session.redo,
        }

    def import_files(self, files: tuple[Path, ...]) -> None:
        """Import files and open the last; say what found no place."""
        for path in files:
            try:
                outcome = import_file(path, self._session.library, self._office.trust)
            except TakenError as error:
                self._say_taken(path, error)
                continue
            except UserError as error:
                say_failure(self._parts.window, tr("没有导入“{name}”", name=path.name), str(error))
                continue
            self._session.open(outcome.issue.uid)
            self._say_import(path, outcome)

    def _say_taken(self, path: Path, error: TakenError) -> None:
        def look() -> None:
            self._session.open(error.uid)

        say_failure(
            self._parts.window,
            tr("没有导入“{name}”", name=path.name),
            str(error),
            way=(tr("打开已有的那一期"), look),
        )

    def choose_files(self) -> None:
        """Ask for files and import them."""
        start, forms = str(Path.home()), ISSUE_FILES.dialog_filter
        chosen, _ = QFileDialog.getOpenFileNames(self._parts.window, tr("导入一期"), start, forms)
        self.import_files(tuple(map(Path, chosen)))

    def add_sample(self) -> None:
        """Put the sample in and open it."""
        try:
            issue = add_sample(self._session.library)
        except UserError as error:
            say_failure(self._parts.window, tr("没有放入示例"), str(error))
            return
        self._session.open(issue.uid)

    def renumber(self) -> None:
        """Ask for another number or day of the open issue."""
        issue = self._session.issue
        if issue is None:
            return
        try:
            proposal = propose_numbers(self._session.library, issue)
        except UserError as error:
            say_failure(self._parts.window, tr("改不了期号和日期"), str(error))
            return
        dialog = RenumberDialog(proposal, self._parts.window)
        with scrim(self._parts.window):
            accepted = dialog.exec()
        if accepted:
            self._session.apply(tr("改期号和日期"), lambda space: renumbered(space, dialog.proposal))

    def save(self) -> None:
        """Write what is not in the library yet, and say so."""
        if self._session.save():
            self._parts.say(tr("已保存"))

    def export(self) -> None:
        """Ask what to export and where, and do it."""
        dialog = self.export_dialog()
        if dialog:
            dialog.exported.connect(lambda _outcome: self._keep_exported())
            with scrim(self._parts.window):
                dialog.exec()
            self._parts.settings.export_folder = Path(dialog.folder.text())

    def export_dialog(self) -> ExportDialog | None:
        """Return the dialog for the open issue, None where none is open."""
        opened, pages = self._session.open_issue, self._parts.pages
        if opened is None:
            return None
        dialog = ExportDialog(
            opened,
            self._parts.settings.export_folder,
            sheets=pages.facts.sheets if pages.facts else 0,
            released=lambda: released_files(self._office, opened.issue),
            parent=self._parts.window,
        )
        dialog.show_doubts(self._doubts(opened.issue))
        dialog.propose_name(self._revision(opened.issue))
        pages.cover_drawn.connect(dialog.show_cover)
        pages.want_cover()
        return dialog

    @property
    def _office(self) -> Office:
        return Office(library=self._session.library, trust=TrustFile(self._parts.settings.trusted_keys))

    def _doubts(self, issue: Issue) -> tuple[str, ...]:
        """Return why the approval of an issue does not count here."""
        return tuple(one.words for one in doubts_of(self._office, issue))

    def _revision(self, issue: Issue) -> int:
        one = current(self._session.library.review, issue.uid) if issue.archive.state in CLOSED else None
        return one.approval.revision if one else 1

    def print(self) -> None:
        """Make the PDF and hand it to the system's viewer, which prints."""
        dialog = self.export_dialog()
        if dialog is None:
            return
        dialog.setWindowTitle(tr("打印"))
        dialog.folder.setText(str(folder_to_view_from()))
        dialog.choose_only(PDF)
        dialog.open_after.setChecked(False)
        dialog.exported.connect(lambda outcome: self._show_printed(dialog, outcome))
        if dialog.start_button.isEnabled():
            dialog.start()
        with scrim(self._parts.window):
            dialog.exec()

    def _show_printed(self, dialog: ExportDialog, outcome: Export) -> None:
        dialog.accept()
        (made,) = outcome.written
        if not view(made):
            say_failure(
                self._parts.window,
                tr("没能打开 PDF 阅读器"),
                tr("PDF 在“{made}”，请用任何 PDF 阅读器打开后打印。", made=made),
            )

    def _keep_exported(self) -> None:
        """Keep the articles as versions: what goes out must be found again."""
        issue = self._session.issue
        uids = (article.uid for article in issue.articles()) if issue else ()
        failure = kept_on_the_way(self._session, uids, Reason.HANDED_OVER, name=mark_tr("导出"))
        if failure:
            self._parts.say(failure)

    def _say_import(self, path: Path, outcome: Import) -> None:
        many = sum(1 for _ in outcome.issue.articles())
        which = "　".join(said_number(outcome.issue.number))
        self._parts.say(tr("已导入“{name}”：{which}，{n} 篇", name=path.name, which=which, n=many))
        if outcome.unplaced or outcome.report:
            ImportReport(path.name, outcome, self._parts.window).open()
