"""Two texts compared character by character, with Latin words and numbers as units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from editor.text.comparing.hunks import Hunk, hunks_of, joined, settled

_TOKEN = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+(?:[.,][0-9]+)*%?|.", re.DOTALL)
# with less in common, the text counts as replaced: marks on single characters would only confuse
_LEAST_COMMON = 0.3


class PieceKind(StrEnum):
    """In which of two texts a piece stands: both, the earlier, the later."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; never empty."""

    kind: PieceKind
    text: str


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts: same and removed ones joined are the earlier text, same and added the later."""
    if before == after:
        return _pieces((PieceKind.SAME, before))
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    hunks = hunks_of(old, new)
    common = sum(len(token) for hunk in hunks for token in hunk.same)
    if common < _LEAST_COMMON * max(len(before), len(after)):
        return _pieces((PieceKind.REMOVED, before), (PieceKind.ADDED, after))
    return _pieces(*_spelt(settled(joined(hunks))))


def compare_closely(before: str, after: str) -> tuple[Piece, ...]:
    """Return pieces as `compare_words` does, however little both texts share."""
    return _pieces(*_spelt(settled(joined(hunks_of(_TOKEN.findall(before), _TOKEN.findall(after))))))


def one_side(pieces: tuple[Piece, ...], *, later: bool) -> str:
    """Return the text that pieces come from, the later one or the earlier."""
    gone = PieceKind.REMOVED if later else PieceKind.ADDED
    return "".join(piece.text for piece in pieces if piece.kind is not gone)


def _spelt(hunks: list[Hunk]) -> Iterator[tuple[PieceKind, str]]:
    for hunk in hunks:
        yield PieceKind.SAME, "".join(hunk.same)
        yield PieceKind.REMOVED, "".join(hunk.removed)
        yield PieceKind.ADDED, "".join(hunk.added)


def _pieces(*parts: tuple[PieceKind, str]) -> tuple[Piece, ...]:
    filled = (part for part in parts if part[1])
    groups = ((kind, "".join(text for _, text in group)) for kind, group in groupby(filled, key=lambda part: part[0]))
    return tuple(Piece(kind, text) for kind, text in groups)
