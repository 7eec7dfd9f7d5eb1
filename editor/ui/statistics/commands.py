"""统计, 采用通报 and 年度总目录 from the window."""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from editor.desk.files import write_file
from editor.desk.formats import SHEET_FILES, TABLE_FILES
from editor.desk.naming import legal
from editor.desk.ports import Shares
from editor.desk.statistics.period import Period, year_of
from editor.model.errors import UserError
from editor.model.language import in_chinese, tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import FullView, issue_open
from editor.ui.kit.job import Job
from editor.ui.work.review_context import ReviewContext

if TYPE_CHECKING:
    from editor.desk.statistics.index_paper import IndexFiles
    from editor.ui.papers.dialog import PaperDialog, PaperWanted
    from editor.ui.statistics.dialog import StatisticsDialog
    from editor.ui.statistics.points_dialog import PointsDialog


class StatisticsCommands(DialogOwner):
    """Of one window's library."""

    def __init__(self, context: WindowContext, board: ReviewContext) -> None:
        super().__init__(context.window)
        self._context, self._board = context, board
        self._stopped = threading.Event()
        self.paper: PaperDialog | None = None
        self.asked: PointsDialog | None = None

    def show_statistics(self) -> None:
        """Count the issues of the open issue's publication."""
        from editor.desk.statistics.facts import LibraryFacts
        from editor.desk.statistics.report import Statistics
        from editor.ui.statistics.dialog import StatisticsDialog

        opened, library = self._context.opened, self._context.session.library
        opened.close_step()
        opened.save()
        # what is counted is what the library holds
        publication, today = library.publication(opened.issue.publication), dt.datetime.now().astimezone().date()
        newest = max((one.date for one in library.issues() if one.publication == publication.uid), default=today)
        day = newest if newest.year != today.year else today
        nothing = Statistics(publication=publication, period=year_of(day), facts=LibraryFacts(), every=())
        dialog = StatisticsDialog(nothing, library.publications(), day, self._context.window)
        dialog.points.setEnabled(not library.read_only)
        self._connect(dialog)
        self.ask(dialog)
        dialog.ask()

    # inside

    def _connect(self, dialog: "StatisticsDialog") -> None:
        dialog.statistics_wanted.connect(lambda uid, period: self._read(dialog, uid, period))
        dialog.errors_wanted.connect(lambda: self._check(dialog))
        dialog.stop_wanted.connect(self._stopped.set)
        dialog.save_wanted.connect(lambda: self._save(dialog))
        dialog.print_wanted.connect(lambda: self._print(dialog))
        dialog.points_wanted.connect(lambda: self._ask_points(dialog))
        dialog.report_wanted.connect(lambda: self._show_report(dialog))
        dialog.index_wanted.connect(lambda: self._make_index(dialog))
        dialog.finished.connect(lambda _how: self._stopped.set())

    def _read(self, dialog: "StatisticsDialog", uid: str, period: Period) -> None:
        """Read the library in a thread: counting the characters of many years takes seconds."""
        library = self._context.session.library

        def read(_report: Shares) -> object:
            from editor.desk.statistics.report import read_statistics

            return read_statistics(library, library.publication(uid), period)

        task = Job(read)
        task.done.connect(lambda found: self._while_open(dialog, lambda: dialog.show_statistics(found)))
        task.failed.connect(lambda reason: self._while_open(dialog, lambda: dialog.say(reason, "error")))
        task.start()

    def _check(self, dialog: "StatisticsDialog") -> None:
        library, statistics = self._context.session.library, dialog.statistics

        def check(report: Shares) -> object:
            from editor.desk.statistics.report import error_rates
            from editor.desk.statistics.tables import error_table

            return error_table(error_rates(library, statistics, self._unless_stopped(report)))

        task = self._job(dialog, check, _said_checking, anywhere=True)
        task.done.connect(lambda table: self._while_open(dialog, lambda: dialog.show_errors(table)))
        task.start()

    def _make_index(self, dialog: "StatisticsDialog") -> None:
        library, publication = self._context.session.library, dialog.statistics.publication
        year = dialog.statistics.issues[-1].number.year

        def make(report: Shares) -> object:
            from editor.desk.statistics.index_paper import index_files

            return index_files(library, publication, year, _now(), self._unless_stopped(report))

        task = self._job(dialog, make, _said_setting)
        task.done.connect(lambda files: self._while_open(dialog, lambda: self._show_index(dialog, year, files)))
        task.start()

    def _job(
        self,
        dialog: "StatisticsDialog",
        call: Callable[[Shares], object],
        words: Callable[[int, int], str],
        *,
        anywhere: bool = False,
    ) -> Job:
        """Return a job that says how far it is. anywhere: it needs no PDFium, so that the pages go on meanwhile."""
        self._stopped.clear()
        task = Job(call, run=None if anywhere else self._board.run)

        def tell(done: int, many: int) -> None:
            self._while_open(dialog, lambda: dialog.show_going_on(words(done, many)))

        def end() -> None:
            dialog.show_going_on("")

        dialog.show_going_on(tr("正在开始…"))
        task.progressed.connect(tell)
        task.failed.connect(lambda reason: self._while_open(dialog, lambda: dialog.say(reason, "error")))
        task.done.connect(lambda _answer: self._while_open(dialog, lambda: dialog.say("")))
        task.ended.connect(lambda: self._while_open(dialog, end))
        return task

    def _unless_stopped(self, report: Shares) -> Shares:
        stopped = self._stopped

        def told(done: int, many: int) -> None:
            if stopped.is_set():
                raise UserError(tr("已停下，什么也没有做。"))
            report(done, many)

        return told

    def _while_open(self, dialog: "StatisticsDialog", call: Callable[[], None]) -> None:
        if self.dialog is dialog:
            call()

    def _show_index(self, dialog: "StatisticsDialog", year: int, files: "IndexFiles") -> None:
        from editor.ui.papers.dialog import PaperWanted

        masthead = dialog.statistics.publication.profile.masthead
        for words in files.warnings:
            dialog.say(words, "error")
        wanted = PaperWanted(
            title=tr("年度总目录"),
            lead=tr(
                "{year}年的全部文章：按栏目和期，按地区，按标签；期号、页码、标题、来源。Word 文件的分页和这里一样。",
                year=year,
            ),
            stem=legal(f"{masthead}{year}年总目录"),
            folder=self._context.settings.export_folder,
            make=lambda: files.pdf,
            word=lambda: files.word,
        )
        self._show_paper(dialog, wanted)

    def _show_report(self, dialog: "StatisticsDialog") -> None:
        from editor.desk.statistics.adoption_paper import adoption_docx, adoption_pdf, adoption_report
        from editor.ui.papers.dialog import PaperWanted

        statistics = dialog.statistics
        # papers are in Chinese, whatever language the window has
        with in_chinese():
            report = adoption_report(statistics, _now())
        wanted = PaperWanted(
            title=tr("采用通报"),
            lead=tr("各单位来稿多少、采用多少、得多少分，按月列出，附采用的篇目。积分办法在“采用”一栏里改。"),
            stem=legal(f"{statistics.publication.profile.masthead}{statistics.period.label}采用通报"),
            folder=self._context.settings.export_folder,
            make=lambda: adoption_pdf(report),
            word=lambda: adoption_docx(report, statistics),
        )
        self._show_paper(dialog, wanted)

    def _print(self, dialog: "StatisticsDialog") -> None:
        from editor.desk.statistics.stat_paper import stat_pdf, stat_report
        from editor.ui.papers.dialog import PaperWanted
        from editor.ui.statistics.views import name_column

        statistics = dialog.statistics
        with in_chinese():
            table, figure = dialog.listed, dialog.figure
            report = stat_report(statistics, table, figure, _now(), named=name_column(dialog.view.key))
        wanted = PaperWanted(
            title=tr("统计"),
            lead=tr("和窗口里列的一样：一张图，一张表，按现在的次序。"),
            stem=legal(f"{statistics.publication.profile.masthead}{statistics.period.label}{table.name}统计"),
            folder=self._context.settings.export_folder,
            make=lambda: stat_pdf(report),
        )
        self._show_paper(dialog, wanted)

    def _show_paper(self, dialog: "StatisticsDialog", wanted: "PaperWanted") -> None:
        from editor.ui.papers.dialog import PaperDialog

        paper = self.paper = PaperDialog(wanted, self._board.run, dialog)
        paper.finished.connect(lambda _how: paper.deleteLater())
        paper.open()

    def _ask_points(self, dialog: "StatisticsDialog") -> None:
        from editor.ui.statistics.points_dialog import PointsDialog

        asked = PointsDialog(dialog.statistics.publication, dialog)
        asked.accepted.connect(lambda: self._keep_points(dialog, asked))
        asked.finished.connect(lambda _how: asked.deleteLater())
        self.asked = asked
        asked.open()

    def _keep_points(self, dialog: "StatisticsDialog", asked: "PointsDialog") -> None:
        library, opened = self._context.session.library, self._context.session.opened_issue
        changed = replace(library.publication(dialog.statistics.publication.uid), points=asked.points)
        try:
            library.save_publication(changed)
        except UserError as error:
            dialog.say(str(error), "error")
            return
        if opened and opened.issue.publication == changed.uid:
            opened.resources.take_publication(changed)
        dialog.show_statistics(replace(dialog.statistics, publication=changed))

    def _save(self, dialog: "StatisticsDialog") -> None:
        statistics, table = dialog.statistics, dialog.listed
        name = legal(f"{statistics.publication.profile.masthead}{statistics.period.label}{table.name}")
        start = str(self._context.settings.export_folder / f"{name}{SHEET_FILES.ending}")
        kinds = f"{SHEET_FILES.dialog_filter};;{TABLE_FILES.dialog_filter}"
        chosen, _ = QFileDialog.getSaveFileName(dialog, tr("另存表格"), start, kinds)
        if chosen:
            self._write(dialog, Path(chosen), name)

    def _write(self, dialog: "StatisticsDialog", path: Path, title: str) -> None:
        from editor.desk.statistics.files import tables_csv, tables_xlsx

        tables = (dialog.listed,)
        data = tables_csv(tables) if TABLE_FILES.matches(path) else tables_xlsx(tables, title, _now())
        try:
            write_file(path, data)
        except UserError as error:
            dialog.say(str(error), "error")
            return
        dialog.say(tr("已存为“{name}”，用表格软件打开", name=path.name), "ok")


def _said_checking(done: int, many: int) -> str:
    return tr("正在检查：第 {number} 期，共 {n} 期…", number=min(done + 1, many), n=many)


def _said_setting(done: int, many: int) -> str:
    if done == many:
        return tr("正在编总目录…")
    return tr("正在排页码：第 {number} 期，共 {n} 期…", number=done + 1, n=many)


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()


COMMANDS = CommandSet(
    StatisticsCommands,
    (
        Command(
            name="library.statistics",
            text=tr("统计…"),
            english="Statistics, annual index, report of adopted manuscripts, points",
            icon="stats",
            places=(CommandGroup.ISSUE.at(145), CommandMenu.MAIN.at(427)),
            available=issue_open,
            full_views=frozenset({FullView.ARCHIVE}),
            run=StatisticsCommands.show_statistics,
        ),
    ),
)
