"""The states of an issue between editing and print."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from editor.model.language import mark_tr


class IssueState(StrEnum):
    """State of an issue; libraries and files hold the values."""

    EDITING = "editing"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTING = "correcting"


STATE_NAMES: Mapping[IssueState, str] = MappingProxyType(
    {
        IssueState.EDITING: mark_tr("编辑中"),
        IssueState.SUBMITTED: mark_tr("已送审"),
        IssueState.RETURNED: mark_tr("已退回"),
        IssueState.APPROVED: mark_tr("已签发"),
        IssueState.PUBLISHED: mark_tr("已印发"),
        IssueState.CORRECTING: mark_tr("更正中"),
    }
)

CLOSED = frozenset((IssueState.APPROVED, IssueState.PUBLISHED))
"""In these states the printed content of an issue never changes."""
EDITABLE = frozenset((IssueState.EDITING, IssueState.RETURNED, IssueState.CORRECTING))
IN_HAND = EDITABLE - {IssueState.CORRECTING}
"""States before the first print, in which changed settings of the publication may still be applied to the issue."""
FIRST_EDITION = 1
"""`Approval.revision` while the issue has not been published; each 修订版 of a published issue counts one more."""
