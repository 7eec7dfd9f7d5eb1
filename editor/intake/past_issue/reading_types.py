"""Results of reading a past issue."""

from dataclasses import dataclass

from editor.model.issue import Issue
from editor.model.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A line that is not in the issue. line: from 1 in the file."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedIssue:
    """A past issue as read. unplaced: lines that are not in the issue; report: what an editor should look at."""

    issue: Issue
    publication: Publication
    unplaced: tuple[Unplaced, ...] = ()
    report: tuple[str, ...] = ()
