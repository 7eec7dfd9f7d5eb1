"""Writes the review's log: each row holds the hash of the one before."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.review_values import entry_of_log
from db.tables import LogRow
from editor.interchange.statements import link
from editor.model.approval import LogEntry, LogEvent


def write(session: Session, event: LogEvent) -> None:
    """Append an event to the log."""
    last = session.scalars(select(LogRow).order_by(LogRow.number.desc()).limit(1)).first()
    made = link(event, _entry(last) if last else None)
    row = LogRow(
        number=made.number,
        action=event.action,
        name=event.name,
        at=event.at.isoformat(),
        issue=event.issue,
        detail=event.detail,
        before=made.before,
        hash=made.hash,
    )
    session.add(row)
    session.flush()


def _entry(row: LogRow) -> LogEntry:
    return entry_of_log(row.number, row.action, row.name, row.at, row.issue, row.detail, row.before, row.hash)
