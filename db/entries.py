"""The list of issues, read without the model of a whole issue: what a list shows, and which rows are damaged.

A row that is as it was stored is read here; any other is left to `values`, which names what is wrong with it.
"""

import datetime as dt
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from db.checks import CHECKS, checksum
from editor.desk.issue_entry import IssueEntry
from editor.interchange.number_line import plain_number
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from editor.model.language import tr
from editor.model.number import reference
from editor.model.saying import said_number

Rows = Callable[..., list[sqlite3.Row]]
"""Runs a query with its values and returns all rows, read by their columns' names."""
Asked = Callable[[], AbstractContextManager[Rows]]
"""Begins to read an open library in one state."""
LATEST = "latest"
_CHECKED = CHECKS["issues"]["checksum"]
# counted once for all, and sorted without the long column: half the time of a count and a sort of whole rows
_ISSUES = f"""
    SELECT {", ".join(_CHECKED)}, checksum, coalesce(many, 0) AS many FROM issues
    LEFT JOIN (SELECT issue, count(*) AS many FROM articles GROUP BY issue) ON issue = uid
"""  # noqa: S608 - nothing of it is input


def issues(rows: Rows) -> tuple[IssueEntry, ...]:
    """Return the list of issues, newest first."""
    found = sorted(rows(_ISSUES), key=lambda row: str(row["uid"]))
    found.sort(key=lambda row: str(row["date"]), reverse=True)
    return tuple(_quick_entry(row) or _careful_entry(row) for row in found)


def named_entry(entries: Sequence[IssueEntry], wanted: str) -> IssueEntry:
    """Return the issue named by total number, 2024-50, latest or uid; entries: newest first. Raises UserError."""
    if not entries:
        raise UserError(tr("刊库里还没有期刊，请先导入一期。"))
    match = next((entry for entry in entries if _is_named(entry, wanted)), None)
    if match is None:
        newest = tr("，").join(said_number(entries[0].number))
        raise UserError(tr("刊库里没有“{wanted}”这一期。最新一期是 {label}。", wanted=wanted, label=newest))
    return match


def _quick_entry(row: sqlite3.Row) -> IssueEntry | None:
    """Return the line of a row that fits its checksum and can be read, None for any other."""
    *values, kept, many = row
    uid, publication, masthead, date, number, state, articles, _data = values
    if kept is None or articles not in (None, many) or kept != checksum(*values):
        return None
    read = plain_number(number) if isinstance(number, str) else None
    if read is None:
        return None
    try:
        return IssueEntry(
            uid=uid,
            publication=publication,
            masthead=masthead,
            number=read,
            date=dt.date.fromisoformat(date),
            state=IssueState(state),
            articles=many,
        )
    except (ValueError, TypeError):
        return None


def _careful_entry(row: sqlite3.Row) -> IssueEntry:
    from db.values import entry_value

    return entry_value(row.__getitem__, row["many"])


def _is_named(entry: IssueEntry, wanted: str) -> bool:
    number = entry.number
    if wanted in (LATEST, reference(number), entry.uid):
        return True
    totals = range(number.total, (number.total_last or number.total) + 1) if number.total else ()
    return wanted.isdecimal() and int(wanted) in totals
