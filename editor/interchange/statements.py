"""Signed statements as bytes: canonical JSON with a head, so that one kind cannot be taken for another.

Signed bytes are stored and sent unchanged; they are decoded by today's rules but never encoded anew.
"""

import hashlib
from typing import Final, Literal, TypeVar

from editor.interchange.codec import decode, encode
from editor.model.approval import Approval, Introduction, LogEntry, LogEvent
from editor.model.dataclass import dataclass

VERSION: Final = 1
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalStatement:
    """The statement of an approval."""

    format: Literal["bulletin-approval"]
    version: Literal[1]
    approval: Approval


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyStatement:
    """The statement of a key."""

    format: Literal["bulletin-key"]
    version: Literal[1]
    introduction: Introduction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    number: int
    before: str
    event: LogEvent


def approval_statement(approval: Approval) -> str:
    """Return what is signed to approve."""
    return encode(ApprovalStatement(format="bulletin-approval", version=VERSION, approval=approval)).decode()


def read_approval(statement: str) -> Approval:
    """Return the approval of a statement. Raises UserError for anything else."""
    return decode(ApprovalStatement, statement.encode()).approval


def key_statement(introduction: Introduction) -> str:
    """Return what is signed to introduce a key."""
    return encode(KeyStatement(format="bulletin-key", version=VERSION, introduction=introduction)).decode()


def read_introduction(statement: str) -> Introduction:
    """Return the introduction of a statement. Raises UserError for anything else."""
    return decode(KeyStatement, statement.encode()).introduction


def digest(statement: str) -> str:
    """Return the sha256 (hex) by which a statement is named."""
    return hashlib.sha256(statement.encode()).hexdigest()


def link(event: LogEvent, before: LogEntry | None) -> LogEntry:
    """Return an event as the log entry that follows another, None for the first."""
    number, last = (before.number + 1, before.hash) if before else (1, "")
    return LogEntry(number=number, event=event, before=last, hash=_hash(number, last, event))


def first_broken(entries: tuple[LogEntry, ...]) -> int | None:
    """Return the number of the first entry that was altered or is missing, None if the chain is intact."""
    last = ""
    for number, entry in enumerate(entries, 1):
        if (entry.number, entry.before) != (number, last) or entry.hash != _hash(number, last, entry.event):
            return number
        last = entry.hash
    return None


def _hash(number: int, before: str, event: LogEvent) -> str:
    return hashlib.sha256(encode(_Link(number=number, before=before, event=event))).hexdigest()
