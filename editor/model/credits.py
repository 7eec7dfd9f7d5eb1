"""The credits of an issue and of its publication: roles with the names of persons or organisations."""

from dataclasses import field
from enum import StrEnum

from editor.model.dataclass import dataclass
from editor.model.uid import check_uid, new_uid


class NameKind(StrEnum):
    """Names of organisations stand one a line, names of persons in columns."""

    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as printed, without typed spaces. person: identity of the registered person, empty for none."""

    text: str
    person: str = ""


class Filling(StrEnum):
    """Where the names of a role come from: typed by hand, the editors of the issue's articles, or a rota."""

    HAND = "hand"
    ARTICLES = "articles"
    ROTA = "rota"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A role of the credits page with its names, ordered by hand.

    names: of a role filled from the articles, what is printed while no article has an editor; rota: everyone who
    takes turns, in order.
    """

    role: str
    kind: NameKind = NameKind.PERSON
    names: tuple[Name, ...] = ()
    filling: Filling = Filling.HAND
    rota: tuple[Name, ...] = ()
    uid: str = field(default_factory=new_uid)

    def __post_init__(self) -> None:
        """Raise ValueError for a malformed identity."""
        check_uid(self.uid)
