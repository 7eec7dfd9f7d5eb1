"""Members, scans and entries of the log from the columns of a library: none of them needs the model of an issue."""

import datetime as dt

from db.checks import Column
from db.row_damage import naming_damage, short_words
from editor.model.approval import LogAction, LogEntry, LogEvent
from editor.model.damage import Record
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.review import Member, Role
from editor.model.signed_scan import ScanKind, SignedScan


def member_value(row: Column) -> Member:
    """Return the member of its row. Raises DamageError."""
    with naming_damage(Record.MEMBER, lambda: tr("名单里的“{name}”", name=short_words(row, "name")), row):
        return Member(uid=row("uid"), name=row("name"), role=Role(row("role")), retired=bool(row("retired")))


def scan_value(row: Column) -> SignedScan:
    """Return the scan of its row. Raises DamageError."""
    with naming_damage(
        Record.SCAN, lambda: tr("扫描件“{name}”", name=short_words(row, "title")), row, uid="sha256", place="issue"
    ):
        words = {name: row(name) for name in ("issue", "approval", "sha256", "title", "name")}
        return SignedScan(**words, kind=ScanKind(row("kind")), at=dt.datetime.fromisoformat(row("at")))


def entry_of_log(  # noqa: PLR0913, PLR0917 - the columns of a row
    number: int, action: str, name: str, at: str, issue: str, detail: str, before: str, own: str
) -> LogEntry:
    """Return the entry of a row's columns; own: its hash. Raises UserError for a damaged one."""
    try:
        moment = dt.datetime.fromisoformat(at)
        event = LogEvent(action=LogAction(action), name=name, at=moment, issue=issue, detail=detail)
    except (ValueError, TypeError) as error:
        raise UserError(
            tr("刊库的记录第 {number} 条被改动过，读不出来。请用改动之前的备份。", number=number)
        ) from error
    return LogEntry(number=number, event=event, before=before, hash=own)
