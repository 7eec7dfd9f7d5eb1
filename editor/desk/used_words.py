"""Words used before, for completing what is being typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from editor.model.credits import NameKind
from editor.model.registers import Registers, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedWords:
    """Each list with the most used first. people, organisations: names of credits; aliases: of sources, by name."""

    sources: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def registered_first(used: UsedWords, registers: Registers) -> UsedWords:
    """Return the words with those of the registers first, without aliases and retired people."""
    persons, organisations = (_names(registers, kind) for kind in NameKind)
    retired = [one.name for one in registers.people if one.retired]
    return replace(
        used,
        sources=_joined((term.name for term in registers.sources), used.sources, _aliases(registers.sources)),
        editors=_joined(persons, used.editors, retired),
        tags=_joined((tag.name for tag in registers.tags), used.tags),
        people=_joined(persons, used.people, retired),
        organisations=_joined(organisations, used.organisations, retired),
        aliases={term.name: term.aliases for term in registers.sources if term.aliases},
    )


def _names(registers: Registers, kind: NameKind) -> tuple[str, ...]:
    return tuple(name.text for name in registers.names(kind))


def _aliases(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(alias for term in terms for alias in term.aliases)


def _joined(registered: Iterable[str], used: Iterable[str], left_out: Iterable[str] = ()) -> tuple[str, ...]:
    known = dict.fromkeys(registered)
    hidden = frozenset(left_out) - known.keys()
    return (*known, *(word for word in used if word not in known and word not in hidden))
