"""The state that commands depend on, kept up with the open issue: computed here, and nowhere else."""

from PySide6.QtCore import QObject

from editor.ui.commands.actions import CommandActions
from editor.ui.commands.state import CommandState, FullView, ReviewOffer
from editor.ui.work.session import Session


class CommandStates(QObject):
    """Of one window. After every step of the history, and when told so, its commands are enabled anew."""

    def __init__(self, session: Session, actions: CommandActions, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._review = ReviewOffer()
        self._full_view: FullView | None = None
        self._table = False
        session.history_changed.connect(self.refresh)

    def offer_review(self, offer: ReviewOffer) -> None:
        """Offer what leads the open issue on."""
        self._review = offer
        self.refresh()

    def show_full_view(self, view: FullView | None) -> None:
        """Let the commands rest that need the columns, or no longer."""
        self._full_view = view
        self.refresh()

    def show_table(self, *, on: bool) -> None:
        """Let the commands of tables be used while one writes in a cell."""
        if on != self._table:
            self._table = on
            self.refresh()

    def refresh(self) -> None:
        """Enable what can be used as things stand."""
        self._actions.show(self.state())

    def state(self) -> CommandState:
        """Return how things stand."""
        library, opened = self._session.library, self._session.opened_issue
        closed = library.why_read_only if library.read_only else ""
        if opened is None:
            return CommandState(library_closed=closed, review=self._review, full_view=self._full_view)
        # made after every key: the whole value at once
        return CommandState(
            library_closed=closed,
            issue=opened.issue.archive.state,
            filled=any(section.articles for section in opened.issue.sections),
            past=opened.past,
            writable=opened.writable,
            undo_text=opened.history.stack.undoText(),
            can_undo=opened.can_step(-1),
            redo_text=opened.history.stack.redoText(),
            can_redo=opened.can_step(1),
            review=self._review,
            full_view=self._full_view,
            table=self._table,
        )
