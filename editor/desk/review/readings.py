"""Submissions of an issue, and what has changed since each, for whoever reads it again."""

import datetime as dt
from dataclasses import dataclass

from editor.desk.ports import Library
from editor.desk.review.changes import IssueChange, printed_changes
from editor.interchange.codec import decode
from editor.model.approval import LogAction
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmittedReading:
    """A submission of an issue. number: from 1; at: UTC; content: sha256 of the printed content."""

    number: int
    name: str
    at: dt.datetime
    content: str


def readings(library: Library, uid: str) -> tuple[SubmittedReading, ...]:
    """Return the submissions of an issue, oldest first."""
    events = [entry.event for entry in library.review.log(uid)]
    submitted = [event for event in events if event.action is LogAction.SUBMITTED]
    return tuple(
        SubmittedReading(number=number, name=event.name, at=event.at, content=event.detail)
        for number, event in enumerate(submitted, 1)
    )


def read_then(library: Library, reading: SubmittedReading) -> Issue:
    """Return an issue's printed content as submitted. Raises UserError where that is missing."""
    data = library.review.released(reading.content)
    if data is None:
        raise UserError(tr("第 {number} 次送审的内容不在刊库里了，无从比较。", number=reading.number))
    return decode(Issue, data)


def changes_since(library: Library, issue: Issue, reading: SubmittedReading) -> tuple[IssueChange, ...]:
    """Return what an issue prints differently from a submission. Raises UserError as read_then does."""
    return printed_changes(read_then(library, reading), issue)
