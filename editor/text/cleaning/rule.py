"""Rules of cleaning: those that read one text at a time, those that read the blocks of an article."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from editor.model.article import Article
from editor.text.cleaning.edit import Edit
from editor.text.cleaning.steps import Step


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


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRule:
    """id, name, why, usual: as those of a `TextRule`; steps: of an article whose texts are clean."""

    id: str
    name: str
    why: str
    steps: Callable[[Article], Iterable[Step]]
    usual: bool = True


Rule = TextRule | BlockRule
