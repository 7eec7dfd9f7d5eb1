"""Why the open issue cannot be changed, in a sentence with what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from editor.model.issue_state import IssueState
from editor.model.language import mark_tr, tr, tr_marked
from editor.ui.commands.actions import CommandActions
from editor.ui.window.library_banner import LibraryBanner
from editor.ui.window.status_line import StatusLine
from editor.ui.work.session import Session

_HISTORY = ("undo", "redo")
_EDITS = (
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
)
_KEYS = frozenset((Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter))
_STATES: Mapping[IssueState, str] = MappingProxyType(
    {
        IssueState.SUBMITTED: mark_tr("这一期已送审，现在不能改；要改，先退回或撤回。"),
        IssueState.APPROVED: mark_tr("这一期已签发，印出的内容不能改；要改，请总编辑退回。"),
        IssueState.PUBLISHED: mark_tr("这一期已印发，印出的内容不能改；要改，用“更正”另出修订版。"),
    }
)


class Locked(QObject):
    """Says in one window why nothing happened, where something would have been changed."""

    def __init__(self, session: Session, actions: CommandActions, status: StatusLine, banner: LibraryBanner) -> None:
        super().__init__(banner)
        self._session, self._actions, self._status, self._banner = session, actions, status, banner
        session.change_refused.connect(self.show_message)

    def answer(self, event: QKeyEvent) -> None:
        """Answer a key that nothing took."""
        if would_change(event, self._actions):
            self.show_message()

    def show_message(self) -> None:
        """Say why nothing can be changed; nothing where it can."""
        words = locked_words(self._session)
        if words:
            self._status.show_message(words)
            self._banner.flash()


def locked_words(session: Session) -> str:
    """Return why nothing can be changed, empty where it can or nothing is open."""
    opened = session.opened_issue
    if opened is None or opened.writable:
        return ""
    if opened.library.read_only:
        return opened.library.why_read_only
    state = opened.issue.archive.state
    if state in _STATES:
        return tr_marked(_STATES[state])
    return tr("这是往期，只能看；要改，先用“允许修改这一期”。")


def would_change(event: QKeyEvent, actions: CommandActions) -> bool:
    """Return whether a key that nothing took would have changed the open issue, could it be changed."""
    if any(event.matches(one) for one in _EDITS):
        return True
    keys = QKeySequence(event.keyCombination())
    changing = (*_HISTORY, *(command.name for command in actions.table if command.writes))
    if any(keys in actions[name].shortcuts() for name in changing):
        return True
    plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    typed = event.text().isprintable() and bool(event.text())
    return plain == Qt.KeyboardModifier.NoModifier and (typed or Qt.Key(event.key()) in _KEYS)
