"""What the review needs of a library, without saying how it is kept."""

from collections.abc import Iterable
from typing import Protocol

from editor.model.approval import LogEntry, LogEvent, Signed
from editor.model.publication import Publication
from editor.model.reading import ReadMark
from editor.model.review import IssueState, Member, Step
from editor.model.seen_pages import SeenPages
from editor.model.signed_scan import SignedScan


class ReviewReader(Protocol):
    """What is read of members, introductions of keys, approvals with their files, the log."""

    def members(self) -> tuple[Member, ...]:
        """Return everyone who works or worked here, by name."""

    def introductions(self) -> tuple[Signed, ...]:
        """Return the introductions of keys, in the order in which they came."""

    def approvals(self, issue: str | None = None) -> tuple[Signed, ...]:
        """Return the approvals of an issue, or all of them, oldest first."""

    def released(self, sha256: str) -> bytes | None:
        """Return a file that was signed, exactly as it was kept; None where it is not there."""

    def scans(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans of an issue's forms that are shown, oldest first."""

    def scan(self, sha256: str) -> bytes | None:
        """Return a scan as it was kept; None where it is not there."""

    def log(self, issue: str | None = None) -> tuple[LogEntry, ...]:
        """Return the log, or what of it tells of an issue, oldest first."""


class ReviewLibrary(ReviewReader, Protocol):
    """Members, introductions of keys, approvals with their files, the log.

    Only members change; every write logs its event in the same transaction. A read-only library refuses it (UserError).
    """

    def note(self, event: LogEvent) -> None:
        """Log what changes nothing else."""

    def save_member(self, member: Member, event: LogEvent) -> None:
        """Add or replace a member. Raises UserError where another has the name."""

    def save_rules(self, publication: Publication, event: LogEvent) -> None:
        """Write a publication's approvers and second_pair, which nothing else changes; the rest stays as it is."""

    def add_introduction(self, signed: Signed, event: LogEvent) -> None:
        """Keep an introduction; one that is there already changes nothing."""

    def seen_pages(self, approval: str) -> SeenPages | None:
        """Return the pictures kept with an approval, None where there are none. approval: digest of its statement."""

    def withdrawn_scans(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans that were withdrawn, oldest first."""

    def add_scan(self, scan: SignedScan, data: bytes, event: LogEvent) -> None:
        """Keep a scan; one that is shown already changes nothing, one that was withdrawn is shown again.

        It is no part of the approval. Raises ValueError for bytes that are not those of the scan, or where there is no
        such approval.
        """

    def withdraw_scan(self, scan: SignedScan, event: LogEvent) -> None:
        """Show a scan no more, and leave it out of packages; the bytes stay."""

    def take_step(self, step: Step, event: LogEvent, *, read: ReadMark | None = None) -> IssueState:
        """Take the event's issue a step further and return its state. Raises UserError where the step is not open.

        What is handed in is kept, and named in the log by its sha256 (see `readings`); the event's words stand before
        it, as a remark. read: a mark that goes with the step. An approval is no such step: see approve.
        """

    def approve(
        self,
        signed: Signed,
        files: Iterable[bytes],
        event: LogEvent,
        *,
        seen: SeenPages | None = None,
        read: ReadMark | None = None,
    ) -> None:
        """Keep an approval with the files that it names, how its pages look and that they were read; close the issue.

        Raises UserError where the issue is not submitted or was changed since, ValueError for other files.
        """
