"""A rule of cleaning that reads one text at a time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editor.text.cleaning.edit import Edit


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph as rules read it. masked: as long as text, with what must not be touched as `masks.MASK`."""

    text: str
    masked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRule:
    """id: kept in settings, never renamed; name, why: what it does and why, for users; edits: of a reading.

    usual: whether it is on where nobody has chosen.
    """

    id: str
    name: str
    why: str
    edits: Callable[[Reading], Iterable[Edit]]
    usual: bool = True
