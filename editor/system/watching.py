"""How far long work is told, and how it is stopped on the way."""

from collections.abc import Callable

Watch = Callable[[int, int], None]
"""Told parts done and parts in all, (0, 0) where that is not known. Raises StoppedError where nobody wants it more."""


class StoppedError(Exception):
    """The user wants no more of what is under way."""


def unwatched(_done: int, _all: int) -> None:
    """Nobody watches."""
