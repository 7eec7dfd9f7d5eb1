"""Articles follow when the list of steps is changed: a renamed step keeps them, a deleted one gives them back."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from editor.model.article_review import step_of
from editor.model.article_steps import Steps
from editor.model.edits import change_articles
from editor.model.issue import Article
from editor.model.workspace import Workspace

Names = tuple[str, ...]


def carried_steps(own: Steps, before: Steps, after: Steps) -> Steps:
    """Return an issue's steps with what differs between two values of its publication's."""
    changed: dict[str, Any] = {
        field.name: getattr(after, field.name)
        for field in fields(Steps)
        if getattr(before, field.name) != getattr(after, field.name)
    }
    made = replace(own, **changed)
    # lists that were changed apart may have come to share a name
    return made if len(set(made.names)) == len(made.names) else after


def with_steps(space: Workspace, steps: Steps) -> Workspace:
    """Return the workspace with another list of steps in its issue, and its articles where they stand in that."""
    own = space.issue.archive.steps
    if own == steps:
        return space
    heirs, renamed = successors(own.names, steps.names), _renamed(own.names, steps.names)

    def carried(article: Article) -> Article:
        archive = article.archive
        signoffs = tuple(replace(one, step=renamed.get(one.step, one.step)) for one in archive.signoffs)
        state = heirs[step_of(article, own)]
        return replace(article, archive=replace(archive, state=state, signoffs=signoffs))

    moved = change_articles(space, carried)
    issue = moved.issue
    return replace(moved, issue=replace(issue, archive=replace(issue.archive, steps=steps)))


def fallen(space: Workspace, steps: Steps) -> Mapping[str, tuple[str, int]]:
    """Return, by step that a new list does not have, the step its articles go back to and how many they are."""
    own = space.issue.archive.steps
    named = _renamed(own.names, steps.names)
    heirs = successors(own.names, steps.names)
    standing = [step_of(article, own) for article in space.articles()]
    gone = [name for name in own.names if name not in steps.names and name not in named]
    return {name: (heirs[name], standing.count(name)) for name in gone if name in standing}


def successors(before: Names, after: Names) -> Mapping[str, str]:
    """Return for every step the one that stands for it in another list: itself, its new name, or the one before it."""
    renamed = _renamed(before, after)
    found: dict[str, str] = {}
    last = after[0]
    for name in before:
        last = found[name] = name if name in after else renamed.get(name, last)
    return found


def _renamed(before: Names, after: Names) -> Mapping[str, str]:
    """Return new names by old: between two names that stayed, as many others stand now as stood before."""
    pairs = zip(_runs(before, after), _runs(after, before), strict=False)
    same = [name for name in before if name in after] == [name for name in after if name in before]
    found = [pair for olds, news in pairs if len(olds) == len(news) for pair in zip(olds, news, strict=True)]
    return dict(found) if same else {}


def _runs(names: Names, others: Names) -> Iterator[Names]:
    """Yield the names that the other list lacks, as they stand before, between and after those it has."""
    run: list[str] = []
    for name in names:
        if name in others:
            yield tuple(run)
            run = []
        else:
            run.append(name)
    yield tuple(run)
