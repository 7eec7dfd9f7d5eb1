"""Members, scans and entries of the log from the columns of a library: none of them needs the model of an issue."""

import datetime as dt
import json

from db.checks import Column, spoilt
from db.row_damage import naming_damage, short_words
from editor.model.approval import LogAction, LogEntry, LogEvent
from editor.model.approval_rules import ApprovalRules
from editor.model.damage import Record
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.review import Member, Role
from editor.model.signed_scan import ScanKind, SignedScan

# up to here no character is one that the codec would have to look at
_PLAIN = "\uffbf"


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


def plain_rules(row: Column) -> ApprovalRules | None:
    """Return the rules of approval of a publication's row; None for one that only `values` can judge.

    Read without the rest: the model of a publication takes a list of signed issues a tenth longer.
    """
    data = row("data")
    if not isinstance(data, str) or row("checksum") is None or spoilt(Record.PUBLICATION, row):
        return None
    if "\\" in data or max(data, default="") > _PLAIN:
        return None
    try:
        fields = json.loads(data)
        said = fields["uid"], fields["profile"]["masthead"]
        approvers, second_pair = fields.get("approvers", []), fields.get("second_pair", False)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    known = type(second_pair) is bool and type(approvers) is list and all(type(one) is str for one in approvers)
    if said != (row("uid"), row("masthead")) or not known:
        return None
    return ApprovalRules(publication=said[0], masthead=said[1], approvers=tuple(approvers), second_pair=second_pair)
