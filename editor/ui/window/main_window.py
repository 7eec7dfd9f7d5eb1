"""The main window: outline, article and pages of one issue, and what the user does with them."""

import gc
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from editor.desk.formats import LIBRARY_FILES
from editor.desk.open_issue import OpenIssue
from editor.desk.overview import Overview, Overviewer
from editor.desk.ports import IssueEntry, Library
from editor.desk.used_words import UsedWords
from editor.document.faces import dress
from editor.document.look import LookTable, look_table
from editor.model.damage import Damage, DamageError
from editor.model.edits import PENDING, Place, move_articles, place_of, put_article
from editor.model.errors import UserError
from editor.model.issue import Article
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.pages.reports import PagesSet
from editor.ui.article.view import Shown
from editor.ui.failures import say_failure
from editor.ui.find.commands import FindCommands
from editor.ui.pages.bridge import PagesBridge
from editor.ui.review.board import Board
from editor.ui.settings import Settings
from editor.ui.task import Task
from editor.ui.theme.tokens import Theme
from editor.ui.window.article_commands import ArticleCommands
from editor.ui.window.check_commands import CheckCommands
from editor.ui.window.decision_commands import DecisionCommands
from editor.ui.window.enabling import Enabling
from editor.ui.window.following import Following
from editor.ui.window.frame import Frame
from editor.ui.window.front_commands import FrontCommands
from editor.ui.window.issue_commands import IssueCommands
from editor.ui.window.key_commands import KeyCommands
from editor.ui.window.locked import Locked
from editor.ui.window.note_commands import NoteCommands
from editor.ui.window.page_clicks import PageClicks
from editor.ui.window.page_updates import PageUpdates, single_shot
from editor.ui.window.palette_commands import PaletteCommands
from editor.ui.window.paper_commands import PaperCommands
from editor.ui.window.parts import Parts
from editor.ui.window.position_shown import PositionShown
from editor.ui.window.profile_commands import ProfileCommands
from editor.ui.window.proof_commands import ProofCommands
from editor.ui.window.reading_commands import ReadingCommands
from editor.ui.window.register_commands import RegisterCommands
from editor.ui.window.text_commands import TextCommands
from editor.ui.window.tracking_commands import TrackingCommands
from editor.ui.window.version_commands import VersionCommands
from editor.ui.window.view_commands import ViewCommands
from editor.ui.window.way_commands import WayCommands
from editor.ui.work.rescue import Rescuer
from editor.ui.work.session import Session

_SEEN_MS = 60
_MOST_SAID = 3


