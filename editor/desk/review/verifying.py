"""Verifies whether an issue, a whole library or a file is what was approved."""

from collections.abc import Iterator
from pathlib import Path

from editor.desk.files import MOST_BYTES, read_file
from editor.desk.formats import verifier, verifier_names
from editor.desk.issue_entry import IssueEntry
from editor.desk.review.approvals import content_remarks, file_remarks, signature_remarks
from editor.desk.review.approved_issues import approval_remarks, in_force_remarks, log_remarks, rules_of
from editor.desk.review.held import Asked, Held, asked_of, held
from editor.desk.review.looking import Sight, look
from editor.desk.review.office import Office
from editor.desk.review.remarks import Doubt, Remark, Verdict, remarks
from editor.desk.review.steps import is_withdrawn
from editor.model.approval import Approval
from editor.model.damage import DamageError
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED, STATE_NAMES
from editor.model.language import tr, tr_marked
from editor.model.saying import said_number

_SHORT = 8


def verify_file(office: Office, path: Path, *, issue: str = "") -> Verdict:
    """Return whether a PDF, Word file or package is what was approved. issue: uid that it should be, empty for any.

    Raises UserError for a file that cannot be read or is of another kind.
    """
    verify = verifier(path)
    if verify is None:
        raise UserError(tr("“{name}”不能核验：只认 {names}。", name=path.name, names=verifier_names()))
    return verify(office, path.name, read_file(path, most=MOST_BYTES), issue)


def verify_issue(office: Office, uid: str) -> Verdict:
    """Return whether an issue of the library, with its kept files, is what was approved. Raises UserError for none."""
    entry = next((one for one in office.library.issues() if one.uid == uid), None)
    if entry is None:
        raise UserError(tr("刊库里没有这一期，可能已被删除。"))
    return _verdict(office, entry, look(office))


def verify_library(office: Office) -> tuple[Verdict, ...]:
    """Return a verdict on each issue that is, or claims to be, approved; each includes what is wrong with the log."""
    signed = {one.approval.issue: one.approval for one in held(office.review.approvals())}
    sight, entries = look(office), office.library.issues()
    there = {entry.uid for entry in entries}
    logged = dict.fromkeys((*sight.replay.signed, *sight.replay.arrived, *sight.replay.received))
    return (
        *(_verdict(office, entry, sight) for entry in entries if entry.uid in signed or entry.state in CLOSED),
        *(_lost(uid, signed.get(uid)) for uid in logged if uid not in there),
    )


def _lost(uid: str, approval: Approval | None) -> Verdict:
    """Return the verdict on an issue that was approved and no longer exists."""
    words = (tr("记录里有它的签发，这一期却不在刊库里了。"),)
    what = approval.label if approval else tr("编号 {uid} 的一期", uid=uid[:_SHORT])
    return Verdict(what=what, remarks=remarks(Doubt.MISSING, words), approval=approval)


def _verdict(office: Office, entry: IssueEntry, sight: Sight) -> Verdict:
    what = " ".join((entry.masthead, *said_number(entry.number)))
    try:
        issue, damage = _read(office, entry.uid)
        asked = asked_of(issue, held(office.review.approvals(entry.uid)))
        # remarks on particular changes are more useful than the report of damage
        messages = tuple(_issue_remarks(office, issue, sight, asked)) or damage
    except UserError as error:
        return Verdict(what=what, remarks=(_unread(error),))
    return Verdict(what=what, remarks=messages, approval=asked.in_force[-1].approval if asked.in_force else None)


def _read(office: Office, uid: str) -> tuple[Issue, tuple[Remark, ...]]:
    """Return an issue; a damaged one as far as it can be read, so that changes since its approval are named too."""
    try:
        return office.library.issue(uid), ()
    except DamageError as error:
        issue = office.library.mending.standing(uid)
        if issue is None:
            raise
        return issue, (_unread(error),)


def _unread(error: UserError) -> Remark:
    return Remark(doubt=Doubt.DAMAGED, words=tr("读不出来：{error}", error=error))


def _issue_remarks(office: Office, issue: Issue, sight: Sight, asked: Asked) -> Iterator[Remark]:
    rules = rules_of(office, asked.publication)
    if asked.state in CLOSED:
        yield from approval_remarks(sight, asked, rules)
    else:
        yield from log_remarks(sight, asked, rules)
        yield from in_force_remarks(asked)
        yield from _open_remarks(office, issue, sight, asked.in_force)
    for one in asked.in_force[-1:]:
        yield from file_remarks(office.review.released, one.approval)
        if asked.state in CLOSED:
            yield from content_remarks(office.review.released, issue, one.approval)


def _open_remarks(office: Office, issue: Issue, sight: Sight, in_force: tuple[Held, ...]) -> Iterator[Remark]:
    if not in_force:
        yield Remark(doubt=Doubt.UNAPPROVED, words=tr("这一期还没有签发。"))
        return
    yield from signature_remarks(in_force[-1], sight.keys)
    gone = tr("上次的签发已经撤回") if is_withdrawn(office.library, issue) else tr("印发的是上一版")
    words = tr(
        "这一期现在是“{state}”：{gone}，现在的内容还没有签发。",
        state=tr_marked(STATE_NAMES[issue.archive.state]),
        gone=gone,
    )
    yield Remark(doubt=Doubt.UNAPPROVED, words=words)
