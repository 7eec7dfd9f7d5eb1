"""Pure changes of a tuple of values with identities: roles, contacts, publishers."""

from collections.abc import Callable
from typing import Protocol, TypeVar


class Item(Protocol):
    """A value with an identity."""

    @property
    def uid(self) -> str:
        """Its identity."""


T = TypeVar("T", bound=Item)


def found(items: tuple[T, ...], uid: str) -> T | None:
    """Return the item of an identity, None where there is none."""
    return next((one for one in items if one.uid == uid), None)


def changed(items: tuple[T, ...], uid: str, change: Callable[[T], T]) -> tuple[T, ...]:
    """Return the items with one of them changed."""
    return tuple(change(one) if one.uid == uid else one for one in items)


def inserted(items: tuple[T, ...], position: int, *added: T) -> tuple[T, ...]:
    """Return the items with others inserted at a position; one beyond the end appends them."""
    return (*items[:position], *added, *items[position:])


def removed(items: tuple[T, ...], uid: str) -> tuple[T, ...]:
    """Return the items without one of them."""
    return tuple(one for one in items if one.uid != uid)


def moved(items: tuple[T, ...], uid: str, position: int) -> tuple[T, ...]:
    """Return the items with one of them at another position, counted before it moves."""
    item = found(items, uid)
    if item is None:
        return items
    before = sum(one.uid == uid for one in items[:position])
    return inserted(removed(items, uid), position - before, item)


def stepped(items: tuple[T, ...], uid: str, by: int) -> tuple[T, ...]:
    """Return the items with one of them one place up (-1) or down (1); at either end nothing changes."""
    at = next((at for at, one in enumerate(items) if one.uid == uid), None)
    if at is None or not 0 <= at + by < len(items):
        return items
    return moved(items, uid, at + by if by < 0 else at + by + 1)
