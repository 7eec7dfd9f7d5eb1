"""审读: opened in place of the columns; what changed since the last reading, notes on the pages, what was read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.desk.review.obstacles import Obstacle
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import IssueState
from editor.model.language import tr
from editor.model.page_facts import PageFacts
from editor.model.saying import said_number
from editor.ui.checks.commands import CheckCommands
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.full_view import FullViewHost
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.commands.state import FullView
from editor.ui.kit.failures import show_failure
from editor.ui.kit.times import when
from editor.ui.reading.note_commands import NoteCommands, now
from editor.ui.reading.note_writing import NoteWriting
from editor.ui.reading.read_pages import ReadPages, since_words

if TYPE_CHECKING:
    from editor.ui.reading.view import ReadingView


class ReadingCommands(QObject):
    """Opens the view and leaves it. decisions: makes what stands beside 读完 (approve, return) for each reading.

    before: returns what stands before a signature; obstacle_chosen: the user wants to see the place of one.
    """

    obstacle_chosen = Signal(object)

    def __init__(self, context: WindowContext, checks: CheckCommands, notes: NoteCommands) -> None:
        """Act in one window."""
        super().__init__(context.window)
        self._context, self._session, self._bridge = context, context.session, context.bridge
        self._checks, self._notes = checks, notes
        self.room = FullViewHost(context, FullView.READING)
        self._pages = ReadPages(context, self.room.guest)
        self._writing = NoteWriting(context, self.room.guest, self._pages, notes)
        self.view: ReadingView | None = None
        self.decisions: Callable[[], tuple[QWidget, ...]] = tuple
        self.before: Callable[[], tuple[Obstacle, ...]] = tuple
        self._connect()

    @property
    def facts(self) -> PageFacts | None:
        """Of the pages that are read, None while none are."""
        return self._pages.facts if self.view else None

    def open(self) -> None:
        """Show the open issue to be read."""
        from editor.ui.reading.view import ReadingView

        opened = self._session.opened_issue
        if self.view or opened is None:
            return
        opened.close_step()
        issue = opened.issue
        view = self.view = ReadingView(self._session.author)
        last = opened.library.readings.last(issue.uid)
        view.bar.show_issue(said_number(issue.number)[-1], f"{self._submitted(issue)}{since_words(last)}")
        view.bar.show_changes("", "", places=0)
        for widget in self.decisions():
            view.bar.decisions.addWidget(widget)
        self._wire(view)
        self.room.enter(view)
        self._pages.begin(view, last)
        self.show_notes()
        view.pages.setFocus()

    def leave(self) -> None:
        """Show the columns again."""
        view, self.view = self.view, None
        if view is None:
            return
        self._pages.end()
        self._writing.end()
        self.room.leave(view)
        self._context.article.body.setFocus()

    def finish(self) -> None:
        """Mark the issue as read as it stands, and leave."""
        from editor.desk.reading.marks import reading_of

        made = reading_of(self._context.opened.issue, reader=self._session.author, at=now())
        try:
            self._session.library.readings.add(made)
        except UserError as error:
            show_failure(self._context.window, tr("没有记下"), str(error))
            return
        self.leave()
        self._context.show_message(tr("已记下读到这里，下次审读只看改了什么"))

    def show_notes(self) -> None:
        """Show the notes as they stand, on the pages and beside them."""
        if self.view:
            self.view.show_notes(self._pages.rows(), writable=not self._session.library.read_only)
            self._show_before()

    # inside

    def _connect(self) -> None:
        self._pages.shown.connect(self.show_notes)
        self._pages.compared.connect(self._show_looked)
        self.room.guest.failed.connect(self._show_message)
        self._session.issue_opened.connect(self.leave)
        self._session.changed.connect(lambda _before, _after: self.show_notes())
        self._checks.changed.connect(self._show_before)
        self._notes.copied.connect(self._show_message)

    def _wire(self, view: "ReadingView") -> None:
        guest = self.room.guest
        view.pages.wanted.connect(self._bridge.draw_for_guest)
        view.strip.wanted.connect(lambda sheets, inch: self._bridge.draw_for_guest(sheets, inch, small=True))
        guest.picture_made.connect(view.pages.switch.show_picture)
        guest.small_picture_made.connect(view.strip.show_picture)
        view.left.connect(self.leave)
        view.bar.done.connect(self.finish)
        view.sheet_seen.connect(self._show_looked)
        view.before.chosen.connect(self.obstacle_chosen)
        self._writing.begin(view)
        self._notes.wire(view.notes, self._pages.rows)

    def _show_message(self, words: str) -> None:
        if self.view:
            self.view.foot.show_place(words)

    def _submitted(self, issue: Issue) -> str:
        """Say how often an issue was handed in that is so now, empty for any other."""
        from editor.desk.review.readings import readings

        if issue.archive.state is not IssueState.SUBMITTED:
            return ""
        handed_in = readings(self._session.library, issue.uid)
        last = handed_in[-1] if handed_in else None
        return tr("第 {number} 次送审，{when}　", number=last.number, when=when(last.at)) if last else ""

    def _show_before(self) -> None:
        if self.view:
            self.view.before.list.show_obstacles(self.before())

    def _show_looked(self) -> None:
        if self.view:
            self.view.before.show_looked(self.view.changed, self.view.seen)


COMMANDS = CommandSet(
    ReadingCommands,
    (
        Command(
            name="review.read",
            text=tr("审读…"),
            english="Read pages for approval, review",
            icon="review.notes",
            keys=("Ctrl+Alt+R",),
            places=(CommandGroup.VIEW.at(10), CommandMenu.MAIN.at(350), CommandBar.DECISIONS.at(60, primary=True)),
            run=ReadingCommands.open,
        ),
    ),
)
