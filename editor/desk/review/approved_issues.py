"""Whether the approval of a closed issue counts here, by its key, the log and what this machine remembers.

Whether issue and files are still what was signed is checked by `approvals`, which takes longer; the list of all issues
needs only this.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor.desk.issue_entry import IssueEntry
from editor.desk.review.approvals import ended_remarks, signature_remarks, two_chiefs
from editor.desk.review.held import Asked, asked_of, held
from editor.desk.review.log_agreement import issue_remarks
from editor.desk.review.looking import Sight, look
from editor.desk.review.office import ReadingOffice
from editor.desk.review.remarks import Doubt, Remark, serious
from editor.model.approval_rules import ApprovalRules
from editor.model.errors import UserError
from editor.model.issue_state import CLOSED, STATE_NAMES
from editor.model.language import tr, tr_marked

if TYPE_CHECKING:
    from editor.model.issue import Issue


def approval_remarks(sight: Sight, asked: Asked, rules: ApprovalRules | None) -> Iterator[Remark]:
    """Yield what speaks against the approval of a closed issue. rules: see `rules_of`."""
    one = next(reversed(asked.in_force), None)
    if one is None:
        words = tr("刊库里的状态是“{state}”，却没有签发记录。", state=tr_marked(STATE_NAMES[asked.state]))
        yield Remark(doubt=Doubt.UNAPPROVED, words=words)
    else:
        yield from signature_remarks(one, sight.keys)
        yield from ended_remarks(one, sight.keys)
        yield from in_force_remarks(asked)
    yield from log_remarks(sight, asked, rules)


def in_force_remarks(asked: Asked) -> Iterator[Remark]:
    """Yield remarks where the approval in force is of another issue, or where several are in force."""
    for one in asked.in_force[-1:]:
        if one.approval.issue != asked.uid:
            words = tr("这份签名是给另一期（{label}）的。", label=one.approval.label)
            yield Remark(doubt=Doubt.OTHER_ISSUE, words=words)
    yield from two_chiefs(asked.in_force)


def log_remarks(sight: Sight, asked: Asked, rules: ApprovalRules | None) -> Iterator[Remark]:
    """Yield what is wrong with the log; if nothing is, where the issue does not agree with it."""
    yield from sight.log.remarks
    if not sight.log.broken:
        yield from issue_remarks(sight.log, asked, rules)


def rules_of(office: ReadingOffice, publication: str) -> ApprovalRules | None:
    """Return a publication's rules of approval, None for a removed one. publication: uid."""
    try:
        return office.review.rules(publication)
    except UserError:
        return None


def doubts_of(office: ReadingOffice, issue: "Issue") -> tuple[Remark, ...]:
    """Return what speaks against the approval of an issue, nothing for one that is not closed."""
    if issue.archive.state not in CLOSED:
        return ()
    try:
        asked = asked_of(issue, held(office.review.approvals(issue.uid)))
        return tuple(serious(approval_remarks(look(office), asked, rules_of(office, asked.publication))))
    except UserError as error:
        return (Remark(doubt=Doubt.DAMAGED, words=str(error)),)


def doubtful_issues(office: ReadingOffice) -> dict[str, tuple[str, ...]]:
    """Return the closed issues whose approval does not count here, by uid, with what speaks against each."""
    entries = [entry for entry in office.library.issues() if entry.state in CLOSED]
    if not entries:
        return {}
    try:
        sight = look(office)
    except UserError as error:
        # the trusted keys are unknown then
        return {entry.uid: (str(error),) for entry in entries}
    rules = {uid: rules_of(office, uid) for uid in {entry.publication for entry in entries}}
    remarks = {entry.uid: _words(office, sight, entry, rules[entry.publication]) for entry in entries}
    return {uid: words for uid, words in remarks.items() if words}


def _words(office: ReadingOffice, sight: Sight, entry: IssueEntry, rules: ApprovalRules | None) -> tuple[str, ...]:
    try:
        approvals = held(office.review.approvals(entry.uid))
        asked = Asked(uid=entry.uid, publication=entry.publication, state=entry.state, approvals=approvals)
        return tuple(dict.fromkeys(one.words for one in serious(approval_remarks(sight, asked, rules))))
    except UserError as error:
        return (tr("读不出来：{error}", error=error),)
