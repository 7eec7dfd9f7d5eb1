"""An issue's state in the review, with its last step, for whoever opens it."""

import datetime as dt
from dataclasses import dataclass

from editor.desk.ports import Library
from editor.desk.review.approvals import content_changes, current
from editor.desk.review.changes import IssueChange
from editor.desk.review.steps import was_published
from editor.model.approval import Approval, LogAction, LogEntry
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED, IssueState
from editor.model.review import Step, steps_from


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStatus:
    """An issue's state, and who took its last step.

    steps: those possible now; name, at (UTC), words: of the last step, empty without one in the log; words: a remark, a
    note or a reason; round: how often it was submitted; approval: the last one, in force while the issue is closed;
    published: that one was published.
    """

    state: IssueState
    steps: tuple[Step, ...] = ()
    name: str = ""
    at: dt.datetime | None = None
    words: str = ""
    round: int = 0
    approval: Approval | None = None
    published: bool = False

    @property
    def closed(self) -> bool:
        """Whether printed content must not change."""
        return self.state in CLOSED


_SILENT = frozenset(
    (
        LogAction.REMARK,
        LogAction.SCANNED,
        LogAction.SCAN_WITHDRAWN,
        LogAction.MEMBER,
        LogAction.KEY,
        LogAction.RULES,
        LogAction.RESTORED,
        LogAction.ACCEPTED,
        LogAction.MENDED,
    )
)
_WORDED = frozenset((LogAction.RETURNED, LogAction.CORRECTED))


def position(library: Library, issue: Issue) -> ReviewStatus:
    """Return an issue's status. Raises UserError where its log or approval cannot be read."""
    log = library.review.log(issue.uid)
    steps = [entry for entry in log if entry.event.action not in _SILENT]
    last = steps[-1].event if steps else None
    one, state, gone_out = current(library.review, issue.uid), issue.archive.state, was_published(library, issue.uid)
    return ReviewStatus(
        state=state,
        steps=tuple(step for step in steps_from(state) if step is not Step.ABANDON or gone_out),
        name=last.name if last else "",
        at=last.at if last else None,
        words=_words(log, steps[-1]) if steps else "",
        round=sum(entry.event.action is LogAction.SUBMITTED for entry in log),
        approval=one.approval if one else None,
        published=gone_out,
    )


def changes_since_approval(library: Library, issue: Issue) -> tuple[IssueChange, ...]:
    """Return what an issue prints differently from its last approval; nothing without one. Raises UserError."""
    one = current(library.review, issue.uid)
    return content_changes(library.review.released, issue, one.approval) if one else ()


def _words(log: tuple[LogEntry, ...], last: LogEntry) -> str:
    if last.event.action is LogAction.SUBMITTED:
        before = [entry for entry in log if entry.number == last.number - 1]
        return before[0].event.detail if before and before[0].event.action is LogAction.REMARK else ""
    return last.event.detail if last.event.action in _WORDED else ""
