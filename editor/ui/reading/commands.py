"""审读: opened in place of the columns; what changed since the last reading, notes on the pages, what was read."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.desk.fonts import look_fonts
from editor.desk.pictures import picture_bytes
from editor.desk.reading.marks import is_same, reading_of
from editor.desk.review.obstacles import Obstacle
from editor.desk.review.readings import readings
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.note_edits import notes_of, without_notes
from editor.model.notes import Anchor
from editor.model.page_facts import PageFacts, Spot
from editor.model.reading import ReadMark
from editor.model.review import IssueState
from editor.model.saying import said_number
from editor.model.workspace import Workspace
from editor.pages.reports import Area, AreasFound, Compared, PagesSet, WantedAreas, WordsAt
from editor.ui.checks.commands import CheckCommands
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.full_view import FullViewHost
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.commands.state import FullView
from editor.ui.kit.failures import show_failure
from editor.ui.kit.times import when
from editor.ui.reading.note_commands import NoteCommands, now
from editor.ui.reading.rows import NoteRow, note_rows
from editor.ui.reading.view import ReadingView
from editor.ui.reading.word_pointing import WordPointing


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
        self._pointing = WordPointing(context.bridge, self.room.guest)
        self.view: ReadingView | None = None
        self.decisions: Callable[[], tuple[QWidget, ...]] = tuple
        self.before: Callable[[], tuple[Obstacle, ...]] = tuple
        self._facts: PageFacts | None = None
        self._edition = 0
        self._areas: Mapping[str, tuple[Area, ...]] = {}
        self._asked: tuple[str, ...] = ()
        self._reading: ReadMark | None = None
        self._target: tuple[str, Anchor] | None = None
        self._connect()

    @property
    def facts(self) -> PageFacts | None:
        """Of the pages that are read, None while none are."""
        return self._facts if self.view else None

    def open(self) -> None:
        """Show the open issue to be read."""
        opened, issue = self._session.open_issue, self._session.issue
        if self.view or opened is None or issue is None:
            return
        self._session.close_step()
        view = self.view = ReadingView(self._session.author)
        self._reading = self._session.library.readings.last(issue.uid)
        view.bar.show_issue(said_number(issue.number)[-1], f"{self._submitted(issue)}{_since(self._reading)}")
        view.bar.show_changes("", "", places=0)
        for widget in self.decisions():
            view.bar.decisions.addWidget(widget)
        self._wire(view)
        self.room.enter(view)
        self._bridge.set_for_guest(opened)
        self.show_notes()
        view.pages.setFocus()

    def leave(self) -> None:
        """Show the columns again."""
        view, self.view = self.view, None
        if view is None:
            return
        self._give_up()
        self.room.leave(view)
        self._context.article.body.setFocus()

    def finish(self) -> None:
        """Mark the issue as read as it stands, and leave."""
        issue = self._session.issue
        if issue is None:
            return
        made = reading_of(issue, reader=self._session.author, at=now())
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
            self.view.show_notes(self._rows(), writable=not self._session.library.read_only)
            self._show_before()

    # inside

    def _connect(self) -> None:
        guest, session = self.room.guest, self._session
        guest.pages_set.connect(self._on_pages_set)
        guest.areas_found.connect(self._on_areas_found)
        guest.compared.connect(self._on_compared)
        guest.failed.connect(self._show_message)
        session.opened.connect(self.leave)
        session.changed.connect(self._on_changed)
        self._checks.changed.connect(self._show_before)
        self._notes.copied.connect(self._show_message)
        self._pointing.pointed.connect(self._on_pointed)

    def _wire(self, view: ReadingView) -> None:
        guest = self.room.guest
        view.pages.wanted.connect(self._bridge.draw_for_guest)
        view.strip.wanted.connect(lambda sheets, inch: self._bridge.draw_for_guest(sheets, inch, small=True))
        guest.picture_made.connect(view.pages.switch.show_picture)
        guest.small_picture_made.connect(view.strip.show_picture)
        view.left.connect(self.leave)
        view.bar.done.connect(self.finish)
        view.sheet_seen.connect(self._show_looked)
        view.note_wanted.connect(self._begin_in_middle)
        view.pages.words_pointed.connect(self._on_words_pointed)
        view.notes.written.connect(self._on_written)
        view.notes.given_up.connect(self._give_up)
        view.before.chosen.connect(self.obstacle_chosen)
        self._notes.wire(view.notes, self._rows)

    def _rows(self) -> tuple[NoteRow, ...]:
        issue = self._session.issue
        return tuple(note_rows(issue, self._facts, self._areas)) if issue else ()

    def _show_message(self, words: str) -> None:
        if self.view:
            self.view.foot.show_place(words)

    # a note is written

    def _begin_in_middle(self) -> None:
        place = self.view.pages.middle() if self.view else None
        if place:
            self._on_words_pointed(*place, *place)

    def _on_words_pointed(self, spot: Spot, x: int, end: Spot, far: int) -> None:
        space = self._session.space
        if self._session.library.read_only:
            self._show_message(self._session.library.why_read_only)
        elif self._facts and space:
            self._target = None
            self._pointing.point(space, self._facts, self._edition, (spot, x), (end, far))

    def _on_pointed(self, article: str, anchor: Anchor) -> None:
        if self.view:
            # what was typed before the words were found stays
            typed = self.view.notes.field.toPlainText() if self._target and article else ""
            self._target = (article, anchor)
            self.view.notes.begin(anchor.words, typed)

    def _give_up(self) -> None:
        """Begin no note when words are found late."""
        self._target = None
        self._pointing.forget()

    def _on_written(self, words: str) -> None:
        if self._target is None or self.view is None:
            return
        article, anchor = self._target
        self._give_up()
        self.view.notes.choose(self._notes.add(article, anchor, words).uid)
        self.view.pages.setFocus()

    # the issue and its pages have changed

    def _on_changed(self, before: Workspace, after: Workspace) -> None:
        opened = self._session.open_issue
        if self.view and opened and without_notes(before).issue != without_notes(after).issue:
            self._bridge.set_for_guest(opened)
        self._ask_areas()
        self.show_notes()

    def _on_pages_set(self, report: PagesSet) -> None:
        if self.view is None:
            return
        self._facts, self._edition, self._asked = report.facts, report.edition, ()
        self.view.show_pages(report)
        self._ask_areas()
        self.show_notes()
        self._ask_changes()

    def _ask_changes(self) -> None:
        issue, opened = self._session.issue, self._session.open_issue
        if self._reading is None or issue is None or opened is None:
            return
        if is_same(self._reading, issue):
            self._on_compared(Compared(edition=self._edition, changes=()))
            return
        was, library = self._reading.issue, self._session.library
        before = replace(opened, issue=was, pictures=picture_bytes(was, library), fonts=look_fonts(was, library))
        self._bridge.compare(self._edition, before)

    def _ask_areas(self) -> None:
        issue = self._session.issue
        if self.view is None or issue is None or not self._edition:
            return
        noted = [one for one in notes_of(issue) if one.article and not one.note.anchor.gone and one.note.anchor.words]
        self._asked = tuple(one.note.uid for one in noted)
        words = tuple(
            WordsAt(
                article=one.article, block=one.note.anchor.block, start=one.note.anchor.start, end=one.note.anchor.end
            )
            for one in noted
        )
        self._bridge.find_areas(WantedAreas(edition=self._edition, words=words))

    def _on_areas_found(self, found: AreasFound) -> None:
        if self.view and len(found.areas) == len(self._asked):
            self._areas = dict(zip(self._asked, found.areas, strict=True))
            self.show_notes()

    def _on_compared(self, found: Compared) -> None:
        if self.view and found.edition == self._edition:
            self.view.show_compared(found, _since(self._reading))
            self._show_looked()

    def _submitted(self, issue: Issue) -> str:
        """Say how often an issue was handed in that is so now, empty for any other."""
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


def _since(reading: ReadMark | None) -> str:
    return (
        tr("上次审读：{reader}，{when}", reader=reading.reader, when=when(reading.at)) if reading else tr("第一次审读")
    )


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
