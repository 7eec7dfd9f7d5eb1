"""What the window says of where the open issue stands, and which steps it offers."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from editor.desk.review.changes import Change
from editor.desk.review.position import Position, changes_since_approval, position
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.review import IssueState
from editor.ui.review.strip import ReviewStrip
from editor.ui.review.strip_words import COMMANDS_OF, strip_face
from editor.ui.window.parts import Parts
from editor.ui.window.reading_commands import ReadingCommands
from editor.ui.window.top_bar import TopBar

_LATER_MS = 600
_MAIN = {
    IssueState.EDITING: ("review.submit",),
    IssueState.RETURNED: ("review.submit",),
    IssueState.CORRECTING: ("review.submit",),
    IssueState.SUBMITTED: ("review.return", "review.approve"),
    IssueState.APPROVED: ("review.publish", "export"),
    IssueState.PUBLISHED: ("review.correct",),
}


class PositionShown(QObject):
    """Of one window. position: of the open issue, None for none."""

    def __init__(self, parts: Parts, shown: tuple[TopBar, ReviewStrip], reading: ReadingCommands) -> None:
        super().__init__(parts.window)
        self._parts, self._session, self._reading = parts, parts.session, reading
        self._top, self._strip = shown
        self.position: Position | None = None
        # what is printed may be other than approved: looked at when the user pauses
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self.show)
        self._session.opened.connect(self.show)
        self._session.changed.connect(lambda _before, _after: self._on_changed())

    def show(self) -> None:
        """Say where the open issue stands, and offer the steps that lead on."""
        issue, library = self._session.issue, self._session.library
        changes: Sequence[Change] = ()
        try:
            self.position = position(library, issue) if issue else None
            if issue and self.position and self.position.approval:
                changes = changes_since_approval(library, issue)
        except UserError as error:
            self.position = None
            self._parts.say(str(error))
        self._offer(issue, changed=bool(changes))
        pages = self._pages_of(changes)
        self._strip.show_face(strip_face(self.position, changes, pages) if self.position else None)

    def _on_changed(self) -> None:
        if self.position is None or self.position.approval or self.position.state is IssueState.EDITING:
            self._later.start()

    def _offer(self, issue: Issue | None, *, changed: bool) -> None:
        at, actions, reading = self.position, self._parts.actions, self._reading.view is not None
        here = at.steps if at and not self._session.library.read_only else ()
        filled = issue is not None and any(issue.articles())
        offered = {name: step in here for step, name in COMMANDS_OF.items()}
        offered |= {
            "review.compare": changed,
            "review.notice": bool(at and at.approval and (at.published or at.approval.reason)),
        }
        for name, on in offered.items():
            actions[name].setVisible(on)
            actions[name].setEnabled(on and not reading and (filled or name != "review.submit"))
        submitted = at is not None and at.state is IssueState.SUBMITTED
        actions["review.return"].setText(tr("退回、撤回…") if submitted else tr("退回…"))
        archived = at is not None and not at.closed and self._session.past and not self._session.writable
        self._top.show_decisions(_MAIN[at.state] if at and here and not archived else ("export",))

    def _pages_of(self, changes: Sequence[Change]) -> tuple[int, ...]:
        """Return the folios of the articles that changed."""
        facts = self._parts.pages.facts
        found = [facts.of(one.where) for one in changes if one.where] if facts else []
        return tuple(sorted({folio for one in found if one for folio in range(one.first, one.last + 1)}))
