"""Faces of Windows and Office for characters that 宋体 lacks, so that Word shows what the PDF shows."""

import itertools
from bisect import bisect_right

from editor.document.coverage import is_shipped

_LATIN, _MATH, _SIGNS = "Times New Roman", "Cambria Math", "Segoe UI Symbol"
# (first code point, face) of each stretch of Unicode, up to the next; empty: Word's own choice
_STRETCHES = (
    (0x0000, ""),
    (0x0100, _LATIN),
    (0x0530, "Sylfaen"),
    (0x0590, _LATIN),
    (0x0780, ""),
    (0x0900, "Nirmala UI"),
    (0x0E00, "Leelawadee UI"),
    (0x0F00, "Microsoft Himalaya"),
    (0x1000, "Myanmar Text"),
    (0x10A0, "Sylfaen"),
    (0x1100, "Malgun Gothic"),
    (0x1200, ""),
    (0x1780, "Leelawadee UI"),
    (0x1800, "Mongolian Baiti"),
    (0x18B0, ""),
    (0x1950, "Microsoft Tai Le"),
    (0x1980, "Microsoft New Tai Lue"),
    (0x19E0, "Leelawadee UI"),
    (0x1A00, ""),
    (0x1D00, _LATIN),
    (0x2070, _MATH),
    (0x20A0, _LATIN),
    (0x20D0, _MATH),
    (0x2300, _SIGNS),
    (0x27C0, _MATH),
    (0x2800, _SIGNS),
    (0x2900, _MATH),
    (0x2B00, _SIGNS),
    (0x2C60, _LATIN),
    (0x2E80, ""),
    (0x3130, "Malgun Gothic"),
    (0x3190, ""),
    (0xA000, "Microsoft Yi Baiti"),
    (0xA4D0, ""),
    (0xA700, _LATIN),
    (0xA800, ""),
    (0xA960, "Malgun Gothic"),
    (0xA980, ""),
    (0xAB30, _LATIN),
    (0xAB70, ""),
    (0xAC00, "Malgun Gothic"),
    (0xD800, ""),
    (0xFB00, _LATIN),
    (0xFE00, ""),
    (0xFE70, _LATIN),
    (0xFEFF, ""),
    (0x1D400, _MATH),
    (0x1D800, ""),
    (0x1F000, _SIGNS),
    (0x1FB00, ""),
    (0x20000, "SimSun-ExtB"),
    (0x30000, "SimSun-ExtG"),
    (0x40000, ""),
)
_FIRSTS = tuple(first for first, _ in _STRETCHES)
_HAN_ABOVE = 0x20000


def rare_face(char: str) -> str:
    """Return the face that has a character on Windows, empty where the style's own has it or nothing is known."""
    if ord(char) < _HAN_ABOVE and is_shipped(char):
        return ""
    return _STRETCHES[bisect_right(_FIRSTS, ord(char)) - 1][1]


def by_face(text: str) -> tuple[tuple[str, str], ...]:
    """Return text in pieces of one face each, with the face, empty for the style's own."""
    if is_shipped(text) and max(text, default="") < chr(_HAN_ABOVE):
        return (("", text),)
    return tuple((face, "".join(chars)) for face, chars in itertools.groupby(text, rare_face))
