"""Obstacles to a step of the review, in one list for window, dialogs, command line and papers.

Also decides which of them block: open errors block approving; unfinished articles and open notes block as the issue's
own steps demand (see `Gate`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from editor.checks.finding import Finding, Level
from editor.desk.printable_issue import PrintableIssue
from editor.model.article import Article
from editor.model.article_review import is_done, is_reviewed, step_of
from editor.model.article_steps import Steps
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.note_edits import notes_of
from editor.model.page_facts import PageFacts
from editor.model.review import Step
from editor.text.quotes import within_title
from editor.text.tracked import changes_of_article

if TYPE_CHECKING:
    from editor.checks.run import Checked

_EMPTY_SECTION = "structure.empty-section"
_MOST = 3


class ObstacleKind(StrEnum):
    """Kind of an obstacle.

    STEPS: articles with steps left; CORRECTIONS: not checked since the galley; FOLIOS: of Word; EDITOR, PROOFREADER: of
    one article.
    """

    ERRORS = "errors"
    STEPS = "steps"
    NOTES = "notes"
    EDITOR = "editor"
    PROOFREADER = "proofreader"
    WARNINGS = "warnings"
    EMPTY_SECTIONS = "empty-sections"
    UNDECIDED = "undecided"
    CORRECTIONS = "corrections"
    PAGES = "pages"
    FOLIOS = "folios"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """An obstacle. blocking: prevents the step; places: uids as in `FindingLocation.where`."""

    kind: ObstacleKind
    words: str
    blocking: bool = False
    places: tuple[str, ...] = ()


def obstacles(
    step: Step,
    printable: PrintableIssue,
    checked: "Checked",
    facts: PageFacts | None,
    *,
    corrections: Iterable[Obstacle] = (),
) -> tuple[Obstacle, ...]:
    """Return what stands before an issue is handed in or signed, what blocks first; nothing for other steps.

    facts: of its pages, None while they are not set; corrections: see `collating.standing`.
    """
    if step not in (Step.SUBMIT, Step.APPROVE):
        return ()
    issue = printable.issue
    found = (
        *_found(checked, blocking=step is Step.APPROVE),
        *step_obstacles(issue),
        *_notes(issue, blocking=step is Step.APPROVE and issue.archive.steps.gate.holds_notes),
        *_undecided(issue),
        *corrections,
        *_folios(printable, facts),
        *_waived(checked),
    )
    return tuple(sorted(found, key=lambda one: not one.blocking))


def blocked_words(found: Iterable[Obstacle]) -> str:
    """Return why an issue cannot be approved, with what to do; empty where nothing blocks."""
    one = next((one for one in found if one.blocking), None)
    if one is None:
        return ""
    match one.kind:
        case ObstacleKind.STEPS:
            return tr("{short}。请退回，走完这些步骤，再送审。", short=one.words)
        case ObstacleKind.NOTES:
            return tr("{short}。请逐条解决，再签发。", short=one.words)
        case _:
            return tr("{errors}。请改正，或写明理由放行，再签发。", errors=one.words)


def submission_words(found: Iterable[Obstacle]) -> str:
    """Return why an issue cannot be submitted, with what to do; empty where nothing blocks."""
    one = next((one for one in found if one.blocking), None)
    return tr("没有送审：{short}。请先走完这些步骤。", short=one.words) if one else ""


def step_obstacles(issue: Issue) -> Iterator[Obstacle]:
    """Yield the articles before the last step of review, then those that only lack proofreading."""
    steps = issue.archive.steps
    short = tuple(one for one in issue.articles() if not is_reviewed(one, steps))
    if short:
        yield _short_of(steps.review[-1], short, steps, blocking=steps.gate.holds_review)
    unread = tuple(one for one in issue.articles() if is_reviewed(one, steps) and not is_done(one, steps))
    if unread:
        yield _short_of(steps.proof[-1], unread, steps, blocking=steps.gate.holds_proof)


def article_obstacles(article: Article, steps: Steps, step: str, findings: Iterable[Finding]) -> tuple[Obstacle, ...]:
    """Return what blocks an article's own step. findings: of its issue."""
    return tuple(_of_article(article, steps, step, findings))


def lacking_words(step: str, found: Sequence[Obstacle]) -> str:
    """Return a sentence with what an article's step lacks."""
    return tr("过“{step}”还差：{lacks}", step=step, lacks=tr("、").join(one.words for one in found)) if found else ""


