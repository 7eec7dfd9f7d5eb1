"""An issue's state in colour: the pill beside its number, the sign in the list of issues."""

from PySide6.QtGui import QIcon

from editor.model.issue_state import IssueState
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme

_PILLS = {
    IssueState.SUBMITTED: "pill.accent",
    IssueState.RETURNED: "pill.warn",
    IssueState.CORRECTING: "pill.warn",
    IssueState.APPROVED: "pill.ok",
    IssueState.PUBLISHED: "pill.ok",
}
_SIGNS = {
    IssueState.EDITING: ("state.draft", "text3"),
    IssueState.SUBMITTED: ("review.submit", "accent"),
    IssueState.RETURNED: ("review.return", "warn"),
    IssueState.CORRECTING: ("versions", "warn"),
    IssueState.APPROVED: ("review.seal", "ok"),
    IssueState.PUBLISHED: ("check.ok", "ok"),
}


def state_pill(state: IssueState) -> str:
    """Return the ground of a label that says the state."""
    return _PILLS.get(state, "pill")


def state_icon(state: IssueState, theme: Theme) -> QIcon:
    """Return the sign of a state."""
    name, token = _SIGNS[state]
    return icon(name, theme, size=16, token=token)
