"""Makes read marks and compares an issue with one."""

import datetime as dt

from editor.interchange.canonical import content_hash, printed
from editor.model.issue import Issue
from editor.model.reading import ReadMark


def reading_of(issue: Issue, *, reader: str, at: dt.datetime) -> ReadMark:
    """Return the mark that somebody has read an issue as it stands. at: UTC."""
    return ReadMark(reader=reader, at=at, hash=content_hash(issue), issue=printed(issue))


def is_same(reading: ReadMark, issue: Issue) -> bool:
    """Return whether an issue still prints what was read."""
    return reading.hash == content_hash(issue)
