"""What the log says against a library: rows that were changed, steps that it does not know, a clock set back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from editor.desk.review.ports import ReviewLibrary
from editor.desk.review.remarks import Doubt, Remark
from editor.desk.review.standing import Held
from editor.interchange.statements import first_broken
from editor.model.approval import LogAction, LogEntry
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr, tr_marked
from editor.model.review import STATE_NAMES, IssueState

_STATES: Mapping[LogAction, IssueState] = MappingProxyType(
    {
        LogAction.SUBMITTED: IssueState.SUBMITTED,
        LogAction.RETURNED: IssueState.RETURNED,
        LogAction.APPROVED: IssueState.APPROVED,
        LogAction.PUBLISHED: IssueState.PUBLISHED,
        LogAction.CORRECTED: IssueState.CORRECTING,
        LogAction.ABANDONED: IssueState.PUBLISHED,
    }
)


@dataclass(frozen=True, slots=True)
class Log:
    """A library's log, read once. said: what is wrong with it as a whole."""

    entries: tuple[LogEntry, ...]
    said: tuple[Remark, ...] = ()


def read_log(review: ReviewLibrary) -> Log:
    """Return the log with what is wrong with it; one that cannot be read has no entries."""
    try:
        entries = review.log()
    except UserError as error:
        return Log((), (Remark(doubt=Doubt.LOG, words=str(error)),))
    broken = first_broken(entries)
    if broken is None:
        return Log(entries)
    return Log(
        entries,
        (Remark(doubt=Doubt.LOG, words=tr("刊库的记录从第 {broken} 条起被改动过，或者缺了记录。", broken=broken)),),
    )


def log_remarks(log: Log, issue: Issue, one: Held | None) -> Iterator[Remark]:
    """Yield what is wrong with the log; in a sound one, what of an issue and its approval does not agree with it."""
    yield from log.said
    if log.said:
        return
    own = [entry for entry in log.entries if entry.event.issue == issue.uid]
    state = _state(own)
    if state is not None and state != issue.archive.state:
        words = tr(
            "刊库里的状态是“{state}”，记录里却是“{kept}”。",
            state=tr_marked(STATE_NAMES[issue.archive.state]),
            kept=tr_marked(STATE_NAMES[state]),
        )
        yield Remark(doubt=Doubt.STATE, words=words)
    if one is not None:
        yield from _approval(log.entries, own, one)


def _state(own: list[LogEntry]) -> IssueState | None:
    for entry in reversed(own):
        if entry.event.action is LogAction.RECEIVED:
            return IssueState(entry.event.detail)
        if entry.event.action in _STATES:
            return _STATES[entry.event.action]
    return None


def _approval(entries: tuple[LogEntry, ...], own: list[LogEntry], one: Held) -> Iterator[Remark]:
    made = [entry for entry in own if (entry.event.action, entry.event.detail) == (LogAction.APPROVED, one.digest)]
    if not made:
        # an approval that came in a package stands in the log of the library it came from
        if all(entry.event.action is not LogAction.RECEIVED for entry in own):
            yield Remark(doubt=Doubt.LOG, words=tr("刊库的记录里没有这次签发。"))
        return
    before = next((entry for entry in entries if entry.number == made[0].number - 1), None)
    if one.approval.log != (before.hash if before else ""):
        yield Remark(doubt=Doubt.LOG, words=tr("这次签发之前的记录，不是签发时的那些。"))
    if before and one.approval.at < before.event.at:
        at, last = (f"{moment.astimezone():%Y-%m-%d %H:%M}" for moment in (one.approval.at, before.event.at))
        words = tr("签发的时间（{at}）早于它前面的记录（{last}）：签发时电脑的时钟被往回拨过。", at=at, last=last)
        yield Remark(doubt=Doubt.CLOCK, words=words)
