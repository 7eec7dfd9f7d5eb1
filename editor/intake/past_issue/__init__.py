"""Reading a past issue from the text of its printed pages."""

from editor.intake.past_issue.reader import read_past_issue
from editor.intake.past_issue.reading_types import (
    CORRECTABLE,
    Correction,
    Doubt,
    LineMark,
    LineRole,
    ParsedIssue,
    Unplaced,
)

__all__ = [
    "CORRECTABLE",
    "Correction",
    "Doubt",
    "LineMark",
    "LineRole",
    "ParsedIssue",
    "Unplaced",
    "read_past_issue",
]
