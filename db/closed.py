"""Approved and published issues are read-only; every write of an issue checks that here.

Archive metadata (tags, notes, waivers) may change, except the state, which only the review changes.
"""

from sqlalchemy.orm import Session

from db.engine import plain, rows_of
from db.queries import issue_if_there
from editor.interchange.canonical import printed
from editor.model.damage import Damage, DamageError, Record
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import CLOSED, STATE_NAMES, IssueState
from editor.model.language import tr, tr_marked
from editor.model.publication import Publication
from editor.model.saying import said_number

_STATE = "SELECT state FROM issues WHERE uid = ?"


def stored_issue(session: Session, uid: str) -> Issue:
    """Return an issue as the library holds it. Raises UserError where it is gone."""
    issue = issue_if_there(rows_of(session), uid)
    if issue is None:
        raise UserError(tr("刊库里没有这一期了，可能在别处被删除。"))
    return issue


def refuse_issue(session: Session, issue: Issue) -> None:
    """Raise UserError where this value must not replace the library's; a new issue is always allowed."""
    state = _state(session, issue.uid)
    if state is None:
        return
    if issue.archive.state != state:
        raise UserError(
            tr(
                "没有存上：这一期的状态已改为“{state}”，请重新打开这一期。",
                state=tr_marked(STATE_NAMES[state]),
            )
        )
    if state in CLOSED and printed(issue) != printed(stored_issue(session, issue.uid)):
        raise _refused(issue, state)


def refuse_rules(before: Publication, after: Publication) -> None:
    """Raise UserError where a publication would be saved with other rules of approval: only the review changes them."""
    if (before.approvers, before.second_pair) != (after.approvers, after.second_pair):
        raise UserError(tr("没有存上：这个刊物的签发规定在别处改过。请关闭刊物设置再打开，重做刚才的修改。"))


def _state(session: Session, uid: str) -> IssueState | None:
    found = plain(session)(_STATE, uid).fetchone()
    if found is None:
        return None
    try:
        return IssueState(found["state"])
    except ValueError as error:
        raise DamageError([Damage(record=Record.ISSUE, name=tr("这一期的记录"), uid=uid)]) from error


def _refused(issue: Issue, state: IssueState) -> UserError:
    way = tr("请总编辑先退回") if state is IssueState.APPROVED else tr("请先开始更正，另出修订版")
    which = " ".join(said_number(issue.number))
    return UserError(
        tr(
            "没有存上：{which} {state}，印出的内容不能再改。要改，{way}。",
            which=which,
            state=tr_marked(STATE_NAMES[state]),
            way=way,
        )
    )
