"""What the signs beside the lines say of a reading."""

from collections.abc import Iterator

from editor.desk.past_reading import PastReading
from editor.intake.past_issue import LineRole, ParsedIssue
from editor.ui.importing.role_words import UNPLACED, WORDS
from editor.ui.importing.source_view import LineSigns

_STRONG = frozenset((LineRole.TITLE, LineRole.SECTION))
_FAINT = frozenset((LineRole.FURNITURE, LineRole.LEFT_OUT))


def signs_of(reading: PastReading) -> LineSigns:
    """Return the signs of a file's lines."""
    parsed = reading.parsed
    roles = {mark.line: WORDS[mark.role] for mark in parsed.marks}
    return LineSigns(
        roles=roles | {one.line: UNPLACED for one in parsed.unplaced},
        faint=frozenset(_of(parsed, _FAINT)),
        strong=frozenset(_of(parsed, _STRONG)),
        doubts={one.line: one.reason for one in parsed.doubts},
        unplaced={one.line: one.reason for one in parsed.unplaced},
        said=frozenset(one.line for one in reading.corrections),
    )


def _of(parsed: ParsedIssue, roles: frozenset[LineRole]) -> Iterator[int]:
    return (mark.line for mark in parsed.marks if mark.role in roles)
