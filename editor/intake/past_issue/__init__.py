"""Reading a past issue from the text of its printed pages."""

from editor.intake.past_issue.reader import read_formed_issue, read_past_issue
from editor.intake.past_issue.reading_types import (
    CORRECTABLE,
    Correction,
    Doubt,
    LineMark,
    LineRole,
    ParsedIssue,
    Unplaced,
)
from editor.intake.past_issue.structure import FormedLine, FormedText, LineForm

__all__ = [
    "CORRECTABLE",
    "Correction",
    "Doubt",
    "FormedLine",
    "FormedText",
    "LineForm",
    "LineMark",
    "LineRole",
    "ParsedIssue",
    "Unplaced",
    "read_formed_issue",
    "read_past_issue",
]
