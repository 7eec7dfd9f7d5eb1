"""Storage of the review: members, introductions of keys, approvals with their files, and the log.

Every write adds its log entry in the same transaction.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.entries import Asked
from db.review_reader import SqliteReview
from db.scan_store import ScanStore
from editor.model.approval import LogEntry, LogEvent, Signed
from editor.model.approval_rules import ApprovalRules
from editor.model.issue_state import IssueState
from editor.model.publication import Publication
from editor.model.reading import ReadMark
from editor.model.review import Member, Step
from editor.model.seen_pages import SeenPages

if TYPE_CHECKING:
    from db.engine import Opened


class ReviewStore:
    """The review's part of an open library."""

    def __init__(self, *, asking: Asked, writing: "Opened") -> None:
        """Take how the library is read and written."""
        self._asking, self._writing = asking, writing
        self.scans = ScanStore(asking=asking, writing=writing)

    def members(self) -> tuple[Member, ...]:
        """Return everyone who works or worked here, by name."""
        with self._asking() as rows:
            return SqliteReview(rows).members()

    def note(self, event: LogEvent) -> None:
        """Log an event that changes nothing else."""
        from db.log import write

        with self._writing() as session:
            write(session, event)

    def save_member(self, member: Member, event: LogEvent) -> None:
        """Add or replace a member. Raises UserError where another has the name."""
        from db.log import write
        from db.reviewing import save_member

        with self._writing() as session:
            save_member(session, member)
            write(session, event)

    def save_rules(self, publication: Publication, event: LogEvent) -> None:
        """Write a publication's approvers and second_pair; nothing else of it."""
        from db.log import write
        from db.reviewing import save_rules

        with self._writing() as session:
            save_rules(session, publication)
            write(session, event)

    def rules(self, publication: str) -> ApprovalRules:
        """Return the rules of approval of a publication. Raises UserError when it is not there."""
        with self._asking() as rows:
            return SqliteReview(rows).rules(publication)

    def introductions(self) -> tuple[Signed, ...]:
        """Return the introductions of keys, in the order in which they came."""
        with self._asking() as rows:
            return SqliteReview(rows).introductions()

    def add_introduction(self, signed: Signed, event: LogEvent) -> None:
        """Add an introduction; one that exists already changes nothing."""
        from db.log import write
        from db.reviewing import add_introduction

        with self._writing() as session:
            if add_introduction(session, signed):
                write(session, event)

    def approvals(self, issue: str | None = None) -> tuple[Signed, ...]:
        """Return the approvals of an issue, or all of them, oldest first."""
        with self._asking() as rows:
            return SqliteReview(rows).approvals(issue)

    def released(self, sha256: str) -> bytes | None:
        """Return the stored bytes of a signed file; None where there are none."""
        with self._asking() as rows:
            return SqliteReview(rows).released(sha256)

    def seen_pages(self, approval: str) -> SeenPages | None:
        """Return the pictures kept with an approval, None where there are none. approval: digest of its statement."""
        with self._asking() as rows:
            return SqliteReview(rows).seen_pages(approval)

    def log(self, issue: str | None = None) -> tuple[LogEntry, ...]:
        """Return the log, or its entries about an issue, oldest first."""
        with self._asking() as rows:
            return SqliteReview(rows).log(issue)

    def take_step(self, step: Step, event: LogEvent, *, read: ReadMark | None = None) -> IssueState:
        """Take the event's issue a step further and return its state. Raises UserError where the step is not open.

        Of a submission the content is kept and logged by its sha256, after an entry with the remark made with it.
        Approving is not done here: see approve.
        """
        if step is Step.APPROVE:
            raise ValueError("an issue is approved by a signature")
        from db.reviewing import take_step

        with self._writing() as session:
            return take_step(session, step, event, read)

    def approve(
        self,
        signed: Signed,
        files: Iterable[bytes],
        event: LogEvent,
        *,
        seen: SeenPages | None = None,
        read: ReadMark | None = None,
    ) -> None:
        """Store an approval with its files, pictures of its pages and a read mark; close the issue.

        Raises UserError where the issue is not submitted or was changed since, ValueError for other files.
        """
        from db.reviewing import approve, keep_seen

        with self._writing() as session:
            approve(session, signed, files, event)
            keep_seen(session, signed, seen, read)
