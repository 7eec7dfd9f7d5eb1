"""What came in for an issue, as a library lists it without reading the issue."""

import datetime as dt

from editor.model.dataclass import dataclass
from editor.model.issue_state import IssueState
from editor.model.number import Number
from editor.model.origin import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedArticle:
    """An article of an issue that somebody sent. article, issue: identities; section: its name; date: the issue's."""

    article: str
    title: str
    receipt: Receipt
    section: str
    issue: str
    number: Number
    date: dt.date
    state: IssueState