def _of_article(article: Article, steps: Steps, step: str, findings: Iterable[Finding]) -> Iterator[Obstacle]:
    errors = sum(one.place.where == article.uid and one.level is Level.ERROR for one in findings)
    notes = sum(note.open for note in article.archive.notes)
    lines = (
        (ObstacleKind.ERRORS, errors and tr("{n} 处错误要改正或放行", n=errors)),
        (ObstacleKind.NOTES, notes and tr("{n} 条批注没有解决", n=notes)),
        (ObstacleKind.EDITOR, not article.archive.editor.strip() and tr("没有写责任编辑")),
        (
            ObstacleKind.PROOFREADER,
            step in steps.proof and not article.archive.proofreader.strip() and tr("没有写责任校对"),
        ),
    )
    yield from (
        Obstacle(kind=kind, words=words, blocking=True, places=(article.uid,))
        for kind, words in lines
        if isinstance(words, str)
    )


def _found(checked: "Checked", *, blocking: bool) -> Iterator[Obstacle]:
    errors = [one for one in checked.findings if one.level is Level.ERROR]
    empty = [one for one in checked.findings if one.rule == _EMPTY_SECTION]
    warnings = [one for one in checked.findings if one.level is Level.WARNING and one not in empty]
    if errors:
        words = tr("{n} 处错误未处理：{said}", n=len(errors), said=_wording(errors))
        yield Obstacle(kind=ObstacleKind.ERRORS, words=words, blocking=blocking, places=_places(errors))
    if warnings:
        words = tr("{n} 处警告未看：{said}", n=len(warnings), said=_wording(warnings))
        yield Obstacle(kind=ObstacleKind.WARNINGS, words=words, places=_places(warnings))
    if empty:
        words = tr("{n} 个栏目还没有文章", n=len(empty))
        yield Obstacle(kind=ObstacleKind.EMPTY_SECTIONS, words=words, places=_places(empty))


def _notes(issue: Issue, *, blocking: bool) -> Iterator[Obstacle]:
    noted = [one for one in notes_of(issue) if one.note.open]
    if noted:
        places = tuple(dict.fromkeys(one.article for one in noted))
        words = tr("{n} 条批注还没有解决", n=len(noted))
        yield Obstacle(kind=ObstacleKind.NOTES, words=words, blocking=blocking, places=places)


def _undecided(issue: Issue) -> Iterator[Obstacle]:
    """Yield undecided tracked changes as a hint: they print as if accepted."""
    counts = {one.uid: len(changes_of_article(one)) for one in issue.articles()}
    places = tuple(uid for uid, count in counts.items() if count)
    if places:
        words = tr("{n} 处修订还没有接受或拒绝（{many} 篇），照现在的文字印", n=sum(counts.values()), many=len(places))
        yield Obstacle(kind=ObstacleKind.UNDECIDED, words=words, places=places)


def _folios(printable: PrintableIssue, facts: PageFacts | None) -> Iterator[Obstacle]:
    """Yield what the Word file will have on other pages than the PDF: both are signed."""
    from editor.desk.folios import issue_folio_remarks

    if facts is None:
        words = tr("版面还没有排好，PDF 和 Word 的页码还没有对过")
        yield Obstacle(kind=ObstacleKind.PAGES, words=words)
        return
    for one in issue_folio_remarks(printable, facts):
        yield Obstacle(kind=ObstacleKind.FOLIOS, words=one.words, places=one.places)


def _waived(checked: "Checked") -> Iterator[Obstacle]:
    for one in checked.waived:
        words = tr(
            "已放行：{message}（{name}：{reason}）",
            message=one.finding.message,
            name=one.waiver.name,
            reason=one.waiver.reason,
        )
        yield Obstacle(kind=ObstacleKind.WAIVED, words=words, places=(one.finding.place.where,))


def _short_of(step: str, articles: tuple[Article, ...], steps: Steps, *, blocking: bool) -> Obstacle:
    words = tr("{n} 篇还没有过“{step}”：{where}", n=len(articles), step=step, where=_where(articles, steps))
    places = tuple(one.uid for one in articles)
    return Obstacle(kind=ObstacleKind.STEPS, words=words, blocking=blocking, places=places)


def _where(articles: tuple[Article, ...], steps: Steps) -> str:
    """Return the steps of articles, the earliest first, each with the title of its first article."""
    order = sorted(articles, key=lambda one: steps.names.index(step_of(one, steps)))
    groups = [(step, tuple(found)) for step, found in groupby(order, key=lambda one: step_of(one, steps))]
    return tr("；").join(tr("“{step}”{titles}", step=step, titles=_titles(found)) for step, found in groups)


def _titles(articles: tuple[Article, ...]) -> str:
    named = tr("、").join(
        tr("《{title}》", title=within_title(one.title.text) or tr("（无标题）")) for one in articles[:_MOST]
    )
    return tr("{named}等 {n} 篇", named=named, n=len(articles)) if len(articles) > _MOST else named


def _wording(findings: list[Finding]) -> str:
    messages = list(dict.fromkeys(one.message for one in findings))
    return _cut(tr("、").join(messages[:_MOST]), len(messages))


def _cut(cut: str, many: int) -> str:
    return cut + tr("等") if many > _MOST else cut


def _places(findings: list[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.place.where for one in findings))
