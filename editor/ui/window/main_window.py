"""The main window: outline, article and pages of one issue, and what the user does with them."""

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

from editor.desk.ports import Library
from editor.desk.used_words import UsedWords
from editor.ui.abridging.commands import AbridgingCommands
from editor.ui.app.settings import Settings
from editor.ui.archive.commands import ArchiveCommands
from editor.ui.article.object_commands import ObjectCommands
from editor.ui.article.step_commands import WayCommands
from editor.ui.balancing.commands import BalanceCommands
from editor.ui.body.footnote_commands import FootnoteCommands
from editor.ui.body.text_commands import TextCommands
from editor.ui.charts.commands import ChartCommands
from editor.ui.checks.commands import CheckCommands
from editor.ui.cleaning.commands import CleaningCommands
from editor.ui.collating.commands import CollateCommands
from editor.ui.commands.context import WindowContext
from editor.ui.commands.current import CommandStates
from editor.ui.credits.open_part import OpenPart
from editor.ui.export.commands import ExportCommands
from editor.ui.find.commands import FindCommands
from editor.ui.find.library_commands import LibraryFindCommands
from editor.ui.instructions.commands import InstructionCommands
from editor.ui.intake.collect_commands import CollectCommands
from editor.ui.intake.commands import IntakeCommands
from editor.ui.intake.inbox_commands import InboxCommands
from editor.ui.intake.original_commands import OriginalCommands
from editor.ui.kit.composition import Composition
from editor.ui.kit.drop_cue import DropCue
from editor.ui.kit.drop_words import import_words
from editor.ui.new_issue.commands import IssueCommands
from editor.ui.outline.commands import ArticleCommands
from editor.ui.outline.section_menu import SectionCommands
from editor.ui.pages.bridge import PagesBridge
from editor.ui.pages.clicks import PageClicks
from editor.ui.pages.commands import PagesCommands
from editor.ui.pages.updates import PageUpdates
from editor.ui.palette.commands import PaletteCommands
from editor.ui.papers.commands import Collated, PaperCommands
from editor.ui.profile.commands import ProfileCommands
from editor.ui.reading.commands import ReadingCommands
from editor.ui.reading.note_commands import NoteCommands
from editor.ui.registers.commands import RegisterCommands
from editor.ui.review.commands import DecisionCommands
from editor.ui.review.position_shown import PositionShown
from editor.ui.review.proof_commands import ProofCommands
from editor.ui.settings_dialog.commands import SettingsCommands
from editor.ui.statistics.commands import StatisticsCommands
from editor.ui.tables.commands import TableCommands
from editor.ui.theme.tokens import Theme
from editor.ui.tracking.commands import TrackingCommands
from editor.ui.versions.commands import VersionCommands
from editor.ui.welcome.commands import LibraryCommands
from editor.ui.window.following import Following
from editor.ui.window.frame import Frame
from editor.ui.window.issue_shown import IssueShown
from editor.ui.window.layout_commands import LayoutCommands
from editor.ui.window.locked import Locked
from editor.ui.window.new_pages import NewPages
from editor.ui.window.open_article import OpenArticle
from editor.ui.window.overview_shown import OverviewShown
from editor.ui.work.commands import WorkCommands
from editor.ui.work.rescue import Rescuer
from editor.ui.work.review_context import ReviewContext
from editor.ui.work.session import Session


