"""An article's progress through the steps of review and proofreading; its state is the last step it passed."""

import datetime as dt
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from editor.model.article import Article
from editor.model.article_steps import Steps
from editor.model.review import Signoff


class Phase(Enum):
    """How far an article is. RETURNED: it was set back and has passed no step since."""

    BEGUN = "begun"
    REVIEW = "review"
    PROOF = "proof"
    DONE = "done"
    RETURNED = "returned"


class ArticleProgress(NamedTuple):
    """How far an article is. passed, of: steps passed and steps in all, of review or of proofreading by the phase."""

    step: str
    phase: Phase
    passed: int = 0
    of: int = 1


def step_of(article: Article, steps: Steps) -> str:
    """Return an article's last step; where the list no longer has it, the latest earlier step that the list has."""
    archive = article.archive
    if archive.state in steps.names:
        return archive.state
    known = (one.step for one in reversed(archive.signoffs) if one.step in steps.names)
    return next(known, None) or _older(archive.state, steps)


def standing(article: Article, steps: Steps) -> ArticleProgress:
    """Return how far an article is."""
    step, last = step_of(article, steps), last_signoff(article, steps)
    return ArticleProgress(step, Phase.RETURNED) if last and last.back else standing_at(step, steps)


def standing_at(step: str, steps: Steps) -> ArticleProgress:
    """Return how far an article is whose last step is this one, passed and not set back to."""
    at, review = steps.names.index(step), len(steps.review)
    if at == len(steps.names) - 1:
        return ArticleProgress(step, Phase.DONE)
    if at >= review - 1:
        return ArticleProgress(step, Phase.PROOF, at - review + 1, len(steps.proof))
    return ArticleProgress(step, Phase.REVIEW, at, review - 1) if at else ArticleProgress(step, Phase.BEGUN)


def last_signoff(article: Article, steps: Steps) -> Signoff | None:
    """Return the sign-off of an article's last step, None where none was recorded."""
    step = step_of(article, steps)
    return next((one for one in reversed(article.archive.signoffs) if one.step == step), None)


def steps_on(article: Article, steps: Steps) -> tuple[str, ...]:
    """Return the steps an article may take now: the next one, and those after it where steps may be left out."""
    left = steps.names[steps.names.index(step_of(article, steps)) + 1 :]
    return left if steps.skipping else left[:1]


def steps_back(article: Article, steps: Steps) -> tuple[str, ...]:
    """Return the steps an article may be set back to, the nearest first."""
    return steps.names[: steps.names.index(step_of(article, steps))][::-1]


def pass_on(article: Article, steps: Steps, step: str, *, name: str, at: dt.datetime) -> Article:
    """Return the article at a later step. at: UTC. Raises ValueError for a step that is not open to it.

    A proofreading step records the 责任校对 that the article has now.
    """
    if step not in steps_on(article, steps):
        raise ValueError(f"{step!r} does not follow {step_of(article, steps)!r}")
    proofreader = article.archive.proofreader if step in steps.proof else ""
    return _moved(article, Signoff(step=step, name=name, at=at, proofreader=proofreader))


def set_back(article: Article, steps: Steps, signoff: Signoff) -> Article:
    """Return the article at an earlier step. Raises ValueError without a reason, or for a step not before its own."""
    if signoff.step not in steps_back(article, steps) or not signoff.back:
        raise ValueError(f"{signoff.step!r} does not come before {step_of(article, steps)!r}, or nothing is said of it")
    return _moved(article, signoff)


def is_reviewed(article: Article, steps: Steps) -> bool:
    """Return whether an article has passed every step of review; steps of proofreading may still follow."""
    return steps.names.index(step_of(article, steps)) >= len(steps.review) - 1


def is_done(article: Article, steps: Steps) -> bool:
    """Return whether an article has passed every step."""
    return step_of(article, steps) == steps.names[-1]


def _moved(article: Article, signoff: Signoff) -> Article:
    archive = article.archive
    return replace(article, archive=replace(archive, state=signoff.step, signoffs=(*archive.signoffs, signoff)))


def _older(state: str, steps: Steps) -> str:
    """Return the step of a state as it was kept before there were steps: draft, edited (已编) or proofed (已校)."""
    if state == "proofed":
        return steps.names[-1]
    return steps.names[1] if state == "edited" and len(steps.names) > 1 else steps.names[0]
