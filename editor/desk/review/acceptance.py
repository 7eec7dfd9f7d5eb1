"""Accepting a log that differs from what this machine remembers: declared right, or after restoring a backup.

Both are logged. Approvals that this machine saw withdrawn or replaced remain so.
"""

from editor.desk.review.anchors import head_of, with_head
from editor.desk.review.entries import read_entries
from editor.desk.review.keyring import remembered
from editor.desk.review.looking import look
from editor.desk.review.office import Office
from editor.desk.review.remarks import Doubt
from editor.desk.review.steps import By
from editor.model.approval import LogAction, LogEvent
from editor.model.errors import UserError
from editor.model.language import tr


def accept_log(office: Office, by: By) -> None:
    """Declare the present log to be right, log that, and remember its end on this machine. Raises UserError."""
    log = look(office).log
    if log.broken:
        raise UserError(tr("{said}这不是还原或另用一份能说明的，请用改动之前的备份。", said=log.remarks[0].words))
    if all(one.doubt is not Doubt.ROLLED_BACK for one in log.remarks):
        raise UserError(tr("刊库的记录和这台电脑上次看到的接得上，没有什么要认可的。"))
    _note_and_remember(office, LogAction.ACCEPTED, by, _left(office))


def note_restored(office: Office, backup: str, by: By) -> str:
    """Log that a backup replaced the library, and remember the new log on this machine. backup: its file's name.

    To be called with the restored library open. Return a message, empty for none: if this machine cannot store what it
    remembers, the library is restored nevertheless. Raises UserError where the restoring cannot be logged.
    """
    detail = "；".join(filter(None, (backup, _left(office))))
    try:
        _note_and_remember(office, LogAction.RESTORED, by, detail)
    except UnseenError as error:
        return str(error)
    return ""


class UnseenError(UserError):
    """The entry was logged, but this machine could not store what it remembers of the log."""


def _note_and_remember(office: Office, action: LogAction, by: By, detail: str) -> None:
    office.review.note(LogEvent(action=action, name=by.name, at=by.at, detail=detail))
    log = read_entries(office.review)
    try:
        office.trust.remember(lambda seen: with_head(seen, head_of(log.entries, office.place)))
    except UserError as error:
        raise UnseenError(tr("这台电脑没有记下刊库的记录到了哪里：{error}", error=error)) from error


def _left(office: Office) -> str:
    """Return in words how far the log went when this machine saw it last, at this place or another."""
    seen, entries = remembered(office.trust), read_entries(office.review).entries
    here = seen.head_at(office.place)
    heads = (here,) if here else seen.heads_of(entries[0].hash if entries else "")
    furthest = max(heads, key=lambda one: one.number, default=None)
    return f"之前看到第 {furthest.number} 条（{furthest.hash[:12]}）" if furthest else ""
