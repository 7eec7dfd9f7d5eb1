"""Applies a change of a publication's defaults to an issue in editing (three-way merge): only what was changed."""

from dataclasses import fields, replace
from typing import Any

from editor.desk.profile.carried_sections import Displaced, carried_sections
from editor.desk.profile.merging import merged
from editor.model.issue import Issue
from editor.model.publication import Defaults, Look, Profile, Publication
from editor.model.step_changes import carried_steps, with_steps
from editor.model.workspace import Drawer, Workspace


def carried(
    space: Workspace, before: Defaults, after: Defaults, *, displaced: Displaced = Displaced.PENDING
) -> Workspace:
    """Return the workspace with what differs between two values of its publication's defaults.

    What is the issue's own, and is not changed in the publication, stays: its texts of the profile, settings of its
    look, its own sections and articles, its names in credits. Articles follow changed steps (see `step_changes`).
    """
    issue = space.issue
    sections, homeless = carried_sections(issue, before.sections, after.sections, displaced)
    made = replace(
        issue,
        profile=_profile(issue.profile, before.profile, after.profile),
        look=_look(issue.look, before.look, after.look),
        credits=merged(issue.credits, before.credits, after.credits, lambda credit: credit.role),
        contacts=merged(issue.contacts, before.contacts, after.contacts, lambda contact: contact.label),
        sections=sections,
    )
    steps = carried_steps(issue.archive.steps, before.steps, after.steps)
    if made == issue:
        return with_steps(space, steps)
    pending = tuple(article for section in homeless for article in section.articles)
    drawer = Drawer(pending=(*space.drawer.pending, *pending), trash=space.drawer.trash) if pending else space.drawer
    return with_steps(Workspace(issue=made, drawer=drawer), steps)


def with_waiting(issue: Issue, publication: Publication) -> Issue:
    """Return an issue with the publication's waiting change applied; sections with articles stay."""
    if publication.waiting is None:
        return issue
    space = Workspace(issue=issue)
    return carried(space, publication.waiting, publication.defaults, displaced=Displaced.STAY).issue


def _profile(own: Profile, before: Profile, after: Profile) -> Profile:
    names = [field.name for field in fields(Profile) if field.name != "publishers"]
    changed: dict[str, Any] = {
        name: getattr(after, name) for name in names if getattr(before, name) != getattr(after, name)
    }
    publishers = merged(own.publishers, before.publishers, after.publishers, lambda publisher: publisher.name)
    return own if before == after else replace(own, **changed, publishers=publishers)


def _look(own: Look, before: Look, after: Look) -> Look:
    if before == after:
        return own
    if before.name != after.name:
        return after
    if own.name != after.name:
        return own
    old, new, settings = dict(before.settings), dict(after.settings), dict(own.settings)
    for name in old.keys() | new.keys():
        if old.get(name) != new.get(name):
            settings.pop(name, None)
            settings |= {name: new[name]} if name in new else {}
    return replace(own, settings=tuple(sorted(settings.items())))
