"""The registers: people, tags and terms named again and again. Archive metadata: no printed issue depends on them."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from enum import StrEnum

from editor.model.credits import Name, NameKind
from editor.model.dataclass import dataclass
from editor.model.uid import check_uid, new_uid


class Vocabulary(StrEnum):
    """The registers of plain terms, by the field of Registers that holds each."""

    BODIES = "bodies"
    SOURCES = "sources"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person or organisation. name: as printed; remark: duty or unit, tells two of one name apart.

    rank: by duty among all, from 1, 0 for none; former: identities merged into this one, which printed names may still
    carry.
    """

    name: str
    kind: NameKind = NameKind.PERSON
    aliases: tuple[str, ...] = ()
    remark: str = ""
    rank: int = 0
    retired: bool = False
    former: tuple[str, ...] = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity or a rank below 0."""
        if self.rank < 0:
            raise ValueError(f"no rank: {self.rank}")
        for uid in (self.uid, *self.former):
            check_uid(uid)

    def is_named(self, text: str) -> bool:
        """Return whether text is the name or an alias."""
        return text == self.name or text in self.aliases


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag of the tree; names are unique in it. parent: uid, empty at the root."""

    name: str
    parent: str = ""
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)
        if self.parent:
            check_uid(self.parent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The agreed name of an issuing body, a source or a document. aliases: short names, for a document its 简称.

    hosts: web hosts a source publishes on, their subdomains included; empty where nothing is known.
    """

    name: str
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """All registers of a library, entries in the order in which they were added."""

    people: tuple[Person, ...] = ()
    tags: tuple[Tag, ...] = ()
    bodies: tuple[Term, ...] = ()
    sources: tuple[Term, ...] = ()
    documents: tuple[Term, ...] = ()

    def person(self, uid: str) -> Person | None:
        """Return who has this identity, or had it before a merge."""
        return next((one for one in self.people if uid == one.uid or uid in one.former), None)

    def people_named(self, text: str, kind: NameKind | None = None) -> tuple[Person, ...]:
        """Return everyone whose name or alias this is."""
        return tuple(one for one in self.people if one.is_named(text) and kind in (None, one.kind))

    def whose(self, name: Name, kind: NameKind) -> Person | None:
        """Return the person of a printed name: by identity, else by the text where only one entry has it."""
        if name.person:
            return self.person(name.person)
        found = self.people_named(name.text, kind)
        return found[0] if len(found) == 1 else None

    def names(self, kind: NameKind | None = None) -> tuple[Name, ...]:
        """Return the names of all who are not retired, ready for a credits page."""
        return tuple(
            Name(text=one.name, person=one.uid) for one in self.people if not one.retired and kind in (None, one.kind)
        )

    def tag(self, uid: str) -> Tag | None:
        """Return the tag of an identity."""
        return next((one for one in self.tags if one.uid == uid), None)

    def children(self, parent: str) -> tuple[Tag, ...]:
        """Return the tags right below one, those of the root for an empty parent."""
        return tuple(one for one in self.tags if one.parent == parent)

    def below(self, uid: str) -> Iterator[Tag]:
        """Yield the tags below one at any depth."""
        for child in self.children(uid):
            yield child
            yield from self.below(child.uid)

    def terms(self, vocabulary: Vocabulary) -> tuple[Term, ...]:
        """Return the terms of one vocabulary."""
        found: tuple[Term, ...] = getattr(self, vocabulary)
        return found


NO_REGISTERS = Registers()


def term_named(terms: Iterable[Term], text: str) -> Term | None:
    """Return the term of this name, else the one that has it as an alias."""
    known = tuple(terms)
    exact = (one for one in known if one.name == text)
    return next(exact, None) or next((one for one in known if text in one.aliases), None)
