"""A change that cleaning proposes: shown to the user, accepted or left."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from editor.model.block_texts import TextLocation
from editor.text.cleaning.edit import Replacement
from editor.text.cleaning.steps import Step


class PieceKind(StrEnum):
    """What becomes of words that are shown. NOTE: says what a paragraph becomes; it is in neither text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    NOTE = "note"


class Piece(NamedTuple):
    """Words of a change as it is shown."""

    text: str
    kind: PieceKind


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A replacement in the text at a location of the article."""

    location: TextLocation
    replacement: Replacement


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of an article. rule: its id; location: the text in which it begins; pieces: its words and some around.

    edit: what is done.
    """

    rule: str
    article: str
    location: TextLocation
    pieces: tuple[Piece, ...]
    edit: TextEdit | Step

    @property
    def before(self) -> str:
        """The words as they are."""
        return "".join(one.text for one in self.pieces if one.kind in (PieceKind.SAME, PieceKind.REMOVED))

    @property
    def after(self) -> str:
        """The words as they become."""
        return "".join(one.text for one in self.pieces if one.kind in (PieceKind.SAME, PieceKind.ADDED))
