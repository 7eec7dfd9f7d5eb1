"""Lines of text in the cells of tables, by one rule for PDF and Word.

The rule breaks where both break and counts every character at its widest: greedy, no compression but of a mark at a
line's end, 避头尾 observed, Latin words and numbers whole, a quarter of an em between hanzi and Latin. Neither format
makes more lines of a cell, so rows as high as these lines are equally high in both. Widths in thousandths of an em;
those of Latin characters are of the shipped Song, or Hei where it is wider.
"""

import functools
import re
from collections.abc import Iterable, Iterator

from editor.model.body import Text, plain
from editor.text.characters import is_han
from resources import resource

_EM, _GAP = 1000, 250
_OPENING = r"(\[{+±−№£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_CLOSING = r"!%),.:;>?\]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—ー々"
# a pattern of all hanzi takes 13 ms to compile: in what is matched one letter stands for all characters from here on
# that the pattern doesn't name
_FIRST_WIDE, _WIDE = 0x2E80, "字"
_NAMED = "".join(char for char in f"{_OPENING}{_CLOSING}　" if ord(char) >= _FIRST_WIDE)
_LATIN = rf"[^\s{_WIDE}{_NAMED}“”‘’…—·①-⑩]"
# no line begins with a hyphen or slash, and nothing parts an opening bracket from what follows it
_WORD = rf"{_LATIN}+(?:[‘’]{_LATIN}+)*(?:(?<=[(\[{{])\S)?"
_PIECE = rf"[{_OPENING}]*(?:{_WORD}|\S|(?=\s|$))[{_CLOSING}]*(?:[-–/|]{_LATIN}*[{_CLOSING}]*)*\s*"
_LATIN_RUN = re.compile("[A-Za-z0-9]+")
_HEI_FIGURE = 590
# at a line's end the typesetter sets these half as wide, and Word lets them hang
_HANGING, _HALF = frozenset("，。、；：！？"), 500


class _Widths(dict[str, int]):
    """Advances of characters; those it doesn't name are a full em wide."""

    def __missing__(self, char: str) -> int:
        return _EM


@functools.cache
def _advances(*, bold: bool) -> _Widths:
    rows = (line.split() for line in resource("word/widths.txt").read_text(encoding="ascii").splitlines())
    found = {chr(int(code, 16)): (int(regular), int(heavy)) for code, regular, heavy, *_ in rows}
    figures = dict.fromkeys("0123456789", _HEI_FIGURE)
    widths = {char: max(pair) if bold else pair[0] for char, pair in found.items()}
    return _Widths(widths | {char: max(least, widths[char]) for char, least in figures.items()} if bold else widths)


class _Letters(dict[int, int]):
    """What stands for a character in the text that is matched."""

    def __missing__(self, code: int) -> int:
        return code if code < _FIRST_WIDE else ord(_WIDE)


_LETTERS = _Letters({ord(char): ord(char) for char in _NAMED})


@functools.cache
def _piece_pattern() -> re.Pattern[str]:
    # compiled with the first table: it takes some milliseconds
    return re.compile(_PIECE)


def _gaps(text: str) -> int:
    """Return how often a hanzi stands beside a Latin letter or digit."""
    found = (match.span() for match in _LATIN_RUN.finditer(text))
    return sum(is_han(text[max(0, start - 1) : start]) + is_han(text[end : end + 1]) for start, end in found)


def text_width(text: str, *, bold: bool = False) -> int:
    """Return the width of text on one line."""
    return sum(map(_advances(bold=bold).__getitem__, text)) + _GAP * _gaps(text)


def pieces(text: str) -> list[str]:
    """Return text in the pieces that a line never breaks, each with the blanks behind it."""
    ends = [match.end() for match in _piece_pattern().finditer(text.translate(_LETTERS))][:-1] if text else []
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def widest_piece(text: str, *, bold: bool = False) -> int:
    """Return the width of the widest unbreakable piece."""
    return max((text_width(piece.rstrip(), bold=bold) for piece in set(pieces(text))), default=0)


def is_bold(text: Text) -> bool:
    """Return whether any of the text is bold."""
    return any(run.bold for run in text)


def cell_lines(text: Text, width: int, *, bold: bool = False) -> int:
    """Return the number of lines of a cell, at least 1. width: of a line; bold: set bold altogether."""
    words, bold = plain(text), bold or is_bold(text)
    # nothing is wider than an em with a gap
    if len(words) * (_EM + _GAP) <= width:
        return 1
    return sum(1 for _ in _lines(pieces(words), width, bold=bold)) or 1


def _lines(parts: Iterable[str], width: int, *, bold: bool) -> Iterator[int]:
    """Yield how much of every line is used."""
    used, before = 0, ""
    for part in parts:
        gap = _GAP if before and _gaps(before[-1] + part[:1]) else 0
        needed = text_width(part.rstrip(), bold=bold)
        if used and used + gap + needed - (_HALF if part.rstrip()[-1:] in _HANGING else 0) > width:
            yield used
            used = gap = 0
        if needed > width:
            # a piece that no line takes is broken anywhere
            *full, used = _broken(part.rstrip(), width, bold=bold)
            yield from full
            needed = 0
        used += gap + needed + text_width(part[len(part.rstrip()) :], bold=bold)
        before = part
    if used:
        yield used


def _broken(piece: str, width: int, *, bold: bool) -> list[int]:
    advances, lines = _advances(bold=bold), [0]
    for char in piece:
        if lines[-1] and lines[-1] + advances[char] > width:
            lines.append(0)
        lines[-1] += advances[char]
    return lines
