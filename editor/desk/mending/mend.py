"""Repairs a record and logs it."""

from editor.desk.ports import Library
from editor.desk.review.steps import By
from editor.model.approval import LogAction, LogEvent
from editor.model.damage import Record, Remedy


def mend(library: Library, remedy: Remedy, by: By) -> None:
    """Repair a record. Raises UserError where it has changed since the remedy was offered."""
    damage = remedy.damage
    issue = damage.uid if damage.record is Record.ISSUE else damage.place if damage.record is Record.ARTICLE else ""
    detail = f"{damage.name}：{remedy.words}"
    event = LogEvent(action=LogAction.MENDED, name=by.name, at=by.at, issue=issue, detail=detail)
    library.mending.mend(remedy, event)
