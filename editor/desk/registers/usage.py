"""Where the entries of registers are used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from editor.model.issue import Number
from editor.model.publication import Name, NameKind
from editor.model.registers import Registers

EDITOR_ROLE = "文章编辑"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A name in an issue's credits, or with EDITOR_ROLE as an article's editor."""

    issue: str
    number: Number
    role: str
    kind: NameKind
    name: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """names: the newest issue first; tags, sources: articles that have each, those of 待编 with them."""

    names: tuple[NameUse, ...] = ()
    tags: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesInIssue:
    """What someone did in an issue. roles: once each, as printed."""

    issue: str
    number: Number
    roles: tuple[str, ...]


def uses_by_person(registers: Registers, usage: Usage) -> dict[str, tuple[RolesInIssue, ...]]:
    """Return what everyone of the register did, by identity, the newest issue first."""
    found: dict[str, dict[str, list[NameUse]]] = {}
    for use in usage.names:
        person = registers.whose(use.name, use.kind)
        if person:
            found.setdefault(person.uid, {}).setdefault(use.issue, []).append(use)
    return {uid: tuple(map(_roles, issues.values())) for uid, issues in found.items()}


def unregistered(registers: Registers, usage: Usage) -> Iterator[tuple[str, NameKind]]:
    """Yield names that issues use and nobody of the register has, once each, in the order of use."""
    kept = dict.fromkeys(
        (use.name.text, use.kind)
        for use in usage.names
        if use.name.text and not (use.name.person and registers.person(use.name.person))
    )
    yield from (pair for pair in kept if not registers.people_named(*pair))


def _roles(uses: list[NameUse]) -> RolesInIssue:
    first = uses[0]
    roles = tuple(dict.fromkeys(use.role for use in uses))
    return RolesInIssue(issue=first.issue, number=first.number, roles=roles)
