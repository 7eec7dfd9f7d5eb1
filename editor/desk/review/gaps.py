"""What an issue still lacks for a step, as lines that the window and the command line show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from editor.desk.review.unfinished import unfinished
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.note_edits import notes_of
from editor.model.review import Step
from editor.proof.finding import Finding, Level
from editor.proof.run import Checked
from editor.text.tracked import changes_of_article

_EMPTY_SECTION = "structure.empty-section"


class GapKind(StrEnum):
    """What is lacking."""

    ERRORS = "errors"
    WARNINGS = "warnings"
    EMPTY_SECTIONS = "empty-sections"
    UNREVIEWED = "unreviewed"
    UNDECIDED = "undecided"
    NOTES = "notes"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A line. blocking: the step is not taken before; places: uids of articles and sections (see proof's Place)."""

    kind: GapKind
    words: str
    blocking: bool = False
    places: tuple[str, ...] = ()


def gaps(step: Step, issue: Issue, checked: Checked) -> tuple[Gap, ...]:
    """Return what is lacking for a step. Errors keep an issue from being approved until put right or let stand.

    Articles on their way keep it back where its steps say so.
    """
    if step not in (Step.SUBMIT, Step.APPROVE):
        return ()
    return tuple(_gaps(step, issue, checked))


def blocked_words(found: Iterable[Gap]) -> str:
    """Return why an issue is not approved, with what to do; empty where nothing blocks."""
    one = next((gap for gap in found if gap.blocking), None)
    if one is None:
        return ""
    if one.kind is GapKind.UNREVIEWED:
        return tr("{short}。请退回，走完这些步骤，再送审。", short=one.words)
    return tr("{errors}。请改正，或写明理由放行，再签发。", errors=one.words)


def _gaps(step: Step, issue: Issue, checked: Checked) -> Iterator[Gap]:
    errors = [one for one in checked.findings if one.level is Level.ERROR]
    empty = [one for one in checked.findings if one.rule == _EMPTY_SECTION]
    warnings = [one for one in checked.findings if one.level is Level.WARNING and one not in empty]
    if errors:
        blocking = step is Step.APPROVE
        yield _of(
            GapKind.ERRORS, tr("{n} 处错误未处理：{said}", n=len(errors), said=_said(errors)), errors, blocking=blocking
        )
    if warnings:
        yield _of(GapKind.WARNINGS, tr("{n} 处提醒未看：{said}", n=len(warnings), said=_said(warnings)), warnings)
    if empty:
        yield _of(GapKind.EMPTY_SECTIONS, tr("{n} 个栏目还没有文章", n=len(empty)), empty)
    for one in unfinished(issue):
        places = tuple(article.uid for article in one.articles)
        yield Gap(kind=GapKind.UNREVIEWED, words=one.words, blocking=one.blocking, places=places)
    yield from _undecided(issue)
    noted = [one for one in notes_of(issue) if one.note.open]
    if noted:
        places = tuple(dict.fromkeys(one.article for one in noted))
        yield Gap(kind=GapKind.NOTES, words=tr("{n} 条批注还没有解决", n=len(noted)), places=places)
    for waived in checked.waived:
        words = tr(
            "已放行：{message}（{name}：{reason}）",
            message=waived.finding.message,
            name=waived.waiver.name,
            reason=waived.waiver.reason,
        )
        yield Gap(kind=GapKind.WAIVED, words=words, places=(waived.finding.place.where,))


def _undecided(issue: Issue) -> Iterator[Gap]:
    """Yield what is still to be accepted or rejected: to be known, since what is printed counts."""
    counts = {one.uid: len(changes_of_article(one)) for one in issue.articles()}
    places = tuple(uid for uid, count in counts.items() if count)
    if places:
        words = tr("{n} 处修订还没有接受或拒绝（{many} 篇），照现在的文字印", n=sum(counts.values()), many=len(places))
        yield Gap(kind=GapKind.UNDECIDED, words=words, places=places)


def _of(kind: GapKind, words: str, findings: list[Finding], *, blocking: bool = False) -> Gap:
    places = tuple(dict.fromkeys(one.place.where for one in findings))
    return Gap(kind=kind, words=words, blocking=blocking, places=places)


def _said(findings: list[Finding]) -> str:
    messages = list(dict.fromkeys(one.message for one in findings))
    return tr("、").join(messages[:3]) + (tr("等") if len(messages) > 3 else "")
