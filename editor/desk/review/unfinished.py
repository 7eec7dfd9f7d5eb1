"""Articles that have not gone their whole way when their issue is handed in, and whether that keeps it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from editor.model.article_review import is_done, is_reviewed, step_of
from editor.model.article_steps import Gate, Steps
from editor.model.issue import Article, Issue
from editor.model.language import tr
from editor.text.quotes import within_title

_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """Articles that have not passed a step. words: how many, and which stand where; blocking: the issue waits."""

    step: str
    articles: tuple[Article, ...]
    words: str
    blocking: bool


def unfinished(issue: Issue) -> Iterator[Unfinished]:
    """Yield the articles short of the last step of review, then those that only lack proofs."""
    steps = issue.archive.steps
    short = tuple(one for one in issue.articles() if not is_reviewed(one, steps))
    if short:
        yield _of(steps.review[-1], short, steps, blocking=steps.gate is not Gate.NOTHING)
    unread = tuple(one for one in issue.articles() if is_reviewed(one, steps) and not is_done(one, steps))
    if unread:
        yield _of(steps.proof[-1], unread, steps, blocking=steps.gate is Gate.ALL)


def _of(step: str, articles: tuple[Article, ...], steps: Steps, *, blocking: bool) -> Unfinished:
    words = tr("{n} 篇还没有过“{step}”：{where}", n=len(articles), step=step, where=_where(articles, steps))
    return Unfinished(step=step, articles=articles, words=words, blocking=blocking)


def _where(articles: tuple[Article, ...], steps: Steps) -> str:
    """Return where articles stand, the furthest behind first, each with the first of them by title."""
    order = sorted(articles, key=lambda one: steps.names.index(step_of(one, steps)))
    groups = [(step, tuple(found)) for step, found in groupby(order, key=lambda one: step_of(one, steps))]
    return tr("；").join(tr("“{step}”{titles}", step=step, titles=_titles(found)) for step, found in groups)


def _titles(articles: tuple[Article, ...]) -> str:
    named = tr("、").join(
        tr("《{title}》", title=within_title(one.title.text) or tr("（无标题）")) for one in articles[:_MOST]
    )
    return tr("{named}等 {n} 篇", named=named, n=len(articles)) if len(articles) > _MOST else named
