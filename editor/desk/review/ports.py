"""Ports: what the review needs of a library."""

from collections.abc import Iterable
from typing import Protocol

from editor.model.approval import LogEntry, LogEvent, Signed
from editor.model.approval_rules import ApprovalRules
from editor.model.issue_state import IssueState
from editor.model.publication import Publication
from editor.model.reading import ReadMark
from editor.model.review import Member, Step
from editor.model.seen_pages import SeenPages
from editor.model.signed_scan import SignedScan


class ScanReader(Protocol):
    """Scans of the forms that were signed for an issue, as they are read."""

    def listed(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans of an issue's forms that are shown, oldest first."""

    def data(self, sha256: str) -> bytes | None:
        """Return the stored bytes of a scan; None where there are none."""


class ScanLibrary(ScanReader, Protocol):
    """Scans of signed forms: added and withdrawn, never changed."""

    def withdrawn(self, issue: str) -> tuple[SignedScan, ...]:
        """Return the scans that were withdrawn, oldest first."""

    def add(self, scan: SignedScan, data: bytes, event: LogEvent) -> None:
        """Add a scan; one that is shown already changes nothing, a withdrawn one is shown again.

        It is not part of the approval. Raises ValueError for bytes that do not fit the scan, or where its approval does
        not exist.
        """

    def withdraw(self, scan: SignedScan, event: LogEvent) -> None:
        """Hide a scan and leave it out of packages; its bytes are kept."""


class ReviewReader(Protocol):
    """Reads members, introductions of keys, approvals with their files, the log."""

    def members(self) -> tuple[Member, ...]:
        """Return everyone who works or worked here, by name."""

    def rules(self, publication: str) -> ApprovalRules:
        """Return the rules of approval of a publication. Raises UserError when it is not there."""

    def introductions(self) -> tuple[Signed, ...]:
        """Return the introductions of keys, in the order in which they came."""

    def approvals(self, issue: str | None = None) -> tuple[Signed, ...]:
        """Return the approvals of an issue, or all of them, oldest first."""

    def released(self, sha256: str) -> bytes | None:
        """Return the stored bytes of a signed file; None where there are none."""

    @property
    def scans(self) -> ScanReader:
        """Scans of signed forms."""

    def log(self, issue: str | None = None) -> tuple[LogEntry, ...]:
        """Return the log, or its entries about an issue, oldest first."""


class ReviewLibrary(ReviewReader, Protocol):
    """Members, introductions of keys, approvals with their files, the log.

    Only members change; every write logs its event in the same transaction. A read-only library refuses it (UserError).
    """

    def note(self, event: LogEvent) -> None:
        """Log an event that changes nothing else."""

    def save_member(self, member: Member, event: LogEvent) -> None:
        """Add or replace a member. Raises UserError where another has the name."""

    def save_rules(self, publication: Publication, event: LogEvent) -> None:
        """Write a publication's approvers and second_pair, which nothing else changes, and nothing else of it."""

    def add_introduction(self, signed: Signed, event: LogEvent) -> None:
        """Add an introduction; one that exists already changes nothing."""

    def seen_pages(self, approval: str) -> SeenPages | None:
        """Return the pictures kept with an approval, None where there are none. approval: digest of its statement."""

    @property
    def scans(self) -> ScanLibrary:
        """Scans of signed forms."""

    def take_step(self, step: Step, event: LogEvent, *, read: ReadMark | None = None) -> IssueState:
        """Take the event's issue a step further and return its state. Raises UserError where the step is not open.

        Of a submission the content is kept and logged by its sha256 (see `readings`), after an entry with the event's
        words as a remark. read: a read mark to add. Approving is not done here: see approve.
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
        """Store an approval with its files, pictures of its pages and a read mark; close the issue.

        Raises UserError where the issue is not submitted or was changed since, ValueError for other files.
        """
