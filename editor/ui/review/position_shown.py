"""What the window says of where the open issue stands, and which steps it offers."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, QTimer

from editor.desk.review.approved_issues import doubts_of
from editor.desk.review.changes import IssueChange
from editor.desk.review.obstacles import Obstacle
from editor.desk.review.remarks import Remark
from editor.desk.review.status import ReviewStatus, changes_since_approval, position
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from editor.model.review import Role, Step, has_duty
from editor.ui.commands.context import WindowContext
from editor.ui.commands.state import ReviewOffer
from editor.ui.review.strip import ReviewStrip
from editor.ui.review.strip_words import COMMANDS_OF, StripFace, strip_face
from editor.ui.work.review_context import ReviewContext

ShowMain = Callable[[Collection[str]], None]
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
    """Of one window. position: of the open issue, None for none.

    before: returns what stands before its signature.
    """

    def __init__(self, context: WindowContext, board: ReviewContext, strip: ReviewStrip, show_main: ShowMain) -> None:
        """show_main: offers commands on the main buttons."""
        super().__init__(context.window)
        self._board = board
        self._context, self._session = context, context.session
        self._strip, self._show_main = strip, show_main
        self.position: ReviewStatus | None = None
        self.before: Callable[[], tuple[Obstacle, ...]] = tuple
        # what is printed may be other than approved: looked at when the user pauses
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self.show)
        self._session.issue_opened.connect(self.show)
        self._session.author_changed.connect(self.show)
        self._session.changed.connect(lambda _before, _after: self._on_changed())

    def show(self) -> None:
        """Say where the open issue stands, and offer the steps that lead on."""
        opened, library = self._session.opened_issue, self._session.library
        issue = opened.issue if opened else None
        changes: Sequence[IssueChange] = ()
        doubts: Sequence[Remark] = ()
        try:
            self.position = position(library, issue) if issue else None
            if issue and self.position and self.position.approval:
                changes = changes_since_approval(library, issue)
            if issue and self.position and self.position.closed:
                doubts = doubts_of(self._board.office, issue)
        except UserError as error:
            self.position = None
            self._context.show_message(str(error))
        self._offer(changed=bool(changes))
        pages = self._pages_of(changes)
        self._strip.show_face(self._face(changes, pages, doubts))

    def _face(self, changes: Sequence[IssueChange], pages: Sequence[int], doubts: Sequence[Remark]) -> StripFace | None:
        if self.position is None:
            return None
        submitted = self.position.state is IssueState.SUBMITTED
        return strip_face(self.position, changes, pages, doubts, before=self.before() if submitted else ())

    def _on_changed(self) -> None:
        if self.position is None or self.position.approval or self.position.state is IssueState.EDITING:
            self._later.start()

    def _offer(self, *, changed: bool) -> None:
        at = self.position
        here = self._open_steps(at)
        notice = bool(at and at.approval and (at.published or at.approval.reason))
        self._context.states.offer_review(
            ReviewOffer(steps=frozenset(here), role=self._role(), changed=changed, notice=notice)
        )
        self._show_main(self._main(at, here))

    def _open_steps(self, at: ReviewStatus | None) -> tuple[Step, ...]:
        """Return the steps that lead on and that the window's author may take; whoever is not on the list may ask."""
        role = self._role()
        steps = at.steps if at and not self._session.library.read_only else ()
        return tuple(step for step in steps if role is None or has_duty(role, step))

    def _role(self) -> Role | None:
        members = self._session.library.review.members()
        listed = (one.role for one in members if one.name == self._session.author and not one.retired)
        return next(listed, None)

    def _main(self, at: ReviewStatus | None, here: tuple[Step, ...]) -> tuple[str, ...]:
        """Return the commands of the main buttons: of these those that are open, reading for who may not approve."""
        opened = self._session.opened_issue
        if at is None or opened is None or not here or (opened.past and not at.closed and not opened.writable):
            return ("export",)
        open_ones = {"export", *(COMMANDS_OF[step] for step in here)}
        names = tuple(name for name in _MAIN[at.state] if name in open_ones)
        return (*names, "review.read") if at.state is IssueState.SUBMITTED and Step.APPROVE not in here else names

    def _pages_of(self, changes: Sequence[IssueChange]) -> tuple[int, ...]:
        """Return the folios of the articles that changed."""
        facts = self._context.pages.facts
        found = [facts.of(one.where) for one in changes if one.where] if facts else []
        return tuple(sorted({folio for one in found if one for folio in range(one.first, one.last + 1)}))
