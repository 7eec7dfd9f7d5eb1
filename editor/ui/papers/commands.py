"""签发单, 批注清单, 核红单 and 检查报告: seen, printed, saved."""

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from editor.desk.checking import previous_issue
from editor.desk.collating.baselines import Baseline
from editor.desk.naming import file_stem
from editor.desk.printable_issue import PrintableIssue
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED
from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import FullView, issue_open
from editor.ui.kit.failures import show_failure
from editor.ui.work.review_context import ReviewContext

if TYPE_CHECKING:
    from editor.document.papers import CheckReport


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper to be shown; see `PaperDialog`."""

    title: str
    lead: str
    make: Callable[[], bytes]
    word: Callable[[], bytes] | None = None
    more: QWidget | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collated:
    """What the open issue is compared with. pages: of the changes, by their keys."""

    then: Issue
    baseline: Baseline
    pages: Mapping[str, str]


class PaperCommands(DialogOwner):
    """Acts on the open issue of one window. collated: returns what it is compared with, None for nothing."""

    def __init__(self, context: WindowContext, board: ReviewContext) -> None:
        super().__init__(context.window)
        self._context, self._board = context, board
        self.collated: Callable[[], Collated | None] = lambda: None

    def show_form(self) -> None:
        """Show the form on which the issue is signed."""
        from editor.ui.papers.scan_panel import ScanPanel

        opened = self._context.opened
        opened.close_step()
        if not opened.save():
            show_failure(self._context.window, tr("这一期还有修改没有存上"), opened.saving.refused)
            return
        office, uid = self._board.office, opened.issue.uid

        def make() -> bytes:
            # loaded with the typesetter, which only its own thread needs
            from editor.desk.papers.approval_form import approval_form_pdf

            return approval_form_pdf(office, uid, _now())

        lead = tr(
            "一期一张：标题、页数、字数、没有解决的和放行的问题、文件的校验码，留出签字的格子。签发以后印出来，写明谁在什么时候签的。"
        )
        closed = opened.issue.archive.state in CLOSED
        scans = ScanPanel(self._board, opened.issue) if closed else None
        self._show(opened.printable, _Paper(tr("签发单"), lead, make, more=scans))

    def show_notes(self) -> None:
        """Show the notes as a paper."""
        self._context.opened.close_step()
        printable = self._context.opened.printable

        def make() -> bytes:
            from editor.desk.papers.notes_list import notes_pdf

            return notes_pdf(printable, _now())

        lead = tr("按页列出全部批注：批的是哪几个字，怎么说的，谁答的，解决了没有。没有电脑的人也能照着改。")
        self._show(printable, _Paper(tr("批注清单"), lead, make))

    def show_checks(self) -> None:
        """Show what the checks found as a paper."""
        opened, session = self._context.opened, self._context.session
        opened.close_step()
        printable, facts = opened.printable, self._context.pages.facts
        name, previous = session.author, previous_issue(session.library, opened.issue)

        @functools.cache
        def report() -> "CheckReport":
            from editor.desk.papers.check_report import Checker, checked_report, set_pages

            checker = Checker(name=name, made=_now())
            return checked_report(printable, facts or set_pages(printable), checker, previous=previous)

        def make() -> bytes:
            from editor.desk.papers.check_report import report_pdf

            return report_pdf(report())

        def word() -> bytes:
            from editor.desk.papers.check_report import report_docx

            return report_docx(report(), printable)

        lead = tr("按栏目和文章列出没有处理的和放行的问题：在哪里，哪几个字，为什么，依据什么，谁放行的；附差错率。")
        self._show(printable, _Paper(tr("检查报告"), lead, make, word))

    def show_changes(self) -> None:
        """Show what changed since the galley in hand as a paper."""
        opened = self._context.opened
        opened.close_step()
        compared = self.collated()
        if compared is None:
            self._context.show_message(tr("还没有可以比照的清样；导出时勾选“纸样”，或先把现在的文字记作清样"))
            return
        issue = opened.issue

        def make() -> bytes:
            from editor.desk.papers.collation_list import collation_list
            from editor.pages.papers import set_paper

            return set_paper(collation_list(issue, compared.then, compared.baseline, compared.pages, _now()))

        lead = tr("按次序列出和清样比改了什么：划去的是原来的字，加线的是现在的字。每处一个方框，对着改过的纸样打勾。")
        self._show(opened.printable, _Paper(tr("核红单"), lead, make))

    # inside

    def _show(self, printable: PrintableIssue, paper: _Paper) -> None:
        from editor.ui.papers.dialog import PaperDialog, PaperWanted

        wanted = PaperWanted(
            title=paper.title,
            lead=paper.lead,
            stem=f"{file_stem(printable.issue, printable.publication.file_name)}{paper.title}",
            folder=self._context.settings.export_folder,
            make=paper.make,
            word=paper.word,
        )
        self.ask(PaperDialog(wanted, self._board.run, self._context.window, more=paper.more))


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


COMMANDS = CommandSet(
    PaperCommands,
    (
        Command(
            name="review.form",
            text=tr("签发单…"),
            english="Approval form on paper, sign-off sheet",
            icon="print",
            places=(CommandGroup.REVIEW.at(90), CommandMenu.REVIEW.at(90)),
            available=issue_open,
            run=PaperCommands.show_form,
        ),
        Command(
            name="notes.paper",
            text=tr("打印批注清单…"),
            english="Print notes, list of comments as PDF",
            icon="print",
            places=(CommandGroup.VIEW.at(30), CommandMenu.MAIN.at(420)),
            available=issue_open,
            full_views=frozenset({FullView.READING}),
            run=PaperCommands.show_notes,
        ),
        Command(
            name="check.report",
            text=tr("检查报告…"),
            english="Report of the checks, findings as PDF or Word",
            icon="print",
            places=(CommandGroup.VIEW.at(89), CommandMenu.MAIN.at(425)),
            available=issue_open,
            run=PaperCommands.show_checks,
        ),
        Command(
            name="collate.paper",
            text=tr("打印核红单…"),
            english="Print the changes since the galley",
            icon="print",
            places=(CommandGroup.TRACKING.at(270), CommandMenu.STEPS.at(130)),
            available=issue_open,
            run=PaperCommands.show_changes,
        ),
    ),
)
