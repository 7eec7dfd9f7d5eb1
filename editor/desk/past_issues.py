"""Past issues: those with a later issue of their publication. They are read-only until the user unlocks one."""

import datetime as dt
from collections.abc import Iterable

from editor.desk.issue_entry import IssueEntry


def past_issues(entries: Iterable[IssueEntry]) -> frozenset[str]:
    """Return the uids of past issues. entries: of every publication concerned."""
    known = tuple(entries)
    latest: dict[str, dt.date] = {}
    for entry in known:
        latest[entry.publication] = max(entry.date, latest.get(entry.publication, entry.date))
    return frozenset(entry.uid for entry in known if entry.date < latest[entry.publication])
