"""House words (用语): wordings that an office forbids or prefers, which the checks look for. Archive metadata."""

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum

from editor.model.dataclass import dataclass
from editor.model.uid import check_uid, new_uid

QUOTED_EXCEPTIONS = ("《》", "“”")
"""Exceptions that stand for every text between these marks: titles and quotations are not the office's own words."""


class HouseWordScope(StrEnum):
    """Where a wording counts: titles are title, contents title and subtitle of an article."""

    EVERYWHERE = "everywhere"
    TITLES = "titles"
    BODY = "body"


class HouseWordLevel(StrEnum):
    """How grave it is; the values are those of the levels of the checks."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseWord:
    """A wording that is not to be used. name: the wording, unique in a library.

    instead: what to write for it, the best first, none where it is only forbidden; sections: names of those it counts
    in, none for all; exceptions: longer texts in which it is right, and those of QUOTED_EXCEPTIONS; source: of it.
    """

    name: str
    instead: tuple[str, ...] = ()
    scope: HouseWordScope = HouseWordScope.EVERYWHERE
    sections: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    level: HouseWordLevel = HouseWordLevel.WARNING
    reason: str = ""
    source: str = ""
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)


class HouseWords:
    """All house words of a library, by name. An unchanged list is the same object: two of them are not compared."""

    __slots__ = ("__weakref__", "words")

    def __init__(self, words: Iterable[HouseWord] = ()) -> None:
        """Take them in any order."""
        self.words = tuple(sorted(words, key=lambda one: one.name))


NO_HOUSE_WORDS = HouseWords()
