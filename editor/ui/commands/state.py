"""What decides which commands can be used: one value of one window, and the conditions that are asked of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from editor.model.issue_state import EDITABLE, STATE_NAMES, IssueState
from editor.model.language import tr, tr_marked
from editor.model.review import Role, Step

NOT_NOW = tr("现在用不上")


class FullView(Enum):
    """Views that take the place of the columns."""

    PROFILE = "profile"
    READING = "reading"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOffer:
    """What the review offers. steps: that lead on and that the window's author may take; role: the author's.

    changed: what is printed is other than approved; notice: a notice of correction can be written.
    """

    steps: frozenset[Step] = frozenset()
    role: Role | None = None
    changed: bool = False
    notice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandState:
    """Of one window. library_closed: why the library is only read, empty where it can be written.

    issue: the state of the open one, None where none is open; filled: it has articles; past: later ones exist;
    writable: it may be changed; undo_text, redo_text: what would be undone and redone; table: one writes in a cell.
    """

    library_closed: str = ""
    issue: IssueState | None = None
    filled: bool = False
    past: bool = False
    writable: bool = False
    undo_text: str = ""
    can_undo: bool = False
    redo_text: str = ""
    can_redo: bool = False
    review: ReviewOffer = ReviewOffer()
    full_view: FullView | None = None
    table: bool = False


Condition = Callable[[CommandState], str]
"""Returns why a command cannot be used, empty where it can."""


def always(_state: CommandState) -> str:
    """Ask nothing."""
    return ""


def issue_open(state: CommandState) -> str:
    """Ask that an issue is open."""
    return "" if state.issue else tr("先打开或新建一期")


def library_writable(state: CommandState) -> str:
    """Ask that this program may write the library."""
    return state.library_closed


def issue_writable(state: CommandState) -> str:
    """Ask that the open issue may be changed."""
    if state.writable:
        return ""
    if state.issue is None or state.library_closed:
        return issue_open(state) or state.library_closed
    if state.issue not in EDITABLE:
        return tr("这一期{state}，现在不能改", state=tr_marked(STATE_NAMES[state.issue]))
    return tr("往期只读，可用“允许修改这一期”")


def in_table(state: CommandState) -> str:
    """Ask that one writes in a cell of a table."""
    return "" if state.table else issue_open(state) or tr("先把光标放到表格里")


def step_open(step: Step) -> Condition:
    """Return the condition that a step leads on from the open issue, and is the author's to take."""
    return lambda state: "" if step in state.review.steps else issue_open(state) or NOT_NOW


def step_shown(step: Step) -> Callable[[CommandState], bool]:
    """Return whether a step is offered: where it leads on, and unused where no issue is open, so that it is found."""
    return lambda state: state.issue is None or step in state.review.steps
