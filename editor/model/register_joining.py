"""Merging registers of a file into those of a library: existing entries stay, new ones are added."""

from dataclasses import replace

from editor.model.register_edits import put_person, put_tag, put_term
from editor.model.registers import Person, Registers, Tag, Term, Vocabulary


def joined(registers: Registers, other: Registers) -> Registers:
    """Return the registers with those of the other that they lack; aliases, hosts and identities come together.

    Raises UserError where the other holds a name that cannot be.
    """
    for person in other.people:
        registers = _with_person(registers, person)
    registers = _with_tags(registers, other)
    for vocabulary in Vocabulary:
        for term in other.terms(vocabulary):
            registers = _with_term(registers, vocabulary, term)
    return registers


def _with_person(registers: Registers, person: Person) -> Registers:
    known = registers.person(person.uid) or next((one for one in registers.people if _alike(one, person)), None)
    if known is None or known.kind is not person.kind:
        return put_person(registers, person)
    identities = (*known.former, person.uid, *person.former)
    return put_person(
        registers,
        replace(
            known,
            aliases=(*known.aliases, person.name, *person.aliases),
            remark=known.remark or person.remark,
            rank=known.rank or person.rank,
            former=tuple(dict.fromkeys(uid for uid in identities if uid != known.uid)),
        ),
    )


def _alike(one: Person, other: Person) -> bool:
    return (one.kind, one.name, one.remark) == (other.kind, other.name, other.remark)


def _with_tags(registers: Registers, other: Registers) -> Registers:
    """Put in the tags of the other from the root down; a name that is there keeps its place."""
    here: dict[str, str] = {"": ""}
    waiting = list(other.children(""))
    while waiting:
        tag = waiting.pop(0)
        known = registers.tag(tag.uid) or next((one for one in registers.tags if _same(one.name, tag.name)), None)
        if known is None:
            known = Tag(name=tag.name, parent=here[tag.parent], uid=tag.uid)
            registers = put_tag(registers, known)
        here[tag.uid] = known.uid
        waiting += other.children(tag.uid)
    return registers


def _with_term(registers: Registers, vocabulary: Vocabulary, term: Term) -> Registers:
    terms = registers.terms(vocabulary)
    known = next((one for one in terms if one.uid == term.uid), None)
    known = known or next((one for one in terms if _same(one.name, term.name)), None)
    made = known or replace(term, aliases=())
    shared = vocabulary is Vocabulary.DOCUMENTS
    free = tuple(one for one in (term.name, *term.aliases) if shared or not _taken(terms, one))
    return put_term(
        registers, vocabulary, replace(made, aliases=(*made.aliases, *free), hosts=(*made.hosts, *term.hosts))
    )


def _taken(terms: tuple[Term, ...], name: str) -> bool:
    return any(_same(name, one) for term in terms for one in (term.name, *term.aliases))


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
