"""What the window says over the columns of where an issue stands, and which commands lead on from there."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.desk.review.changes import IssueChange
from editor.desk.review.obstacles import Obstacle
from editor.desk.review.remarks import Doubt, Remark
from editor.desk.review.status import ReviewStatus
from editor.model.approval import Approval
from editor.model.issue_state import IssueState
from editor.model.language import tr
from editor.model.review import Step
from editor.ui.kit.times import when

COMMANDS_OF = {
    Step.SUBMIT: "review.submit",
    Step.RETURN: "review.return",
    Step.APPROVE: "review.approve",
    Step.PUBLISH: "review.publish",
    Step.CORRECT: "review.correct",
    Step.ABANDON: "review.abandon",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StripFace:
    """tone: accent, warn, ok or error; commands: names of those offered at its end."""

    tone: str
    icon: str
    words: str
    detail: str = ""
    commands: tuple[str, ...] = ()


def strip_face(
    at: ReviewStatus,
    changes: Sequence[IssueChange],
    pages: Sequence[int] = (),
    doubts: Sequence[Remark] = (),
    *,
    before: Sequence[Obstacle] = (),
) -> StripFace | None:
    """Return what to say, None for nothing. changes: what is printed otherwise than approved; pages: their folios.

    doubts: why the approval does not count on this machine; before: what stands before the signature of a submitted
    issue.
    """
    match at.state:
        case IssueState.EDITING:
            return None
        case IssueState.SUBMITTED:
            return _submitted(at, before)
        case IssueState.RETURNED:
            return _returned(at, changes, pages)
        case IssueState.CORRECTING:
            return _correcting(at, changes, pages)
        case IssueState.APPROVED | IssueState.PUBLISHED:
            if changes:
                return _broken(changes)
            return _doubtful(doubts) if doubts else _closed(at)


def _submitted(at: ReviewStatus, before: Sequence[Obstacle]) -> StripFace:
    first = tr("签发前还有 {n} 件事：{first}", n=len(before), first=before[0].words) if before else ""
    return StripFace(
        tone="accent",
        icon="lock",
        words=tr("{name} {when} 第 {round} 次送审，等总编辑审读，现在不能改。", **_who(at), round=at.round),
        detail="　".join(filter(None, (at.words or tr("要改，先退回；编辑自己也可以撤回。"), first))),
    )


def _closed(at: ReviewStatus) -> StripFace:
    if at.state is IssueState.PUBLISHED:
        words = tr("已印发{edition}，{name} {when} 签发。", edition=_edition(at), **_approved(at))
        detail = tr("印出的内容不能再改；要改，另出修订版。")
        commands: tuple[str, ...] = ("review.verify",)
    else:
        words = tr("{name} {when} 签发{edition}，导出的就是签发的那一份。", edition=_edition(at), **_approved(at))
        detail = tr("印出的内容不能再改；要改，请总编辑退回。")
        commands = ("review.return", "review.verify")
    return StripFace(tone="ok", icon="review.seal", words=words, detail=detail, commands=commands)


def _correcting(at: ReviewStatus, changes: Sequence[IssueChange], pages: Sequence[int]) -> StripFace:
    return StripFace(
        tone="warn",
        icon="versions",
        words=tr("正在更正：{reason}", reason=at.words) if at.words else tr("正在更正。"),
        detail=_changed(changes, pages, at) or tr("印发的仍是上一版，直到修订版签发。"),
        commands=("review.compare", "review.notice") if changes else ("review.abandon",),
    )


def _returned(at: ReviewStatus, changes: Sequence[IssueChange], pages: Sequence[int]) -> StripFace:
    words = tr("{name} {when} 退回：{note}", **_who(at), note=at.words) if at.words else tr("已退回。")
    detail = tr("改好后再送审。")
    if at.published:
        detail = _changed(changes, pages, at) or tr("改好后再送审；印发的仍是上一版，直到修订版签发。")
    elif at.approval:
        detail = _changed(changes, pages, at) or tr("上次的签发已经作废，改好后重新送审。")
    more = ("review.compare",) if changes else ()
    return StripFace(tone="warn", icon="review.return", words=words, detail=detail, commands=more)


def _broken(changes: Sequence[IssueChange]) -> StripFace:
    words = tr("这一期签发之后被改过，签发作废：{change}", change=changes[0].sentence)
    return StripFace(
        tone="error",
        icon="check.error",
        words=words,
        detail=tr("改动不是在这里做的。请核验，退回后重新签发。"),
        commands=("review.compare", "review.return", "review.verify"),
    )


def _doubtful(doubts: Sequence[Remark]) -> StripFace:
    kinds = {one.doubt for one in doubts}
    keys = ("review.keys",) if Doubt.UNKNOWN_KEY in kinds else ()
    log = ("review.log",) if kinds & {Doubt.ROLLED_BACK, Doubt.LOG} else ()
    return StripFace(
        tone="error",
        icon="check.error",
        words=tr("这一期的签发在这台电脑上不作数，不能导出。"),
        detail=doubts[0].words,
        commands=(*keys, *log, "review.verify"),
    )


def _changed(changes: Sequence[IssueChange], pages: Sequence[int], at: ReviewStatus) -> str:
    if not changes:
        return ""
    first, n, folios = changes[0].title, len(changes), tr("、").join(f"{one:02}" for one in pages)
    what = first if n == 1 else tr("{first}等 {n} 处", first=first, n=n)
    if at.published:
        # what is printed stands until a revision takes its place
        where = tr("，涉及正文第 {pages} 页", pages=folios) if folios else ""
        return tr("和印发的一版不同：{what}{where}。印发的那一版仍算数。", what=what, where=where)
    if folios:
        return tr("签发已经作废：{what}改过，涉及正文第 {pages} 页。", what=what, pages=folios)
    return tr("签发已经作废：{what}改过。", what=what)


def _who(at: ReviewStatus) -> dict[str, str]:
    return {"name": at.name, "when": when(at.at) if at.at else ""}


def _edition(at: ReviewStatus) -> str:
    revision = at.approval.revision if at.approval else 1
    return tr("（修订版，第 {revision} 版）", revision=revision) if revision > 1 else ""


def _approved(at: ReviewStatus) -> dict[str, str]:
    one: Approval | None = at.approval
    return {"name": one.name if one else at.name, "when": when(one.at) if one else ""}
