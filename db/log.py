"""The log's rows: each holds the hash of the one before."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.tables import LogRow
from editor.interchange.statements import link
from editor.model.approval import LogAction, LogEntry, LogEvent
from editor.model.errors import UserError
from editor.model.language import tr


def write(session: Session, event: LogEvent) -> None:
    """Add an event behind the last one."""
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


def entries(session: Session, issue: str | None) -> Iterator[LogEntry]:
    """Yield the entries, or those that tell of an issue, oldest first. Raises UserError for one that was spoilt."""
    query = select(LogRow).order_by(LogRow.number)
    return map(_entry, session.scalars(query if issue is None else query.where(LogRow.issue == issue)))


def _entry(row: LogRow) -> LogEntry:
    try:
        action, at = LogAction(row.action), dt.datetime.fromisoformat(row.at)
        event = LogEvent(action=action, name=row.name, at=at, issue=row.issue, detail=row.detail)
    except (ValueError, TypeError) as error:
        raise UserError(
            tr("刊库的记录第 {number} 条被改动过，读不出来。请用改动之前的备份。", number=row.number)
        ) from error
    return LogEntry(number=row.number, event=event, before=row.before, hash=row.hash)
