"""What goes out of the open issue: files, paper, and an article on the clipboard."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from editor.desk.collating.baselines import galley_of, next_number
from editor.desk.formats import COPIED, PDF, TEXT, FileFormat, article_as
from editor.desk.review.approvals import current
from editor.desk.review.office import Office
from editor.desk.review.trust import TrustFile
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED
from editor.model.language import mark_tr, tr, tr_marked
from editor.model.revision import Reason
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.commands.state import issue_open
from editor.ui.kit.failures import show_failure
from editor.ui.kit.scrim import scrim
from editor.ui.kit.viewer import folder_to_view_from, view
from editor.ui.work.snapshots import snapshot_before

if TYPE_CHECKING:
    from editor.desk.exporting import Export
    from editor.ui.export.dialog import ExportDialog


class ExportCommands:
    """Acts on the open issue of one window."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context, self._session = context, context.session

    def export(self) -> None:
        """Ask what to export and where, and do it."""
        dialog = self.export_dialog()
        dialog.exported.connect(lambda _outcome: self._keep_exported())
        with scrim(self._context.window):
            dialog.exec()
        self._context.settings.export_folder = Path(dialog.form.folder.text())

    def export_dialog(self) -> "ExportDialog":
        """Return the dialog for the open issue."""
        from editor.desk.intake.originals import article_originals
        from editor.desk.review.released import released_files
        from editor.ui.export.dialog import ExportDialog

        printable, pages = self._context.opened.printable, self._context.pages
        dialog = ExportDialog(
            printable,
            self._context.settings.export_folder,
            sheets=pages.facts.sheets if pages.facts else 0,
            released=lambda: released_files(self._office, printable.issue),
            parent=self._context.window,
        )
        files = self._session.library.files
        dialog.originals = lambda: article_originals(printable.issue.articles(), files)
        dialog.show_doubts(self._doubts(printable.issue))
        dialog.form.propose_name(self._revision(printable.issue))
        dialog.exported.connect(lambda _outcome: self._keep_galley(dialog))
        dialog.form.choices.number.setValue(next_number(self._session.library, printable.issue.uid))
        pages.switch.cover_drawn.connect(dialog.show_cover)
        pages.requests.want_cover()
        return dialog

    @property
    def _office(self) -> Office:
        return Office(library=self._session.library, trust=TrustFile(self._context.settings.trusted_keys))

    def _doubts(self, issue: Issue) -> tuple[str, ...]:
        """Return why the approval of an issue does not count here."""
        from editor.desk.review.approved_issues import doubts_of

        return tuple(one.words for one in doubts_of(self._office, issue))

    def _revision(self, issue: Issue) -> int:
        one = current(self._session.library.review, issue.uid) if issue.archive.state in CLOSED else None
        return one.approval.revision if one else 1

    def print(self) -> None:
        """Make the PDF and hand it to the system's viewer, which prints."""
        dialog = self.export_dialog()
        dialog.setWindowTitle(tr("打印"))
        dialog.form.folder.setText(str(folder_to_view_from()))
        dialog.form.choose_only(PDF)
        dialog.form.open_after.setChecked(False)
        dialog.exported.connect(lambda outcome: self._show_printed(dialog, outcome))
        if dialog.start_button.isEnabled():
            dialog.start()
        with scrim(self._context.window):
            dialog.exec()

    def copy(self, form: FileFormat) -> None:
        """Put the open article on the clipboard in a format; beside a rich one its plain text."""
        article = self._context.article.article
        if not (article and form.copying):
            return
        made, clipboard = (
            article_as(form, article, self._context.opened.printable.pictures),
            QGuiApplication.clipboard(),
        )
        if form.copying.rich:
            data = QMimeData()
            data.setHtml(made)
            data.setText(article_as(TEXT, article))
            clipboard.setMimeData(data)
        else:
            clipboard.setText(made)
        self._context.show_message(tr_marked(form.copying.done))

    # inside

    def _show_printed(self, dialog: "ExportDialog", outcome: "Export") -> None:
        dialog.accept()
        (made,) = outcome.written
        if not view(made):
            show_failure(
                self._context.window,
                tr("没能打开 PDF 阅读器"),
                tr("PDF 在“{made}”，请用任何 PDF 阅读器打开后打印。", made=made),
            )

    def _keep_galley(self, dialog: "ExportDialog") -> None:
        """Keep what a galley shows: 核红 lists what changed since."""
        choices, issue = dialog.form.choices, dialog.issue
        if not choices.proof.isChecked() or PDF.key not in dialog.form.targets:
            return
        made = galley_of(issue, number=choices.number.value(), name=self._session.author, at=dt.datetime.now(dt.UTC))
        try:
            self._session.library.galleys.add(made)
        except UserError as error:
            self._context.show_message(tr("纸样没有记进刊库，核红时不能拿它比照：{error}", error=str(error)))

    def _keep_exported(self) -> None:
        """Keep the articles as versions: what goes out must be found again."""
        opened = self._context.opened
        uids = (article.uid for article in opened.issue.articles())
        failure = snapshot_before(opened, uids, Reason.HANDED_OVER, name=mark_tr("导出"))
        if failure:
            self._context.show_message(failure)


def _copy_commands() -> Iterator[Command[ExportCommands]]:
    """Yield a command for every format in which an article can be copied."""
    for nth, one in enumerate(COPIED):
        if one.copying:
            yield Command(
                name=f"copy.{one.key}",
                text=tr_marked(one.copying.text),
                english=one.copying.english,
                places=(
                    CommandGroup.ARTICLE.at(140 + nth),
                    CommandMenu.COPY.at(10 + nth),
                    CommandMenu.ARTICLES.at(110 + nth),
                ),
                run=partial(ExportCommands.copy, form=one),
            )


COMMANDS = CommandSet(
    ExportCommands,
    (
        Command(
            name="export",
            text=tr("导出…"),
            english="Export PDF Word",
            icon="export",
            keys=("Ctrl+Shift+E",),
            places=(
                CommandGroup.ISSUE.at(110),
                CommandBar.TOP_OUT.at(20, folds=1),
                CommandBar.DECISIONS.at(70, primary=True),
            ),
            available=issue_open,
            run=ExportCommands.export,
        ),
        Command(
            name="print",
            text=tr("打印…"),
            english="Print",
            icon="print",
            keys=("Ctrl+P",),
            places=(CommandGroup.ISSUE.at(120), CommandMenu.MAIN.at(410)),
            available=issue_open,
            run=ExportCommands.print,
        ),
        *_copy_commands(),
    ),
)
