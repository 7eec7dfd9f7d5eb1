"""An article's way through the publication's steps of review and proof; its state is the last step it has passed."""

import datetime as dt
from dataclasses import replace

from editor.model.issue import Article
from editor.model.publication import Publication
from editor.model.review import Signoff


def article_steps(publication: Publication) -> tuple[str, ...]:
    """Return the steps in order, those of review and then those of proof; an article begins at the first."""
    return (*publication.review_steps, *publication.proof_steps)


def step_of(article: Article, publication: Publication) -> str:
    """Return the step an article stands at; one that the publication does not have (any more) counts as the first."""
    steps = article_steps(publication)
    return article.archive.state if article.archive.state in steps else steps[0]


def next_step(article: Article, publication: Publication) -> str | None:
    """Return the step that comes next, None after the last."""
    steps = article_steps(publication)
    at = steps.index(step_of(article, publication)) + 1
    return steps[at] if at < len(steps) else None


def pass_on(article: Article, publication: Publication, *, name: str, at: dt.datetime) -> Article:
    """Return the article one step further, with who took it there. at: UTC. At the last step nothing changes."""
    step = next_step(article, publication)
    if step is None:
        return article
    signoffs = (*_before(article, publication, step), Signoff(step=step, name=name, at=at))
    return replace(article, archive=replace(article.archive, state=step, signoffs=signoffs))


def set_back(article: Article, publication: Publication, step: str) -> Article:
    """Return the article at an earlier step; who took it further is forgotten. Raises ValueError for an unknown one."""
    steps = article_steps(publication)
    behind = steps.index(step) + 1
    kept = _before(article, publication, steps[behind]) if behind < len(steps) else article.archive.signoffs
    return replace(article, archive=replace(article.archive, state=step, signoffs=kept))


def is_reviewed(article: Article, publication: Publication) -> bool:
    """Return whether an article has passed every step of review; steps of proof may still follow."""
    steps = article_steps(publication)
    return steps.index(step_of(article, publication)) >= len(publication.review_steps) - 1


def _before(article: Article, publication: Publication, step: str) -> tuple[Signoff, ...]:
    earlier = article_steps(publication)[: article_steps(publication).index(step)]
    return tuple(one for one in article.archive.signoffs if one.step in earlier)
