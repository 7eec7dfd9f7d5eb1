"""How far long work is told, and how it is stopped on the way."""

from collections.abc import Callable

Watch = Callable[[int, int], None]
"""Told parts done and parts in all, (0, 0) where that is not known. Raises StoppedError where nobody wants it more."""


class StoppedError(Exception):
    """The user wants no more of what is under way."""


def share_of(watch: Watch, first: int, last: int) -> Watch:
    """Return what tells one part of a longer work. first, last: where it begins and ends, in thousandths of all."""

    def told(done: int, whole: int) -> None:
        if whole:
            watch(first + (last - first) * done // whole, 1000)
        else:
            watch(0, 0)

    return told


def unwatched(_done: int, _all: int) -> None:
    """Nobody watches."""
