"""Writes of the review. Each adds its log entry in the same transaction."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import queries, rows
from db.closed import stored_issue
from db.engine import rows_of
from db.log import write
from db.reading import add_reading
from db.saving import save_state
from db.seen_pages import add_seen_pages
from db.tables import ApprovalRow, IntroductionRow, MemberRow, ReleasedFileRow
from editor.interchange.canonical import content_hash, issue_content
from editor.interchange.statements import digest, read_approval
from editor.model.approval import LogAction, LogEvent, Signed
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import STATE_NAMES, IssueState
from editor.model.language import tr, tr_marked
from editor.model.publication import Publication
from editor.model.reading import ReadMark
from editor.model.review import STEP_NAMES, Member, Step, state_after
from editor.model.saying import said_number
from editor.model.seen_pages import SeenPages


def save_member(session: Session, member: Member) -> None:
    """Add or replace a member. Raises UserError where another has the name."""
    other = session.scalars(select(MemberRow).where(MemberRow.name == member.name)).first()
    if other and other.uid != member.uid:
        raise UserError(tr("名单里已经有“{name}”了。两个人同名时，请加上部门以示区别。", name=member.name))
    session.merge(MemberRow(uid=member.uid, name=member.name, role=member.role, retired=member.retired))


def save_rules(session: Session, publication: Publication) -> None:
    """Write a publication's approvers and second_pair; nothing else of it."""
    known = queries.publication(rows_of(session), publication.uid)
    ruled = replace(known, approvers=publication.approvers, second_pair=publication.second_pair)
    session.merge(rows.publication_row(ruled))


def take_step(session: Session, step: Step, event: LogEvent, read: ReadMark | None) -> IssueState:
    """Take the event's issue a step further and return its state; see ReviewStore.take_step."""
    issue = stored_issue(session, event.issue)
    if step is Step.SUBMIT:
        if event.detail and state_after(issue.archive.state, step):
            write(session, replace(event, action=LogAction.REMARK))
        event = replace(event, detail=add_released(session, issue_content(issue)))
    if read:
        add_reading(session, read)
    return _step(session, issue, step, event)


def approve(session: Session, signed: Signed, files: Iterable[bytes], event: LogEvent) -> None:
    """Store an approval with its files and close the issue; see ReviewStore.approve."""
    approval, kept = read_approval(signed.statement), tuple(files)
    digests = {hashlib.sha256(data).hexdigest() for data in kept}
    if digests != {approval.content, approval.pdf, approval.word}:
        raise ValueError("the files are not those of the approval")
    issue = stored_issue(session, approval.issue)
    _step(session, issue, Step.APPROVE, event)
    if content_hash(issue) != approval.content:
        raise UserError(tr("签发的同时有人改了这一期，没有签发。请重新看过版面再签。"))
    add_approval(session, signed)
    for data in kept:
        add_released(session, data)


def keep_seen(session: Session, signed: Signed, seen: SeenPages | None, read: ReadMark | None) -> None:
    """Keep with an approval what its signer saw: pictures of the pages, and a read mark."""
    if read:
        add_reading(session, read)
    if seen:
        add_seen_pages(session, digest(signed.statement), seen)


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
