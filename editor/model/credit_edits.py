"""Pure changes of the names of roles. Positions count from 0, before anything moves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from editor.model.credits import Credit, Filling, Name, NameKind
from editor.model.front import Front
from editor.model.items import changed, found


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePlace:
    """A name's place. role: the credit's uid."""

    role: str
    position: int


def put_credit(front: Front, role: str, change: Callable[[Credit], Credit]) -> Front:
    """Return the front with one role changed."""
    return replace(front, credits=changed(front.credits, role, change))


def name_at(front: Front, place: NamePlace) -> Name | None:
    """Return the name at a place, None where there is none."""
    credit = found(front.credits, place.role)
    return credit.names[place.position] if credit and 0 <= place.position < len(credit.names) else None


def add_names(front: Front, place: NamePlace, *names: Name) -> Front:
    """Return the front with names inserted at a place; the role then counts as typed by hand, unless it has a rota."""

    def add(credit: Credit) -> Credit:
        at = place.position
        return _by_hand(replace(credit, names=(*credit.names[:at], *names, *credit.names[at:])))

    return put_credit(front, place.role, add) if names else front


def put_name(front: Front, place: NamePlace, name: Name) -> Front:
    """Return the front with another name at a place."""
    if name_at(front, place) in (None, name):
        return front
    return put_credit(
        front,
        place.role,
        lambda credit: _by_hand(
            replace(credit, names=(*credit.names[: place.position], name, *credit.names[place.position + 1 :]))
        ),
    )


def remove_name(front: Front, place: NamePlace) -> Front:
    """Return the front without the name at a place."""
    if name_at(front, place) is None:
        return front
    return put_credit(
        front,
        place.role,
        lambda credit: _by_hand(
            replace(credit, names=credit.names[: place.position] + credit.names[place.position + 1 :])
        ),
    )


def move_name(front: Front, place: NamePlace, target: NamePlace) -> Front:
    """Return the front with a name at another place, of its role or of another."""
    name = name_at(front, place)
    if name is None or found(front.credits, target.role) is None:
        return front
    behind = place.role == target.role and place.position < target.position
    at = replace(target, position=target.position - behind)
    if at == place:
        return front
    return add_names(remove_name(front, place), at, name)


def sort_names(front: Front, role: str, key: Callable[[Name], Any]) -> Front:
    """Return the front with the names of a role in order; names of one key keep theirs."""
    return put_credit(front, role, lambda credit: replace(credit, names=tuple(sorted(credit.names, key=key))))


def set_kind(front: Front, role: str, kind: NameKind) -> Front:
    """Return the front with a role of persons or organisations; only persons take turns or edit articles."""
    filling = Filling.HAND if kind is NameKind.ORGANISATION else None
    return put_credit(front, role, lambda credit: replace(credit, kind=kind, filling=filling or credit.filling))


def fill_by(front: Front, role: str, filling: Filling) -> Front:
    """Return the front with another `Filling` of a role; a new rota starts with the names that are there."""

    def change(credit: Credit) -> Credit:
        if filling is not Filling.ROTA or credit.filling is Filling.ROTA:
            return replace(credit, filling=filling)
        rota = credit.rota or credit.names
        return replace(credit, filling=filling, names=credit.names[:1] or rota[:1], rota=rota)

    return put_credit(front, role, change)


def put_rota(front: Front, role: str, rota: tuple[Name, ...]) -> Front:
    """Return the front with another rota of a role."""
    return put_credit(front, role, lambda credit: replace(credit, rota=rota))


def _by_hand(credit: Credit) -> Credit:
    """Return a credit whose names were edited: they no longer come from the articles."""
    return replace(credit, filling=Filling.HAND) if credit.filling is Filling.ARTICLES else credit
