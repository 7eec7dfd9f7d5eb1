"""The steps of an issue in the review except approving (see `approving`): who may take them, and their log entries."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from editor.desk.ports import Library, LibraryReader
from editor.desk.reading.marks import reading_of
from editor.desk.review.approvals import content_changes, content_remarks, current, file_remarks
from editor.desk.review.approved_issues import approval_remarks, rules_of
from editor.desk.review.held import asked_of, held
from editor.desk.review.looking import FUTURE, look
from editor.desk.review.obstacles import step_obstacles, submission_words
from editor.desk.review.office import Office
from editor.desk.review.remarks import serious
from editor.desk.review.replay import came_published
from editor.model.approval import LogAction, LogEvent
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED, IssueState
from editor.model.language import tr, tr_marked
from editor.model.review import ROLE_NAMES, STEP_NAMES, Member, Role, Step, has_duty, steps_from

_ACTIONS: Mapping[Step, LogAction] = MappingProxyType(
    {
        Step.SUBMIT: LogAction.SUBMITTED,
        Step.RETURN: LogAction.RETURNED,
        Step.APPROVE: LogAction.APPROVED,
        Step.PUBLISH: LogAction.PUBLISHED,
        Step.CORRECT: LogAction.CORRECTED,
        Step.ABANDON: LogAction.ABANDONED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who takes a step, and when (UTC)."""

    name: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A step possible in this state. refused: why this person may not take it, in a sentence; empty where they may."""

    step: Step
    refused: str = ""


def offers(library: Library, issue: Issue, name: str) -> tuple[Offer, ...]:
    """Return the steps possible in an issue's state, with refusals for this person; `obstacles` tells what it lacks."""
    return tuple(
        Offer(step=step, refused=refusal(library, issue, step, name))
        for step in steps_from(issue.archive.state)
        if step is not Step.ABANDON or was_published(library, issue.uid)
    )


def refusal(library: Library, issue: Issue, step: Step, name: str) -> str:
    """Return why a person may not take a step with an issue, empty where they may."""
    member = member_named(library, name)
    if not has_duty(member.role, step):
        return tr(
            "{name}是{role}，不能{step}。请由有权的人来做。",
            name=name,
            role=tr_marked(ROLE_NAMES[member.role]),
            step=tr_marked(STEP_NAMES[step]),
        )
    if step is Step.RETURN and issue.archive.state is IssueState.APPROVED and member.role is not Role.CHIEF:
        return tr("已经签发的一期只有总编辑能退回。")
    return _approver_refusal(library, issue, name) if step is Step.APPROVE else ""


def member_named(library: Library, name: str) -> Member:
    """Return the member of a name; a name that is not on the list counts as an editor."""
    known = (one for one in library.review.members() if one.name == name and not one.retired)
    return next(known, None) or Member(name=name)


def submit(library: Library, uid: str, by: By, *, note: str = "") -> None:
    """Submit an issue. note: for whoever reads it. Raises UserError where the step is not allowed, as all steps do.

    It is not allowed while articles have not reached what the issue's steps demand.
    """
    _take(library, uid, Step.SUBMIT, by, detail=note.strip())


def return_issue(library: Library, uid: str, by: By, *, note: str) -> None:
    """Return an issue to editing with a note; an approval ends with that. Raises UserError.

    A chief editor's return adds a read mark, so that the next reading shows what has changed since.
    """
    _take(library, uid, Step.RETURN, by, detail=_needed(note, tr("退回要写一句意见，编辑才知道改什么。")))


def publish(office: Office, uid: str, by: By) -> None:
    """Mark an approved issue as published. Raises UserError where it is not what was approved."""
    issue = office.library.issue(uid)
    if issue.archive.state is IssueState.APPROVED:
        _check_approved(office, issue)
    _take(office.library, uid, Step.PUBLISH, by)


def correct(library: Library, uid: str, by: By, *, reason: str) -> None:
    """Begin a 修订版 of a published issue, whose approval stays in force until the new one. Raises UserError."""
    _take(library, uid, Step.CORRECT, by, detail=_needed(reason, tr("更正要写一句原因，会印在更正启事里。")))


