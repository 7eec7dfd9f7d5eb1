"""Which characters the shipped fonts have."""

import functools
from bisect import bisect_right
from collections.abc import Iterable

from editor.model.font import FontFace
from resources import resource

LAST_RESORT = "BulletinSong-Regular"
BOLD = "BulletinSong-Bold"
LAYOUT = frozenset("\t\n\r \u00a0\u3000\u2003")


def has_glyph(face: str, char: str) -> bool:
    """Return whether a shipped face, named by its file, has a glyph for char."""
    firsts, lasts = _ranges(face)
    at = bisect_right(firsts, ord(char)) - 1
    return at >= 0 and ord(char) <= lasts[at]


def unprintable(text: str, faces: Iterable[FontFace]) -> tuple[str, ...]:
    """Return the characters of text that no font has, sorted. faces: the office's own of a look."""
    rest = set(text) - _printable()
    return tuple(sorted(char for char in rest if not any(face.has(char) for face in faces))) if rest else ()


def can_print(char: str, faces: Iterable[FontFace]) -> bool:
    """Return whether any font has the character. faces: the office's own of a look."""
    return char in LAYOUT or has_glyph(LAST_RESORT, char) or any(face.has(char) for face in faces)


@functools.cache
def _printable() -> frozenset[str]:
    """Return all characters of the shipped fonts as one set: a whole issue is checked at every pause of typing."""
    pairs = zip(*_ranges(LAST_RESORT), strict=True)
    return LAYOUT.union(map(chr, (code for first, last in pairs for code in range(first, last + 1))))


@functools.cache
def _ranges(face: str) -> tuple[list[int], list[int]]:
    ends = resource(f"fonts/{face}.txt").read_text(encoding="ascii").replace("-", " ").split()
    codes = [int(end, 16) for end in ends]
    return codes[::2], codes[1::2]
