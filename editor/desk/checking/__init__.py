"""Checking an issue, fixing findings, waiving them."""

from editor.desk.checking.check import (
    check_issue,
    check_whole,
    previous_issue,
    read_doubts,
    reads_doubts,
    reads_seen,
    with_doubts,
    with_seen,
)
from editor.desk.checking.fixing import apply_fixes
from editor.desk.checking.headings import FindingHeading, finding_headings
from editor.desk.checking.seen import read_library_on, read_seen
from editor.desk.checking.waiving import add_lasting, add_waiver, drop_lasting, drop_waiver

__all__ = [
    "FindingHeading",
    "add_lasting",
    "add_waiver",
    "apply_fixes",
    "check_issue",
    "check_whole",
    "drop_lasting",
    "drop_waiver",
    "finding_headings",
    "previous_issue",
    "read_doubts",
    "read_library_on",
    "read_seen",
    "reads_doubts",
    "reads_seen",
    "with_doubts",
    "with_seen",
]
