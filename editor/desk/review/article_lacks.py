"""What an article still lacks for a step of review or proof; it is not taken before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from editor.model.article_steps import Steps
from editor.model.issue import Article
from editor.model.language import tr
from editor.proof.finding import Finding, Level


class LackKind(StrEnum):
    """What is lacking."""

    ERRORS = "errors"
    NOTES = "notes"
    EDITOR = "editor"
    PROOFREADER = "proofreader"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """A thing that is lacking, in a few words."""

    kind: LackKind
    words: str


def lacks(article: Article, steps: Steps, step: str, findings: Iterable[Finding]) -> tuple[Lack, ...]:
    """Return what an article lacks for a step. findings: those that stand in its issue."""
    return tuple(_lacks(article, steps, step, findings))


def lack_words(step: str, found: tuple[Lack, ...]) -> str:
    """Return in a sentence what a step waits for."""
    return tr("过“{step}”还差：{lacks}", step=step, lacks=tr("、").join(one.words for one in found)) if found else ""


def _lacks(article: Article, steps: Steps, step: str, findings: Iterable[Finding]) -> Iterator[Lack]:
    errors = sum(one.place.where == article.uid and one.level is Level.ERROR for one in findings)
    notes = sum(note.open for note in article.archive.notes)
    if errors:
        yield Lack(kind=LackKind.ERRORS, words=tr("{n} 处错误要改正或放行", n=errors))
    if notes:
        yield Lack(kind=LackKind.NOTES, words=tr("{n} 条批注没有解决", n=notes))
    if not article.archive.editor.strip():
        yield Lack(kind=LackKind.EDITOR, words=tr("没有写责任编辑"))
    if step in steps.proof and not article.archive.proofreader.strip():
        yield Lack(kind=LackKind.PROOFREADER, words=tr("没有写责任校对"))
