"""Where the entries of registers are used."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.model.credits import Name, NameKind
from editor.model.language import mark_tr
from editor.model.number import Number
from editor.model.registers import Registers

EDITOR_ROLE = mark_tr("文章编辑")


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
    """Return the roles of everyone in the register, by identity, the newest issue first."""
    known = _Known(registers)
    found: dict[str, dict[str, list[NameUse]]] = {}
    for use in usage.names:
        uid = known.whose(use)
        if uid:
            found.setdefault(uid, {}).setdefault(use.issue, []).append(use)
    return {uid: tuple(map(_roles, issues.values())) for uid, issues in found.items()}


def unregistered(registers: Registers, usage: Usage) -> tuple[tuple[str, NameKind], ...]:
    """Return names used by issues and missing in the register, once each, in the order of use."""
    known = _Known(registers)
    fresh = (
        (use.name.text, use.kind)
        for use in usage.names
        if use.name.text and use.name.person not in known.identities and (use.name.text, use.kind) not in known.names
    )
    return tuple(dict.fromkeys(fresh))


class _Known:
    """The people of a register by identity (including merged ones) and by name."""

    def __init__(self, registers: Registers) -> None:
        self.identities = {uid: one.uid for one in registers.people for uid in (one.uid, *one.former)}
        self.names: dict[tuple[str, NameKind], list[str]] = {}
        for one in registers.people:
            for text in (one.name, *one.aliases):
                self.names.setdefault((text, one.kind), []).append(one.uid)

    def whose(self, use: NameUse) -> str:
        """Return the identity of a name's person, empty for nobody or where several have the name."""
        if use.name.person:
            return self.identities.get(use.name.person, "")
        found = self.names.get((use.name.text, use.kind), [])
        return found[0] if len(found) == 1 else ""


def _roles(uses: list[NameUse]) -> RolesInIssue:
    first = uses[0]
    roles = tuple(dict.fromkeys(use.role for use in uses))
    return RolesInIssue(issue=first.issue, number=first.number, roles=roles)
