"""Head and foot of every paper of an issue."""

import datetime as dt

import editor
from editor.document.papers import PaperHeading
from editor.model.issue import Issue
from editor.model.number import date_label, label

_PROGRAM = "简报编辑台"


def heading_of(issue: Issue, name: str, made: dt.datetime, *, aside: str = "", more: str = "") -> PaperHeading:
    """Return the heading of a paper over an issue. made: local time; more: a sentence at the foot."""
    return PaperHeading(
        masthead=issue.profile.masthead,
        name=name,
        line=(f"{issue.number.year}年{''.join(label(issue.number)[:1])}", *label(issue.number)[1:]),
        made=made,
        aside=aside or date_label(issue.date),
        foot=foot(made, more),
        accent=issue.profile.accent,
    )


def foot(made: dt.datetime, more: str = "") -> str:
    """Return the foot of a paper: the program, the time (local), and more."""
    return f"{_PROGRAM} {editor.__version__} 生成，{moment(made)}。{more}"


def moment(at: dt.datetime) -> str:
    """Return an instant as papers give it, in local time."""
    here = at.astimezone()
    return f"{date_label(here.date())} {here:%H:%M}"
