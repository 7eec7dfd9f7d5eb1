"""Changing the list of steps: articles keep a renamed step, and go from a deleted step back to the one before."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from editor.model.article import Article
from editor.model.article_review import step_of
from editor.model.article_steps import Steps
from editor.model.edits import change_articles
from editor.model.workspace import Workspace

Names = tuple[str, ...]


def carried_steps(own: Steps, before: Steps, after: Steps) -> Steps:
    """Return an issue's steps with those fields changed in which before and after, its publication's steps, differ."""
    changed: dict[str, Any] = {
        field.name: getattr(after, field.name)
        for field in fields(Steps)
        if getattr(before, field.name) != getattr(after, field.name)
    }
    made = replace(own, **changed)
    # review and proofreading lists changed independently may now share a name
    return made if len(set(made.names)) == len(made.names) else after


def with_steps(space: Workspace, steps: Steps) -> Workspace:
    """Return the workspace with other steps in its issue, its articles at the steps that succeed their old ones."""
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
    """Return by step missing in the new list: the step to which its articles go back, and how many they are."""
    own = space.issue.archive.steps
    named = _renamed(own.names, steps.names)
    heirs = successors(own.names, steps.names)
    current = [step_of(article, own) for article in space.articles()]
    gone = [name for name in own.names if name not in steps.names and name not in named]
    return {name: (heirs[name], current.count(name)) for name in gone if name in current}


def successors(before: Names, after: Names) -> Mapping[str, str]:
    """Return for every step its successor in another list: itself, its new name, or the step before it."""
    renamed = _renamed(before, after)
    found: dict[str, str] = {}
    last = after[0]
    for name in before:
        last = found[name] = name if name in after else renamed.get(name, last)
    return found


def _renamed(before: Names, after: Names) -> Mapping[str, str]:
    """Return new names by old: between two names that stayed, equally many others count as renamed in order."""
    pairs = zip(_runs(before, after), _runs(after, before), strict=False)
    same = [name for name in before if name in after] == [name for name in after if name in before]
    found = [pair for olds, news in pairs if len(olds) == len(news) for pair in zip(olds, news, strict=True)]
    return dict(found) if same else {}


def _runs(names: Names, others: Names) -> Iterator[Names]:
    """Yield the groups of names missing in the other list: before, between and after the names that it has."""
    run: list[str] = []
    for name in names:
        if name in others:
            yield tuple(run)
            run = []
        else:
            run.append(name)
    yield tuple(run)
