"""来稿: files become articles of the open issue, of 待编 or 收件."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from editor.desk.formats import FORMATS, MANUSCRIPT_FILES, SIGNED_FILES
from editor.desk.intake.outcomes import Outcome, ReadArticle, ReadIssue, RefusedFile, SignedFile
from editor.desk.ports import joined_files
from editor.intake.manuscript import TrackedChanges
from editor.model.edits import INBOX, ArticlePosition, add_articles, place_of
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.system.watching import Watch
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.commands.state import library_writable
from editor.ui.intake.batch import ReadingJob
from editor.ui.intake.questions import CHANGES, Choice, changes_question, issue_question, signed_question
from editor.ui.intake.report import IntakeReport, intake_summary
from editor.ui.kit.failures import show_failure
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.kit.reading_progress import ReadingProgress

if TYPE_CHECKING:
    from editor.desk.intake.reading import ReadingOptions

_ONLY_ISSUES = tuple(one for one in FORMATS if one.reads_issue and not one.reads_article)
# number of the first button of the question that says how changes are read
_FIRST_WAY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """Files that came at once, in their order. place: where they go, None for 收件.

    changes: how tracked changes are read, as the user said of these files; None while nobody was asked.
    """

    files: tuple[Path, ...]
    place: ArticlePosition | None
    changes: TrackedChanges | None = None
    read: tuple[ReadArticle, ...] = ()
    refused: tuple[RefusedFile, ...] = ()
    issues: tuple[ReadIssue, ...] = ()
    signed: tuple[SignedFile, ...] = ()

    @property
    def tracked(self) -> tuple[ReadArticle, ...]:
        """What has tracked changes."""
        return tuple(one for one in self.read if one.changes)

    def with_outcomes(self, outcomes: Sequence[Outcome]) -> "_Batch":
        """Return it with what more files turned out to be."""
        read = (*self.read, *(one for one in outcomes if isinstance(one, ReadArticle)))
        return replace(
            self,
            # what was asked about is read later than the others, and stays in its place
            read=tuple(sorted(read, key=lambda one: self.files.index(one.path))),
            refused=(*self.refused, *(one for one in outcomes if isinstance(one, RefusedFile))),
            issues=(*self.issues, *(one for one in outcomes if isinstance(one, ReadIssue))),
            signed=(*self.signed, *(one for one in outcomes if isinstance(one, SignedFile))),
        )


class IntakeCommands(DialogOwner):
    """Acts in one window. import_wanted, verify_wanted: files that are issues, or to be verified, as the user says."""

    import_wanted = Signal(tuple)
    verify_wanted = Signal(tuple)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._context, self._session = context, context.session
        self._progress: ReadingProgress | None = None
        context.outline.drops.files_dropped.connect(self.take)

    def choose_files(self) -> None:
        """Ask for files and take them in, at the end of the chosen section, else of 收件."""
        chosen, _ = QFileDialog.getOpenFileNames(
            self._context.window, tr("来稿"), str(Path.home()), MANUSCRIPT_FILES.dialog_filter
        )
        self.take(tuple(map(Path, chosen)), self._context.outline.chosen.place())

    def take(self, files: Sequence[Path], place: ArticlePosition | None = None) -> None:
        """Take files in as articles; those that can only be issues are imported. place: None for 收件.

        A folder is one of past issues where their texts lie in it, else one of manuscripts.
        """
        issues = tuple(one for one in files if _is_past(one) or any(kind.matches(one) for kind in _ONLY_ISSUES))
        rest = self._with_folders(one for one in files if one not in issues)
        if issues:
            self.import_wanted.emit(issues)
        if not self._editable():
            # nothing can be taken in: what may have been signed is verified
            signed = tuple(one for one in rest if SIGNED_FILES.matches(one))
            rest = tuple(one for one in rest if one not in signed)
            if signed:
                self.verify_wanted.emit(signed)
        if rest and self._has_place():
            self._read(rest, _Batch(files=rest, place=place), as_articles=False)

    def _with_folders(self, files: Iterable[Path]) -> tuple[Path, ...]:
        """Return files, in place of a folder those in it; say of one that it holds none."""
        from editor.desk.intake.folder_scan import manuscripts_in

        found = list[Path]()
        for path in files:
            try:
                found += manuscripts_in(path) if path.is_dir() else (path,)
            except UserError as error:
                show_failure(self._context.window, tr("没有收稿"), str(error))
        return tuple(found)

    def take_here(self, files: Sequence[Path]) -> None:
        """Take files in below the open article."""
        opened, article = self._session.opened_issue, self._context.article.article
        here = place_of(opened.value, article.uid) if opened and article else None
        self.take(files, replace(here, position=here.position + 1) if here else None)

    def take_articles(self, files: Sequence[Path]) -> None:
        """Take files in as articles, whatever else they may be."""
        if self._has_place():
            self._read(files, _Batch(files=tuple(files), place=None), as_articles=True)

    def refuse_links(self, links: Sequence[str]) -> None:
        """Say that links, dropped from a browser, are not fetched, and what to do instead; nothing for none."""
        if not links:
            return
        words = tr(
            "“{link}”是网址，这个程序不联网，不去取。请在浏览器里打开它，选中全文复制，再用“粘贴成文”；"
            "或在浏览器里另存网页，把文件拖进来。",
            link=links[0],
        )
        show_failure(self._context.window, tr("没有收稿"), words)

    # one step after the other: reading, questions, taking

    def _editable(self) -> str:
        """Return the uid of the issue that articles can come into, empty for none."""
        from editor.desk.intake.taking import editable_issue

        opened = self._session.opened_issue
        return opened.value.issue.uid if opened and opened.writable else editable_issue(self._session.library)

    def _has_place(self) -> bool:
        """Open the issue in hand where another is seen; without one, say what to do."""
        opened = self._session.opened_issue
        if opened and opened.writable:
            return True
        uid = self._editable()
        if not uid:
            way = (tr("新建一期…"), self._context.actions["issue.new"].trigger)
            words = tr("没有在编的一期，来稿没有地方放。请先新建一期，再把文件放进来。")
            show_failure(self._context.window, tr("没有收稿"), words, way=way)
            return False
        self._session.open(uid)
        return True

    def _read(self, files: Sequence[Path], batch: _Batch, *, as_articles: bool) -> None:
        read = partial(_reading, self._options(batch, as_articles=as_articles))
        job = ReadingJob(files, read, self._context.bridge.run, self)
        progress = self._progress = ReadingProgress(self._context.window)
        job.progressed.connect(progress.show_progress)
        progress.stopped.connect(job.stop)
        job.done.connect(lambda outcomes: self._on_read(batch, outcomes))
        job.failed.connect(lambda words: show_failure(self._context.window, tr("没有收稿"), words))
        job.ended.connect(progress.end)
        job.start()

    def _options(self, batch: _Batch, *, as_articles: bool) -> "Callable[[], ReadingOptions]":
        """Return what says, in the thread that reads, how files are read."""
        library, publication = self._session.library, self._context.opened.issue.publication
        author, changes = self._session.author, batch.changes or self._context.settings.tracked_changes

        def options() -> "ReadingOptions":
            from editor.desk.intake.options import reading_options

            return reading_options(library, publication, author=author, as_articles=as_articles, changes=changes)

        return options

    def _on_read(self, batch: _Batch, outcomes: tuple[Outcome, ...] | None) -> None:
        if self._progress:
            self._progress.end()
            self._progress = None
        if outcomes is None:
            self._context.show_message(tr("已取消，一篇也没有收"))
            return
        self._go_on(batch.with_outcomes(outcomes))

    def _go_on(self, batch: _Batch) -> None:
        """Ask what is to be asked, then take what is read."""
        if batch.signed:
            paths = [one.path for one in batch.signed]
            self._ask(signed_question(paths, self._context.window), self._on_signed_answered, batch)
        elif batch.issues:
            self._ask(issue_question(batch.issues, self._context.window), self._on_issues_answered, batch)
        elif batch.changes is None and batch.tracked:
            self._ask_changes(batch)
        else:
            self._take(batch)

    def _ask(self, question: MessageDialog, answered: Callable[[_Batch, Choice], None], batch: _Batch) -> None:
        question.finished.connect(lambda number: answered(batch, Choice(number)))
        self.ask(question)

    def _ask_changes(self, batch: _Batch) -> None:
        question = changes_question(batch.tracked, self._context.settings.tracked_changes, self._context.window)
        question.finished.connect(lambda number: self._on_changes_answered(batch, number))
        self.ask(question)

    def _on_changes_answered(self, batch: _Batch, number: int) -> None:
        rest = replace(batch, read=tuple(one for one in batch.read if not one.changes))
        before, settings = self._context.settings.tracked_changes, self._context.settings
        if number < _FIRST_WAY:
            # left out as the user said; the others come in
            self._go_on(replace(rest, changes=before))
            return
        settings.tracked_changes = chosen = CHANGES[number - _FIRST_WAY]
        if chosen is before:
            self._go_on(replace(batch, changes=chosen))
        else:
            again = tuple(one.path for one in batch.tracked)
            self._read(again, replace(rest, changes=chosen), as_articles=True)

    def _on_signed_answered(self, batch: _Batch, choice: Choice) -> None:
        paths = tuple(one.path for one in batch.signed)
        self._answered(replace(batch, signed=()), choice, paths, self.verify_wanted.emit)

    def _on_issues_answered(self, batch: _Batch, choice: Choice) -> None:
        paths = tuple(one.path for one in batch.issues)
        self._answered(replace(batch, issues=()), choice, paths, self.import_wanted.emit)

    def _answered(
        self, left: _Batch, choice: Choice, paths: tuple[Path, ...], otherwise: Callable[[tuple[Path, ...]], object]
    ) -> None:
        if choice is Choice.ARTICLES:
            self._read(paths, left, as_articles=True)
            return
        asked = self.dialog
        self._go_on(left)
        if choice is not Choice.OTHERWISE:
            return
        shown = self.dialog
        if shown is None or shown is asked:
            otherwise(paths)
        else:
            # one dialog after the other
            shown.finished.connect(lambda: otherwise(paths))

    def _take(self, batch: _Batch) -> None:
        from editor.desk.intake.taking import known_before, place_in

        if not (batch.read or batch.refused):
            return
        opened = self._context.opened
        notes = known_before(opened.value, batch.read)
        place = place_in(opened.value, batch.place)
        articles = tuple(one.article for one in batch.read)

        def put(space: Workspace) -> Workspace:
            return add_articles(space, place_in(space, batch.place), articles)

        if articles:
            label = tr("收来稿 {n} 篇", n=len(articles))
            if not opened.bring(label, put, joined_files(one.files for one in batch.read)):
                return
            self._context.show_article(articles[0].uid)
        self._report(batch, notes, _place_name(opened.value, place))

    def _report(self, batch: _Batch, notes: Sequence[str], where: str) -> None:
        summary = intake_summary(len(batch.read), len(batch.refused), where)
        self._context.show_message(summary)
        silent = all(not (one.messages or one.cleaned or one.article.archive.guesses) for one in batch.read)
        if batch.refused or notes or not silent:
            self.ask(IntakeReport(batch.read, batch.refused, where=where, notes=notes, parent=self._context.window))


def _is_past(path: Path) -> bool:
    from editor.desk.formats import TEXT
    from editor.desk.past_reading import past_files

    try:
        # Word files and PDFs may be manuscripts as well: what reads as an issue is asked about
        return path.is_dir() and any(map(TEXT.matches, past_files(path)))
    except OSError:
        # taken for a folder of manuscripts, it is said why
        return False


def _reading(options: "Callable[[], ReadingOptions]", files: Sequence[Path], watch: Watch) -> Iterator[Outcome]:
    # loaded with the first file: the readers cost the start of the program nothing
    from editor.desk.intake.reading import read_manuscripts

    return read_manuscripts(files, at=dt.datetime.now(tz=dt.UTC), options=replace(options(), watch=watch))


def _place_name(space: Workspace, place: ArticlePosition) -> str:
    names = {one.uid: one.name for one in space.issue.sections}
    if place.section in names:
        return tr("“{section}”", section=names[place.section])
    return tr("收件") if place.section == INBOX else tr("待编")


COMMANDS = CommandSet(
    IntakeCommands,
    (
        Command(
            name="article.intake",
            text=tr("来稿…"),
            english="Take in manuscripts, Word, web page, PDF, text",
            icon="article.import",
            keys=("Ctrl+Shift+I",),
            places=(CommandGroup.ARTICLE.at(25), CommandMenu.OUTLINE.at(25), CommandBar.TOP_NEW.at(25, folds=2)),
            available=library_writable,
            run=IntakeCommands.choose_files,
        ),
    ),
)
