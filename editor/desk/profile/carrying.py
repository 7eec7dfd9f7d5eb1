"""Applies a change of a publication's defaults to an issue in editing (three-way merge): only what was changed."""

from dataclasses import fields, replace
from enum import Enum
from typing import Any

from editor.desk.profile.merging import merged
from editor.model.issue import Issue, Section
from editor.model.numbering import new_sections
from editor.model.publication import Defaults, Look, Profile, Publication, SectionRule
from editor.model.step_changes import carried_steps, with_steps
from editor.model.workspace import Drawer, Workspace


class Displaced(Enum):
    """What happens to articles of a deleted section: they move to 待编, or the issue keeps the section."""

    PENDING = "pending"
    STAY = "stay"


def carried(
    space: Workspace, before: Defaults, after: Defaults, *, displaced: Displaced = Displaced.PENDING
) -> Workspace:
    """Return the workspace with what differs between two values of its publication's defaults.

    What is the issue's own, and is not changed in the publication, stays: its texts of the profile, settings of its
    look, its own sections and articles, its names in credits. Articles follow changed steps (see `step_changes`).
    """
    issue = space.issue
    sections, homeless = _sections(issue, before.sections, after.sections, displaced)
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


def homeless_sections(issue: Issue, before: Defaults, after: Defaults) -> tuple[Section, ...]:
    """Return the issue's sections with articles that the change deletes."""
    return _sections(issue, before.sections, after.sections, Displaced.PENDING)[1]


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


def _sections(
    issue: Issue, before: tuple[SectionRule, ...], after: tuple[SectionRule, ...], displaced: Displaced
) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Return the issue's sections by the new rules, and those deleted that hold articles."""
    if before == after:
        return issue.sections, ()
    old, left = {rule.uid: rule for rule in before}, {section.name: section for section in issue.sections}
    kept = {rule.uid: left.pop(old[rule.uid].name, None) for rule in after if rule.uid in old}
    ruled = [_section(rule, kept.get(rule.uid), old.get(rule.uid), left) for rule in after]
    deleted = [left[rule.name] for rule in before if rule.uid not in kept and rule.name in left]
    removed = [one for one in deleted if displaced is Displaced.PENDING or not one.articles]
    there = [section for section in ruled if section is not None]
    placed = {section.uid for section in (*removed, *there)}
    own = [section for section in issue.sections if section.uid not in placed]
    return _woven(issue.sections, there, own), tuple(one for one in removed if one.articles)


def _section(
    rule: SectionRule, own: Section | None, old: SectionRule | None, left: dict[str, Section]
) -> Section | None:
    """Return the section of a rule; None where the issue has removed a section that the rule had before."""
    if old is None:
        return left.pop(rule.name, None) or new_sections((rule,))[0]
    if own is None:
        return None
    changed = {
        name: getattr(rule, name)
        for name in ("name", "colour", "page_start")
        if getattr(old, name) != getattr(rule, name)
    }
    return replace(own, **changed) if changed else own


def _woven(order: tuple[Section, ...], ruled: list[Section], own: list[Section]) -> tuple[Section, ...]:
    """Return both in one order: the issue's own sections come after the sections that they followed before."""
    woven, places = list(ruled), [section.uid for section in order]
    for section in own:
        before = places[: places.index(section.uid)]
        behind = max((at for at, one in enumerate(woven) if one.uid in before), default=-1)
        woven.insert(behind + 1, section)
    return tuple(woven)
