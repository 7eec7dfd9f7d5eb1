"""Storage of the review: members, introductions of keys, approvals with their files, and the log.

Every write adds its log entry in the same transaction.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import queries, rows
from db.closed import stored_issue
from db.engine import Opened, rows_of
from db.log import write
from db.reading import add_reading
from db.review_reader import SqliteReview
from db.saving import save_state
from db.scan_store import ScanStore
from db.seen_pages import add_seen_pages, seen_pages_of
from db.tables import ApprovalRow, IntroductionRow, MemberRow, ReleasedFileRow
from editor.interchange.canonical import content_hash, issue_content
from editor.interchange.statements import digest, read_approval
from editor.model.approval import LogAction, LogEntry, LogEvent, Signed
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import STATE_NAMES, IssueState
from editor.model.language import tr, tr_marked
from editor.model.publication import Publication
from editor.model.reading import ReadMark
from editor.model.review import STEP_NAMES, Member, Step, state_after
from editor.model.saying import said_number
from editor.model.seen_pages import SeenPages


class ReviewStore:
    """The review's part of an open library."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take two functions that open a session of the library."""
        self._reading, self._writing = reading, writing
        self.scans = ScanStore(reading=reading, writing=writing)

    def members(self) -> tuple[Member, ...]:
        """Return everyone who works or worked here, by name."""
        with self._reading() as session:
            return _asked(session).members()

    def note(self, event: LogEvent) -> None:
        """Log an event that changes nothing else."""
        with self._writing() as session:
            write(session, event)

    def save_member(self, member: Member, event: LogEvent) -> None:
        """Add or replace a member. Raises UserError where another has the name."""
        with self._writing() as session:
            other = session.scalars(select(MemberRow).where(MemberRow.name == member.name)).first()
            if other and other.uid != member.uid:
                raise UserError(tr("名单里已经有“{name}”了。两个人同名时，请加上部门以示区别。", name=member.name))
            row = MemberRow(uid=member.uid, name=member.name, role=member.role, retired=member.retired)
            session.merge(row)
            write(session, event)

    def save_rules(self, publication: Publication, event: LogEvent) -> None:
        """Write a publication's approvers and second_pair; nothing else of it."""
        with self._writing() as session:
            stored = queries.publication(rows_of(session), publication.uid)
            ruled = replace(stored, approvers=publication.approvers, second_pair=publication.second_pair)
            session.merge(rows.publication_row(ruled))
            write(session, event)

    def introductions(self) -> tuple[Signed, ...]:
        """Return the introductions of keys, in the order in which they came."""
        with self._reading() as session:
            return _asked(session).introductions()

    def add_introduction(self, signed: Signed, event: LogEvent) -> None:
        """Add an introduction; one that exists already changes nothing."""
        with self._writing() as session:
            if add_introduction(session, signed):
                write(session, event)

    def approvals(self, issue: str | None = None) -> tuple[Signed, ...]:
        """Return the approvals of an issue, or all of them, oldest first."""
        with self._reading() as session:
            return _asked(session).approvals(issue)

    def released(self, sha256: str) -> bytes | None:
        """Return the stored bytes of a signed file; None where there are none."""
        with self._reading() as session:
            return _asked(session).released(sha256)

    def seen_pages(self, approval: str) -> SeenPages | None:
        """Return the pictures kept with an approval, None where there are none. approval: digest of its statement."""
        with self._reading() as session:
            return seen_pages_of(session, approval)

    def log(self, issue: str | None = None) -> tuple[LogEntry, ...]:
        """Return the log, or its entries about an issue, oldest first."""
        with self._reading() as session:
            return _asked(session).log(issue)

    def take_step(self, step: Step, event: LogEvent, *, read: ReadMark | None = None) -> IssueState:
        """Take the event's issue a step further and return its state. Raises UserError where the step is not open.

        Of a submission the content is kept and logged by its sha256, after an entry with the remark made with it.
        Approving is not done here: see approve.
        """
        if step is Step.APPROVE:
            raise ValueError("an issue is approved by a signature")
        with self._writing() as session:
            issue = stored_issue(session, event.issue)
            if step is Step.SUBMIT:
                if event.detail and state_after(issue.archive.state, step):
                    write(session, replace(event, action=LogAction.REMARK))
                event = replace(event, detail=add_released(session, issue_content(issue)))
            if read:
                add_reading(session, read)
            return _step(session, issue, step, event)

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
        approval, kept = read_approval(signed.statement), tuple(files)
        digests = {hashlib.sha256(data).hexdigest() for data in kept}
        if digests != {approval.content, approval.pdf, approval.word}:
            raise ValueError("the files are not those of the approval")
        with self._writing() as session:
            issue = stored_issue(session, approval.issue)
            _step(session, issue, Step.APPROVE, event)
            if content_hash(issue) != approval.content:
                raise UserError(tr("签发的同时有人改了这一期，没有签发。请重新看过版面再签。"))
            add_approval(session, signed)
            if read:
                add_reading(session, read)
            if seen:
                add_seen_pages(session, digest(signed.statement), seen)
            for data in kept:
                add_released(session, data)


def _asked(session: Session) -> SqliteReview:
    return SqliteReview(rows_of(session))


def add_introduction(session: Session, signed: Signed) -> bool:
    """Add an introduction. Return whether it is new."""
    name = digest(signed.statement + signed.key)
    if session.scalars(select(IntroductionRow).where(IntroductionRow.digest == name)).first():
        return False
    session.add(IntroductionRow(digest=name, statement=signed.statement, key=signed.key, signature=signed.signature))
    return True


def add_approval(session: Session, signed: Signed) -> None:
    """Add an approval."""
    session.add(
        ApprovalRow(
            digest=digest(signed.statement),
            issue=read_approval(signed.statement).issue,
            statement=signed.statement,
            key=signed.key,
            signature=signed.signature,
        )
    )


def add_released(session: Session, data: bytes) -> str:
    """Store a signed file once; return its sha256."""
    sha256 = hashlib.sha256(data).hexdigest()
    if session.get(ReleasedFileRow, sha256) is None:
        session.add(ReleasedFileRow(sha256=sha256, data=data))
    return sha256


def _step(session: Session, issue: Issue, step: Step, event: LogEvent) -> IssueState:
    before = issue.archive.state
    after = state_after(before, step)
    if after is None:
        now = tr(
            "{label} 现在是“{state}”",
            label=" ".join(said_number(issue.number)),
            state=tr_marked(STATE_NAMES[before]),
        )
        raise UserError(tr("{now}，不能{step}。", now=now, step=tr_marked(STEP_NAMES[step])))
    save_state(session, issue, after)
    write(session, event)
    return after