class MainWindow(Frame):
    """Shows a library's issues, one at a time. author: who changes them.

    writing_wanted: the user wants to open the library for writing.
    """

    writing_wanted = Signal()

    def __init__(
        self, library: Library, place: Path, *, settings: Settings, theme: Theme, author: str = "编辑"
    ) -> None:
        super().__init__(settings, theme)
        self.session = Session(library, author, self)
        self.rescuer = Rescuer(self.session, place, settings.rescue_folder, self)
        self.bridge = PagesBridge(self)
        self.context = self._make_context(theme)
        self._make_features(self.context, place)
        self._connect()
        DropCue(self, lambda data: "" if library.read_only else import_words(data))
        self.restore()
        self.status.show_library(place.name, closed=library.why_read_only)
        self.shown.refresh()
        self.following = Following(self.session, self.banner, self.rooms)
        self.following.moved.connect(self.shown.refresh)
        self.following.moved.connect(self.decisions.standing.show)

    # what is open

    def used_words(self) -> UsedWords:
        """Return the words that fields are completed with."""
        return self.session.words()

    def import_files(self, files: tuple[Path, ...]) -> None:
        """Take files in: articles, issues, or files to be verified, as they are and as the user says."""
        self.intake.take(files)

    def take_here(self, files: tuple[Path, ...]) -> None:
        """Take files in below the open article."""
        self.intake.take_here(files)

    def show_article(self, uid: str, *, scroll: bool = True) -> None:
        """Open an article; scroll: bring its page into view."""
        self.open_article.show(uid, scroll=scroll)

    @property
    def place_of_work(self) -> tuple[str, str]:
        """The open issue and article, to be shown again by `show_place_of_work`; empty where there is none."""
        opened = self.session.opened_issue
        return (opened.issue.uid if opened else "", self.open_article.uid)

    def show_place_of_work(self, issue: str, article: str) -> None:
        """Open an issue and an article of it, where they are still there."""
        if any(one.uid == issue for one in self.session.library.issues()):
            self.session.open(issue)
            self.show_article(article)

    # making

    def _make_context(self, theme: Theme) -> WindowContext:
        return WindowContext(
            window=self,
            session=self.session,
            bridge=self.bridge,
            outline=self.outline,
            lists=self.lists,
            article=self.article,
            pages=self.pages,
            settings=self._settings,
            theme=theme,
            actions=self.actions_by_name,
            states=CommandStates(self.session, self.actions_by_name, self),
            rooms=self.rooms,
            show_message=self.status.show_message,
            show_article=self.show_article,
            take_files=self.take_here,
        )

    def _make_features(self, context: WindowContext, place: Path) -> None:
        """Make what runs the commands; the lists of the left column in their order."""
        self.issues, self.exports = IssueCommands(context), ExportCommands(context)
        self.articles, self.intake = ArticleCommands(context), IntakeCommands(context)
        self.originals, self.inbox = OriginalCommands(context, self.pages_place), InboxCommands(context)
        self.collects = CollectCommands(context, self.collect_sign)
        self.libraries, self.preferences = LibraryCommands(context, place), SettingsCommands(context)
        self.checks = CheckCommands(context, self.light)
        self.notes, self.tracking = NoteCommands(context), TrackingCommands(context)
        self.collating = CollateCommands(context)
        self.objects = ObjectCommands(context, self.format_bar)
        self.ways = WayCommands(context, self.checks, self.outline_foot, self.format_bar.steps)
        self.tables, self.charts = TableCommands(context), ChartCommands(context)
        fit = self.fit
        self.balancing = BalanceCommands(context, remedy_wanted=fit.remedy_wanted, blanks_wanted=fit.blanks_wanted)
        self.finding, self.front = FindCommands(context, self.find_bar), OpenPart(context, self.stack)
        self.library_finding = LibraryFindCommands(context, self.find_bar, self.finding.shown)
        self.cleaning, self.abridging = CleaningCommands(context), AbridgingCommands(context)
        self.profiles = ProfileCommands(context, services=self.front.services)
        self.reading = ReadingCommands(context, self.checks, self.notes)
        self.registers, self.versions = RegisterCommands(context), VersionCommands(context)
        self.palettes, self.archive = PaletteCommands(context), ArchiveCommands(context)
        board = ReviewContext(self.session, self._settings, self.bridge.run)
        standing = PositionShown(context, board, self.review_strip, self.top.show_decisions)
        self.decisions = DecisionCommands(context, board, standing, checks=self.checks, reading=self.reading)
        self.proofs, self.papers = ProofCommands(context, board, standing.show), PaperCommands(context, board)
        self.papers.collated = self._collated
        self.instructions = InstructionCommands(context, board)
        self.statistics = StatisticsCommands(context, board)
        self.open_article = OpenArticle(context, self.front)
        overview = OverviewShown(context, self.open_article, self.checks, shown=(self.fit, self.status))
        new_pages = NewPages(context, overview, self.checks, shown=(self.pages_bar, self.status))
        # they only listen: nobody else holds them
        self._listeners = PageClicks(context, self.show_article), PageUpdates(context, self.strip), new_pages
        self.shown = IssueShown(self, context, self.open_article, overview=overview, checks=self.checks)
        self._bind(context)

    def _collated(self) -> Collated | None:
        """Return what the open issue is compared with, on paper as in the list."""
        shown = self.collating.shown
        if shown.then is None:
            shown.ask()
        if shown.then is None or shown.baseline is None:
            return None
        return Collated(then=shown.then, baseline=shown.baseline, pages=shown.pages())

    def _bind(self, context: WindowContext) -> None:
        """Let every command be run by its feature. What nobody else asks for anything is held by its actions."""
        composition = Composition(self)
        self.session.exchanging.connect(composition.finish)
        self.actions_by_name.bind(
            (
                *(self.issues, self.exports, self.articles, self.libraries, self.preferences, self.checks, self.notes),
                *(
                    self.tracking,
                    self.collating,
                    self.objects,
                    self.tables,
                    self.charts,
                    self.ways,
                    self.finding,
                    self.library_finding,
                ),
                *(self.reading, self.registers, self.versions, self.palettes, self.decisions, self.proofs, self.papers),
                *(TextCommands(context), FootnoteCommands(context), SectionCommands(context), WorkCommands(context)),
                *(self.profiles, self.cleaning, self.abridging, self.balancing, self.intake, self.originals),
                *(self.inbox, self.collects, self.instructions, self.archive, self.statistics),
                LayoutCommands(context, self.splitter, self.pages_place),
                PagesCommands(context, self.pages_place, self.pages_column),
            ),
            before=composition.finish,
        )

    def _connect(self) -> None:
        session = self.session
        session.saved.connect(self.status.show_saved)
        session.waiting.connect(self.status.show_waiting)
        session.save_failed.connect(self.status.show_unsaved)
        self.banner.writing_wanted.connect(self.writing_wanted)
        self.key_left.connect(Locked(session, self.actions_by_name, self.status, self.banner).answer)
        for follow in (self.checks.mark_article, self.notes.mark_article, self.tracking.shown.show_article):
            self.open_article.turned.connect(follow)
        self.profiles.left.connect(self.shown.show_state)
        self.article.message.connect(self.status.show_message)
        session.picture_converted.connect(self.status.show_message)
        self.top.issue_chosen.connect(self.issues.open)
        self.issues.not_opened.connect(self.shown.refresh)
        self.intake.import_wanted.connect(self.issues.import_files)
        self.intake.verify_wanted.connect(self.proofs.verify_files)
        self.issues.article_wanted.connect(self.intake.take_articles)
        self.palettes.search_wanted.connect(self.archive.open)
        self.archive.issue_wanted.connect(self.issues.open)
        self.palettes.settings_wanted.connect(self.preferences.settings_wanted)
        self.checks.chosen.connect(self.front.show_finding)
        self.actions_by_name["go.article"].triggered.connect(self.front.take_focus)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.session.library.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.proofs.take_dropped(urls, self.import_files)
        self.intake.refuse_links([url.toString() for url in urls if not url.isLocalFile()])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.open_article.edits.leave_field()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.profiles.leave() or not self.rescuer.leave():
            event.ignore()
            return
        self.collects.stop()
        self.archive.close()
        for timer in self.findChildren(QTimer):
            # what waits for a pause would be looked up in a library that is closed by then
            timer.stop()
        self.following.close()
        self.session.close()
        self.keep()
        self.bridge.close()
        super().closeEvent(event)
