"""Pure changes of registers. Each returns the new value; UserError says in Chinese why it cannot be."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import TypeVar, assert_never

from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.registers import Person, Registers, Tag, Term, Vocabulary

LONGEST = 80
_CONTROLS = frozenset(map(chr, (*range(32), 127)))

_Entry = TypeVar("_Entry", Person, Tag, Term)


def put_person(registers: Registers, person: Person) -> Registers:
    """Return the registers with a person or organisation added, or in place of the one of its identity.

    Raises UserError where another has the same name, kind and remark: users could not tell them apart.
    """
    person = replace(person, name=_name(person.name), remark=person.remark.strip())
    person = replace(person, aliases=_aliases(person.name, person.aliases))
    for other in registers.people:
        if other.uid != person.uid and _likeness(other) == _likeness(person):
            raise UserError(
                tr("已经有“{name}”了。若是另一位同名的，请在备注里写明职务或单位，好区分。", name=person.name)
            )
    return replace(registers, people=_put(registers.people, person))


def merge_people(registers: Registers, source: str, target: str) -> Registers:
    """Return the registers with one entry (uid) merged into another; its name stays as an alias.

    Raises UserError for an entry merged into itself or a person into an organisation.
    """
    one, other = _found(registers.people, source), _found(registers.people, target)
    if one.uid == other.uid:
        raise UserError(tr("请选两个不同的条目来合并。"))
    if one.kind is not other.kind:
        raise UserError(tr("“{name}”和“{name2}”一个是人员、一个是单位，不能合并。", name=one.name, name2=other.name))
    made = replace(
        other,
        aliases=_aliases(other.name, (*other.aliases, one.name, *one.aliases)),
        remark=other.remark or one.remark,
        rank=other.rank or one.rank,
        former=tuple(dict.fromkeys((*other.former, one.uid, *one.former))),
    )
    left = replace(registers, people=_without(registers.people, (one.uid,)))
    return put_person(left, made)


def retire_person(registers: Registers, uid: str, *, retired: bool = True) -> Registers:
    """Return the registers with someone no longer offered, or offered again."""
    person = replace(_found(registers.people, uid), retired=retired)
    return replace(registers, people=_put(registers.people, person))


def remove_person(registers: Registers, uid: str) -> Registers:
    """Return the registers without an entry; printed names keep their text."""
    return replace(registers, people=_without(registers.people, (uid,)))


def put_tag(registers: Registers, tag: Tag) -> Registers:
    """Return the registers with a tag added, or in place of the one of its identity (renamed, moved).

    Raises UserError for a name another tag has, and for a parent that is the tag itself or lies below it.
    """
    tag = replace(tag, name=_name(tag.name))
    taken = next((one for one in registers.tags if one.uid != tag.uid and _same(one.name, tag.name)), None)
    if taken:
        raise UserError(tr("已经有标签“{name}”了。要把两个合成一个，请用“合并”。", name=taken.name))
    if tag.parent and registers.tag(tag.parent) is None:
        raise LookupError(tag.parent)
    if tag.parent == tag.uid or any(one.uid == tag.parent for one in registers.below(tag.uid)):
        raise UserError(tr("“{name}”不能放到自己或自己的下级里。", name=tag.name))
    return replace(registers, tags=_put(registers.tags, tag))


def move_tag(registers: Registers, uid: str, parent: str) -> Registers:
    """Return the registers with a tag and all below it under another parent; empty: at the root."""
    return put_tag(registers, replace(_found(registers.tags, uid), parent=parent))


def rename_tag(registers: Registers, uid: str, name: str) -> Registers:
    """Return the registers with another name for a tag."""
    return put_tag(registers, replace(_found(registers.tags, uid), name=name))


def merge_tags(registers: Registers, source: str, target: str) -> Registers:
    """Return the registers without one tag (uid), its children under another. Raises UserError for one below it."""
    one, other = _found(registers.tags, source), _found(registers.tags, target)
    if one.uid == other.uid:
        raise UserError(tr("请选两个不同的标签来合并。"))
    if other in registers.below(one.uid):
        # the target takes the merged tag's place in the tree
        registers = put_tag(registers, replace(other, parent=one.parent))
    moved = tuple(replace(tag, parent=target) if tag.parent == source else tag for tag in registers.tags)
    return replace(registers, tags=_without(moved, (source,)))


def remove_tag(registers: Registers, uid: str) -> Registers:
    """Return the registers without a tag; its children move up."""
    parent = _found(registers.tags, uid).parent
    moved = tuple(replace(tag, parent=parent) if tag.parent == uid else tag for tag in registers.tags)
    return replace(registers, tags=_without(moved, (uid,)))


def put_term(registers: Registers, vocabulary: Vocabulary, term: Term) -> Registers:
    """Return the registers with a term added, or in place of the one of its identity.

    Raises UserError where another term of the vocabulary has its name, or one of its aliases as a name; two documents
    may share a 简称.
    """
    term = replace(term, name=_name(term.name), hosts=_hosts(term.hosts))
    term = replace(term, aliases=_aliases(term.name, term.aliases))
    shared = vocabulary is Vocabulary.DOCUMENTS
    for other in registers.terms(vocabulary):
        if other.uid != term.uid:
            _refuse_clash(term, other, shared=shared)
    return _with_terms(registers, vocabulary, _put(registers.terms(vocabulary), term))


def merge_terms(registers: Registers, vocabulary: Vocabulary, source: str, target: str) -> Registers:
    """Return the registers with one term (uid) merged into another; its name stays as an alias."""
    terms = registers.terms(vocabulary)
    one, other = _found(terms, source), _found(terms, target)
    if one.uid == other.uid:
        raise UserError(tr("请选两个不同的条目来合并。"))
    made = replace(other, aliases=(*other.aliases, one.name, *one.aliases), hosts=_hosts((*other.hosts, *one.hosts)))
    return put_term(_with_terms(registers, vocabulary, _without(terms, (source,))), vocabulary, made)


def remove_term(registers: Registers, vocabulary: Vocabulary, uid: str) -> Registers:
    """Return the registers without a term."""
    return _with_terms(registers, vocabulary, _without(registers.terms(vocabulary), (uid,)))


def _refuse_clash(term: Term, other: Term, *, shared: bool) -> None:
    if _same(other.name, term.name):
        raise UserError(tr("已经有“{name}”了。要把两个合成一个，请用“合并”。", name=other.name))
    names = (term.name, *(() if shared else term.aliases))
    theirs = (other.name, *(() if shared else other.aliases))
    clash = next((one for one in names for two in theirs if _same(one, two)), None)
    if clash is not None:
        raise UserError(tr("“{clash}”已经是“{name}”的名称或别名。请改写，或把两个合并。", clash=clash, name=other.name))


def _likeness(person: Person) -> tuple[str, str, str]:
    return person.kind, person.name, person.remark.casefold()


def _name(text: str) -> str:
    text = text.strip()
    if not text:
        raise UserError(tr("名称还空着，请写一个。"))
    if len(text) > LONGEST:
        raise UserError(tr("名称超过 {n} 个字，请写短一些。", n=LONGEST))
    if _CONTROLS.intersection(text):
        raise UserError(tr("“{text!r}”里有换行或不能印的字符，请删去。", text=text))
    return text


def _aliases(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    cleaned = (_name(alias) for alias in aliases if alias.strip())
    return tuple(dict.fromkeys(alias for alias in cleaned if alias != name))


def _hosts(hosts: Iterable[str]) -> tuple[str, ...]:
    """Return hosts as they are compared: lower case, without scheme, path and www."""
    bare = (host.strip().lower().rpartition("://")[2].partition("/")[0].removeprefix("www.") for host in hosts)
    made = tuple(dict.fromkeys(host for host in bare if host))
    bad = next((host for host in made if "." not in host.strip(".") or any(map(str.isspace, host))), None)
    if bad is not None:
        raise UserError(tr("“{bad}”不像一个网站域名，请写成 news.example.cn 这样。", bad=bad))
    return made


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _put(entries: tuple[_Entry, ...], entry: _Entry) -> tuple[_Entry, ...]:
    if any(one.uid == entry.uid for one in entries):
        return tuple(entry if one.uid == entry.uid else one for one in entries)
    return tuple(chain(entries, (entry,)))


def _without(entries: tuple[_Entry, ...], uids: Iterable[str]) -> tuple[_Entry, ...]:
    gone = frozenset(uids)
    return tuple(one for one in entries if one.uid not in gone)


def _found(entries: tuple[_Entry, ...], uid: str) -> _Entry:
    """Raise LookupError for an entry that is not there."""
    for one in entries:
        if one.uid == uid:
            return one
    raise LookupError(uid)


def _with_terms(registers: Registers, vocabulary: Vocabulary, terms: tuple[Term, ...]) -> Registers:
    match vocabulary:
        case Vocabulary.BODIES:
            return replace(registers, bodies=terms)
        case Vocabulary.SOURCES:
            return replace(registers, sources=terms)
        case Vocabulary.DOCUMENTS:
            return replace(registers, documents=terms)
        case _:
            assert_never(vocabulary)
