"""A line of the list of issues: all that a list needs, without the model of a whole issue."""

import datetime as dt

from editor.model.dataclass import dataclass
from editor.model.issue_state import IssueState
from editor.model.number import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueEntry:
    """A line of the list of issues. articles: how many; damage: why it cannot be opened, empty where it can."""

    uid: str
    publication: str
    masthead: str
    number: Number
    date: dt.date
    state: IssueState
    articles: int
    damage: str = ""