def abandon(library: Library, uid: str, by: By) -> None:
    """Give up a correction. Raises UserError where something was changed, so that no work is lost."""
    one = current(library.review, uid) if was_published(library, uid) else None
    if one is None:
        raise UserError(tr("这一期没有印发过，没有更正可以放弃。"))
    changes = content_changes(library.review.released, library.issue(uid), one.approval)
    if changes:
        raise UserError(
            tr("已经改了 {n} 处，先改回原样才能放弃更正。{sentence}", n=len(changes), sentence=changes[0].sentence)
        )
    _take(library, uid, Step.ABANDON, by)


def was_published(library: LibraryReader, uid: str) -> bool:
    """Return whether the approval in force was published, so that changes are a correction."""
    for entry in reversed(library.review.log(uid)):
        if entry.event.action in (LogAction.PUBLISHED, LogAction.CORRECTED, LogAction.ABANDONED):
            return True
        if entry.event.action in (LogAction.APPROVED, LogAction.RECEIVED):
            return came_published(entry.event)
    return False


def is_withdrawn(library: Library, issue: Issue) -> bool:
    """Return whether the last approval of an issue was withdrawn before publishing."""
    return issue.archive.state not in CLOSED and not was_published(library, issue.uid)


def reason_of(library: Library, uid: str) -> str:
    """Return the reason of the correction in progress, empty where there is none."""
    events = [entry.event for entry in library.review.log(uid)]
    begun = [event for event in events if event.action in (LogAction.CORRECTED, LogAction.PUBLISHED)]
    return begun[-1].detail if begun and begun[-1].action is LogAction.CORRECTED else ""


def event_of(step: Step, uid: str, by: By, *, detail: str = "") -> LogEvent:
    """Return the log event of a step."""
    return LogEvent(action=_ACTIONS[step], name=by.name, at=by.at, issue=uid, detail=detail)


def last_editors(library: Library, issue: Issue) -> frozenset[str]:
    """Return who changed the issue last, in an article or besides, and who submitted it.

    Within a part (article, or the rest) the order of revisions counts; between parts their times do, unless they are in
    the future: authors of such changes all count as last until the part is changed again.
    """
    parts = (issue.uid, *(article.uid for article in issue.articles()))
    signed = ([one for one in library.versions.revisions(part) if one.author] for part in parts)
    last = [revisions[-1] for revisions in signed if revisions]
    now = dt.datetime.now(tz=dt.UTC)
    ahead = {one.author for one in last if one.at > now + FUTURE}
    latest = max((one for one in last if one.author not in ahead), key=lambda one: one.at, default=None)
    events = [entry.event for entry in library.review.log(issue.uid)]
    submitted = [event.name for event in events if event.action is LogAction.SUBMITTED]
    return frozenset(filter(None, (latest.author if latest else "", *ahead, *submitted[-1:])))


def _approver_refusal(library: Library, issue: Issue, name: str) -> str:
    rules = library.publication(issue.publication)
    if rules.approvers and name not in rules.approvers:
        return tr("这个刊物由{approvers}签发，{name}不能签发。", approvers=tr("、").join(rules.approvers), name=name)
    if rules.second_pair and name in last_editors(library, issue):
        return tr("这个刊物要求两人把关：{name}是最后改稿或送审的人，请另一位总编辑签发。", name=name)
    return ""


def _check_approved(office: Office, issue: Issue) -> None:
    asked = asked_of(issue, held(office.review.approvals(issue.uid)))
    if not asked.in_force:
        raise UserError(tr("刊库里没有这一期的签发记录，不能印发。请退回后重新送审、签发。"))
    approval = asked.in_force[-1].approval
    messages = (
        *approval_remarks(look(office), asked, rules_of(office, asked.publication)),
        *file_remarks(office.review.released, approval),
        *content_remarks(office.review.released, issue, approval),
    )
    wrong = next(serious(messages), None)
    if wrong:
        raise UserError(tr("不能印发：{words}", words=wrong.words))


def _take(library: Library, uid: str, step: Step, by: By, *, detail: str = "") -> None:
    issue = library.issue(uid)
    refused = refusal(library, issue, step, by.name)
    if step is Step.SUBMIT:
        refused = refused or submission_words(step_obstacles(issue))
    if refused:
        raise UserError(refused)
    has_read = step is Step.RETURN and member_named(library, by.name).role is Role.CHIEF
    read = reading_of(issue, reader=by.name, at=by.at) if has_read else None
    library.review.take_step(step, event_of(step, uid, by, detail=detail), read=read)


def _needed(words: str, missing: str) -> str:
    if not words.strip():
        raise UserError(missing)
    return words.strip()
