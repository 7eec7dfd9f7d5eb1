"""Sections of an issue under changed rules of its publication: which stay, which are new, which go."""

from dataclasses import replace
from enum import Enum

from editor.model.issue import Issue, Section
from editor.model.numbering import new_sections
from editor.model.publication import Defaults, SectionRule


class Displaced(Enum):
    """Where articles go whose section is deleted: into 待编, or they keep it."""

    PENDING = "pending"
    STAY = "stay"


def carried_sections(
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


def homeless_sections(issue: Issue, before: Defaults, after: Defaults) -> tuple[Section, ...]:
    """Return the issue's sections with articles that the change deletes."""
    return carried_sections(issue, before.sections, after.sections, Displaced.PENDING)[1]


def _section(
    rule: SectionRule, own: Section | None, old: SectionRule | None, left: dict[str, Section]
) -> Section | None:
    """Return the section of a rule; None where the issue has left out one that was there before."""
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
    """Put the issue's own sections behind those they stood behind."""
    woven, places = list(ruled), [section.uid for section in order]
    for section in own:
        before = places[: places.index(section.uid)]
        behind = max((at for at, one in enumerate(woven) if one.uid in before), default=-1)
        woven.insert(behind + 1, section)
    return tuple(woven)