class MainWindow(Frame):
    """Shows a library's issues, one at a time. author: who changes them."""

    library_wanted = Signal(Path)
    writing_wanted = Signal()

    def __init__(
        self, library: Library, place: Path, *, settings: Settings, theme: Theme, author: str = "编辑"
    ) -> None:
        super().__init__(settings, theme)
        self._library, self._place = library, place
        self._article = ""
        self._counts = Overviewer()
        self._seen: Overview | None = None
        self._look: LookTable | None = None
        self.session = Session(library, author, self)
        self.rescuer = Rescuer(self.session, place, settings.rescue_folder, self)
        self.bridge = PagesBridge(self)
        self._seen_timer = single_shot(self, _SEEN_MS)
        self._make_commands(theme)
        self._connect()
        self.restore()
        self.refresh()
        self.following = Following(self.session, self.banner, self.rooms)
        self.following.moved.connect(self.refresh)
        self.following.moved.connect(self.decisions.standing.show)

    # what is open

    def used_words(self) -> UsedWords:
        """Return the words that fields are completed with."""
        return self.session.words()

    def refresh(self) -> None:
        """Show what the library holds: the open issue again, or its newest."""
        entries = self._library.issues()
        issue = self.session.issue
        self.status.show_library(self._place.name, closed=self._library.why_read_only)
        if issue is None and any(map(self._opened, entries)):
            return
        self.top.show_entries(entries, issue.uid if issue else "")
        self._show_state()

    def take_mended(self) -> None:
        """Show what was mended: the open issue as it is now, or one that can be opened again."""
        if self.session.issue:
            self.session.open(self.session.issue.uid)
        else:
            self.refresh()

    def say_damage(self) -> None:
        """Look for damage beside the window, and say what was found with a way to mend it."""

        def beside(call: Callable[[], None]) -> None:
            # in the thread that saves: it is waited for when the window closes
            self.session.later(call)

        task = Task(lambda _report: self._library.mending.damages(), run=beside)
        task.done.connect(self._on_damages_found)
        task.start()

    def import_files(self, files: tuple[Path, ...]) -> None:
        """Import files and open the last; say what found no place."""
        self.issues.import_files(self.proofs.verify_files(files))

    def show_article(self, uid: str, *, scroll: bool = True) -> None:
        """Open an article; scroll: bring its page into view."""
        space, opened = self.session.space, self.session.open_issue
        article = space.article(uid) if space else None
        place = place_of(space, uid) if space else None
        if space is None or opened is None or article is None or place is None or self._look is None:
            return
        self.session.close_step()
        self.front.leave()
        self._article = uid
        self.outline.choose(uid)
        self._show_shown(article, place)
        self.checks.mark_article()
        self.notes.mark_article()
        self.tracking.show_article()
        self.pages.show_article(uid, scroll=scroll)
        self._show_place()

    @property
    def place_of_work(self) -> tuple[str, str]:
        """The open issue and article, to be shown again by `show_place_of_work`; empty where there is none."""
        issue = self.session.issue
        return (issue.uid if issue else "", self._article)

    def show_place_of_work(self, issue: str, article: str) -> None:
        """Open an issue and an article of it, where they are still there."""
        if any(one.uid == issue for one in self._library.issues()):
            self.session.open(issue)
            self.show_article(article)

    # acting

    def _make_commands(self, theme: Theme) -> None:
        parts = Parts(
            window=self,
            session=self.session,
            outline=self.outline,
            article=self.article,
            pages=self.pages,
            settings=self._settings,
            theme=theme,
            actions=self.actions_by_name,
            say=self.status.say,
            show_article=self.show_article,
            take_files=self.import_files,
        )
        self.issues, self.articles = IssueCommands(parts, self._place), ArticleCommands(parts)
        self.texts = TextCommands(parts, self.format_bar)
        self.views = ViewCommands(parts, self.splitter, self.pages_place, self.pages_column)
        self.checks = CheckCommands(parts, self.outline_bar, self.left, self.light)
        self.ways = WayCommands(parts, self.checks, self.outline_foot, self.articles.chosen)
        self.finding, self.front = FindCommands(parts, self.find_bar), FrontCommands(parts, self.stack)
        self.profiles = ProfileCommands(
            parts, self.rooms, self.bridge, services=self.front.services, show=self._show_state
        )
        self.notes = NoteCommands(parts, self.checks, (self.outline_bar, self.left))
        self.tracking = TrackingCommands(parts, self.checks, (self.outline_bar, self.left))
        self.reading = ReadingCommands(parts, self.rooms, self.bridge, self.checks, self.notes)
        self._clicks = PageClicks(parts, self.bridge, self.show_article)
        self._updates, self._enabling = PageUpdates(parts, self.strip, self.bridge), Enabling(parts, self._library)
        self.registers, self.versions, self.keys = RegisterCommands(parts), VersionCommands(parts), KeyCommands(parts)
        self.palettes = PaletteCommands(parts, self.rooms, self.finding, self.keys)
        board = Board(self.session, self._settings, self.bridge.run)
        standing = PositionShown(parts, board, (self.top, self.review_strip), self.reading)
        self.decisions = DecisionCommands(parts, board, standing, checks=self.checks, reading=self.reading)
        self.proofs, self.papers = ProofCommands(parts, board, self.bridge, standing.show), PaperCommands(parts, board)
        writing = (self.issues, self.articles, self.texts, self.profiles, self.registers, self.versions, self.ways)
        reviewing = (self.decisions, self.proofs, self.papers, self.notes, self.tracking)
        makers = (*writing, *reviewing, self.reading, self.views, self.checks, self.finding, self.keys, self.palettes)
        for table in ({"library.open": self._choose_library}, *(made.commands() for made in makers)):
            for name, act in table.items():
                action = self.actions_by_name[name]
                action.triggered.connect(act if action.isCheckable() else lambda _on=False, act=act: act())

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.stepped.connect(self._on_stepped)
        session.saved.connect(self.status.show_saved)
        session.waiting.connect(self.status.show_waiting)
        session.save_failed.connect(self.status.show_unsaved)
        session.pictures_changed.connect(self._on_pictures_changed)
        self.banner.writing_wanted.connect(self.writing_wanted)
        self.key_left.connect(Locked(session, self.actions_by_name, self.status, self.banner).answer)
        self.outline.article_chosen.connect(self.show_article)
        self.outline.part_chosen.connect(self._on_part_chosen)
        self.article.edited.connect(self._on_article_edited)
        self.article.section_wanted.connect(self._on_section_wanted)
        self.article.left.connect(self._on_field_left)
        self.article.said.connect(self.status.say)
        self.article.place_changed.connect(self._on_place_changed)
        self.pages.sheet_changed.connect(self._show_place)
        self.pages.zoom_changed.connect(self._show_place)
        self.bridge.pages_set.connect(self._on_pages_set)
        self.bridge.failed.connect(lambda reason: self.status.show_pages(reason, bad=True))
        self.top.issue_chosen.connect(self._on_issue_chosen)
        self.checks.view.finding_chosen.connect(self.front.show_finding)
        self.actions_by_name["go.article"].triggered.connect(self.front.take_focus)
        self.checks.changed.connect(self._show_overview)
        self.checks.list_shown.connect(self.views.make_room)
        self._seen_timer.timeout.connect(self._show_overview)

    def _choose_library(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("打开刊库"), str(self._place.parent), LIBRARY_FILES.dialog_filter
        )
        if chosen:
            self.library_wanted.emit(Path(chosen))

    def _on_issue_chosen(self, uid: str) -> None:
        try:
            self.session.open(uid)
        except DamageError as error:
            say_failure(self, tr("没有换到那一期"), str(error), way=self._mending())
            self.refresh()
        except UserError as error:
            say_failure(self, tr("没有换到那一期"), str(error))
            self.refresh()

    def _opened(self, entry: IssueEntry) -> bool:
        """Return whether an issue could be opened; a damaged one is said once the window is there."""
        try:
            self.session.open(entry.uid)
        except DamageError:
            return False
        return True

    def _on_damages_found(self, damages: tuple[Damage, ...]) -> None:
        if damages:
            names = tr("；").join(one.name for one in damages[:_MOST_SAID])
            rest = tr("，还有 {n} 处", n=len(damages) - _MOST_SAID) if len(damages) > _MOST_SAID else ""
            reason = tr("{names}{rest}。修好以前，它们不打开、不印、不导出；别处照常。", names=names, rest=rest)
            say_failure(self, tr("刊库里有内容损坏"), reason, way=self._mending())

    def _mending(self) -> tuple[str, Callable[[], None]]:
        return tr("修复…"), self.actions_by_name["library.mend"].trigger

    # the work has changed

    def _on_opened(self) -> None:
        """Show another issue from its first article."""
        self._article = ""
        self.front.leave()
        opened, issue = self.session.open_issue, self.session.issue
        if opened and issue:
            self._dress(opened)
        self.pages.forget()
        self.status.show_pages(tr("正在排版…"))
        self.status.show_saved(None)
        self.top.show_entries(self._library.issues(), issue.uid if issue else "")
        self._updates.now()
        self._show_state()
        self.checks.begin()
        self._show_overview()
        self.outline.step(0)

    def _dress(self, opened: OpenIssue) -> None:
        self._look = dress(look_table(opened.issue.look), tuple(file.font for file in opened.fonts))

    def _on_set(self) -> None:
        """Follow what 刊物设置 has changed of the open issue."""
        opened = self.session.open_issue
        if opened:
            self._dress(opened)
        self._show_state()

    def _on_changed(self, before: Workspace, after: Workspace) -> None:
        if (before.issue.look, before.issue.profile) != (after.issue.look, after.issue.profile):
            self._on_set()
        if (before.issue.number, before.issue.date) != (after.issue.number, after.issue.date):
            self._show_state()
        if before.issue is not after.issue:
            self._updates.soon()
        article, place = after.article(self._article), place_of(after, self._article)
        if article is None or place is None:
            self._show_overview()
            self._show_neighbour(before)
            return
        self._show_shown(article, place)
        if _order(before) != _order(after):
            self._show_overview()
        elif not self._seen_timer.isActive():
            self._seen_timer.start()

    def _on_stepped(self, before: Workspace, after: Workspace) -> None:
        """Lead to what undo or redo has changed."""
        self._show_overview()
        known = {article.uid: article for article in before.articles()}
        touched = [article.uid for article in after.articles() if known.get(article.uid) is not article]
        if touched and self._article not in touched:
            self.show_article(touched[0])

    def _on_article_edited(self, name: str, article: Article, step: str) -> None:
        if not self.session.apply(name, lambda space: put_article(space, article), step=step):
            self.show_article(self._article, scroll=False)

    def _on_section_wanted(self, section: str) -> None:
        uid, space = self._article, self.session.space
        if space is None:
            return
        sections = {one.uid: len(one.articles) for one in space.issue.sections}
        place = Place(section=section, position=sections.get(section, len(space.drawer.pending)))
        if section in sections or section == PENDING:
            self.session.apply(tr("改栏目"), lambda now: move_articles(now, {uid}, place))

    def _on_field_left(self) -> None:
        self.session.close_step()
        self.session.begin_save()

    def _on_pictures_changed(self) -> None:
        if self._article and not self.front.part:
            self.show_article(self._article, scroll=False)

    def _show_neighbour(self, before: Workspace) -> None:
        """Open the article that stands where the open one stood."""
        order = [article.uid for article in before.articles()]
        at = order.index(self._article) if self._article in order else 0
        space = self.session.space
        left = {article.uid for article in space.articles()} if space else set()
        rest = [uid for uid in (*order[at:], *reversed(order[:at])) if uid in left]
        self._article = ""
        if rest and not self.front.part:
            self.show_article(rest[0])
        self._show_state()

    # the pages answer

    def _on_pages_set(self, report: PagesSet) -> None:
        # an article that had no pages when it was opened has its place now
        first = self.pages.facts is None or self.pages.facts.of(self._article) is None
        self.pages.show_pages(report)
        self.pages_bar.show_place(self.pages.sheet)
        self.status.show_pages(tr("；").join(report.warnings))
        if first:
            self.checks.run()
            # what is loaded by now stays: looking through all of it again stops the window for a tenth of a second
            gc.freeze()
        else:
            # new pages come with nearly every key: folios at once, findings in the next pause
            self._seen_timer.start()
            self.checks.soon()
        if first and self.front.part:
            self._show_part_page(self.front.part)
        elif first and self._article:
            self.pages.show_article(self._article, scroll=True)

    def _on_part_chosen(self, key: str) -> None:
        self.front.open(key)
        self._show_state()
        self._show_part_page(key)
        self._show_place()

    def _show_part_page(self, key: str) -> None:
        facts = self.pages.facts
        if facts:
            self.pages.go_to_sheet(facts.sheet_of(key) or facts.sheets)

    def _on_place_changed(self) -> None:
        self.pages.show_block(self._article, self.article.body.caret_block())

    # showing

    def _show_shown(self, article: Article, place: Place) -> None:
        opened = self.session.open_issue
        if opened and self._look:
            self.article.show_article(
                Shown(
                    article=article,
                    opened=opened,
                    section=place.section,
                    look=self._look,
                    writable=self.session.writable,
                )
            )
            if self.stack.currentWidget() is not self.article and not self.front.part:
                self._show_state()

    def _show_state(self) -> None:
        issue, space = self.session.issue, self.session.space
        self.top.show_issue(issue, past=self.session.past and not self.session.writable)
        filled = space is not None and any(space.articles())
        shown = self.article if filled else self.empty_issue if issue else self.empty
        self.stack.setCurrentWidget(self.front.view if self.front.part else shown)
        if issue and not filled:
            self.empty_issue.show_issue(issue)
        if issue is None:
            self.empty.show_damaged(len(self._library.issues()))
        # where nothing is open, nothing was checked
        self.light.setVisible(issue is not None)
        for part in (self.fit, self.format_bar):
            part.setVisible(filled and not self.front.part)
        self._enabling.show()
        name = issue.profile.masthead if issue else tr("简报编辑台")
        self.setWindowTitle(tr("{name} — 简报编辑台", name=name) if issue else name)

    def _show_overview(self) -> None:
        space = self.session.space
        if space and self._look:
            self._seen_timer.stop()
            self._seen = self._counts.overview(space, self.pages.facts, self._look)
            self.outline.show_overview(self._seen, self.checks.levels, writable=self.session.writable)
        self._show_place()

    def _show_place(self) -> None:
        if self._seen is None:
            return
        facts = self.pages.facts
        folio = facts.folio_of(self.pages.sheet) if facts else None
        self.fit.show_line(self._seen.article(self._article))
        article = "" if self.front.part else self._article
        page = self.front.name or (tr("第 {folio:02} 页", folio=folio) if folio else "")
        self.status.show_place(self._seen, article, page, self.pages.factor)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self._library.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.proofs.take_dropped(event.mimeData().urls(), self.import_files)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._on_field_left()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.profiles.leave() or not self.rescuer.leave():
            event.ignore()
            return
        for timer in self.findChildren(QTimer):
            # what waits for a pause would be looked up in a library that is closed by then
            timer.stop()
        self.following.close()
        self.session.close()
        self.keep()
        self.bridge.close()
        super().closeEvent(event)


def _order(space: Workspace) -> list[tuple[str, ...]]:
    groups = [section.articles for section in space.issue.sections]
    trash = tuple(one.article for one in space.drawer.trash)
    return [tuple(article.uid for article in group) for group in (*groups, space.drawer.pending, trash)]
