"""Approved issues from other libraries: they are closed here only with a valid signature.

The import reports whose signature it is and whether it counts; until its key is trusted here, nothing is exported as
approved.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from editor.desk.review.approvals import content_changes, ended_remarks, signature_remarks
from editor.desk.review.held import Held, approvals_in_force, held
from editor.desk.review.keyring import keyring_of
from editor.desk.review.office import ReadingOffice
from editor.desk.review.remarks import Remark, serious
from editor.desk.review.replay import received_words
from editor.desk.review.signatures import is_signed
from editor.desk.starting.author import suggested_author
from editor.interchange.package import ApprovalEvidence
from editor.model.approval import LogAction, LogEvent, Signed
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED, STATE_NAMES, IssueState
from editor.model.language import tr, tr_marked
from editor.model.signed_scan import SignedScan

_WHO = "导入"


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """An issue to be added, with what is stored and logged of its approval. messages: sentences."""

    issue: Issue
    introductions: tuple[Signed, ...] = ()
    approvals: tuple[Signed, ...] = ()
    files: tuple[bytes, ...] = ()
    scans: tuple[tuple[SignedScan, bytes], ...] = ()
    event: LogEvent | None = None
    messages: tuple[str, ...] = ()


def receiver() -> str:
    """Return the name of whoever imports, for the log."""
    return suggested_author() or _WHO


def received(issue: Issue, proof: ApprovalEvidence | None = None, *, office: ReadingOffice | None = None) -> Received:
    """Return an issue as it is added: without a provable approval, or if under review elsewhere, in state EDITING.

    office: the receiving library; None where the approval need not be judged yet.
    """
    state = issue.archive.state
    if state is IssueState.EDITING:
        return Received(issue=issue)
    one = _sound(issue, proof) if proof and state in CLOSED else None
    if proof is None or one is None:
        return Received(issue=_in_state(issue, IssueState.EDITING), messages=(_said_open(state, proof),))
    detail = received_words(state, one.digest)
    event = LogEvent(action=LogAction.RECEIVED, name=receiver(), at=_now(), issue=issue.uid, detail=detail)
    approvals = tuple(other for other in held(proof.approvals) if other.approval.issue == issue.uid)
    scans = tuple(_sound_scans(proof, {other.digest for other in approvals}, issue.uid))
    lost = len(proof.scans) - len(scans)
    scans_said = (tr("{n} 份签字扫描件损坏或对不上，没有收下。", n=lost),) if lost else ()
    doubts = tuple(_doubts(office, one, proof)) if office else ()
    return Received(
        issue=issue,
        introductions=tuple(signed for signed in proof.introductions if is_signed(signed)),
        approvals=tuple(other.signed for other in approvals),
        files=proof.files,
        scans=scans,
        event=event,
        messages=(*_said_closed(one, doubts), *scans_said),
    )


def _doubts(office: ReadingOffice, one: Held, proof: ApprovalEvidence) -> Iterator[Remark]:
    keys = keyring_of(office.review, office.trust, also=proof.introductions)
    yield from signature_remarks(one, keys)
    yield from ended_remarks(one, keys)


def _said_closed(one: Held, doubts: tuple[Remark, ...]) -> Iterator[str]:
    if any(serious(doubts)):
        yield tr(
            "这一期以{name}的名义签发，连同文件一起收下，但在这台电脑上还不作数，导不出签发件。", name=one.approval.name
        )
    else:
        yield tr("这一期由{name}签发，连同签发的文件一起收下；请核验。", name=one.approval.name)
    yield from (doubt.words for doubt in doubts)


def _sound(issue: Issue, proof: ApprovalEvidence) -> Held | None:
    """Return the valid approval of this issue, None without one."""
    in_force = approvals_in_force(held(proof.approvals))
    one = in_force[-1] if in_force else None
    if one is None or not is_signed(one.signed) or one.signed.key != one.approval.key:
        return None
    files = {hashlib.sha256(data).hexdigest(): data for data in proof.files}
    named = {one.approval.content, one.approval.pdf, one.approval.word}
    if files.keys() != named or one.approval.issue != issue.uid:
        return None
    return None if content_changes(files.get, issue, one.approval) else one


def _sound_scans(proof: ApprovalEvidence, approvals: Collection[str], issue: str) -> Iterator[tuple[SignedScan, bytes]]:
    # imported only for scans
    if not proof.scans:
        return
    from editor.intake.signed_scan import is_scan

    for scan, data in proof.scans:
        if scan.approval in approvals and scan.issue == issue and is_scan(scan.kind, data):
            yield scan, data


def _said_open(state: IssueState, proof: ApprovalEvidence | None) -> str:
    lacking = tr("它带来的签发记录对不上，") if proof else tr("它没有带来签发记录，")
    why = lacking if state in CLOSED else ""
    return tr(
        "这一期在别处是“{state}”，{why}按“{kept}”收下。",
        state=tr_marked(STATE_NAMES[state]),
        why=why,
        kept=tr_marked(STATE_NAMES[IssueState.EDITING]),
    )


def _in_state(issue: Issue, state: IssueState) -> Issue:
    return replace(issue, archive=replace(issue.archive, state=state))


def _now() -> dt.datetime:
    return dt.datetime.now(tz=dt.UTC)
