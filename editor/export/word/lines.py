"""How many lines Word makes of a text: greedy, full-width cells, 避头尾 observed.

One mark at a line's end hangs beyond the measure (overflowPunct, left at its default: LibreOffice inverts a written
value). Between hanzi and Latin letters or digits there is a fifth of an em (autoSpaceDE and DN, on by default: measured
in LibreOffice 7.4, which leaves no gap beside other signs; a quarter in Word). Latin letters are those of the shipped
Song or of Times New Roman, whichever the machine has. Characters set closer keep their full width where a line, a run
or a script ends (measured in LibreOffice 7.4). Widths in thousandths of an em.
"""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from editor.model.body import Text
from editor.text.characters import is_han
from resources import resource

_NOT_FIRST = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—"
)
_NOT_LAST = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")
_GLUE = frozenset("\u00a0")
_HANGING = frozenset("!,.:;?、。！，．：；？")
_HALF_BLANK = frozenset("、。，．：；！？〈《「『【〔〖（［｛〉》」』】〕〗）］｝“”‘’")
_SLACK = 26


class Piece(NamedTuple):
    """A piece of text that is never divided. widths: in Song, in Times, without blanks at its end.

    hang: of a mark at its end that may stand beyond the measure; blank: at its end; chars: how many; gap: whether there
    is a gap before it; saved: what Word takes away where it compresses marks; turns: how often a run or a script ends
    before it or in it.
    """

    text: str
    widths: tuple[int, int]
    hang: int
    blank: int
    chars: int
    gap: bool
    saved: int
    turns: int


class Setting(NamedTuple):
    """One renderer. face: 0 Song, 1 Times; gap: between hanzi and Latin; more: of the measure; squeezed: marks.

    full_ends: what is set closer keeps its width where it ends.
    """

    face: int = 0
    gap: int = 200
    more: int = 0
    squeezed: bool = False
    full_ends: bool = False


LIBREOFFICE = Setting(full_ends=True)


class Lines(NamedTuple):
    """Lines of a paragraph, and how far the last one is filled."""

    number: int
    filled: int


@functools.cache
def _widths() -> dict[str, tuple[int, ...]]:
    rows = (line.split() for line in resource("word/widths.txt").read_text(encoding="ascii").splitlines())
    return {chr(int(code, 16)): tuple(map(int, widths)) for code, *widths in rows}


def advance(char: str, *, bold: bool = False, face: int = 0) -> int:
    """Return the width of a character in thousandths of an em."""
    widths = _widths().get(char, (1000, 1000))
    return widths[2 * face + bold] if len(widths) > 2 * face else widths[bold]


def count_lines(text: Text, *, width: float, indent: float = 0) -> int:
    """Return the number of lines of a paragraph, at least 1. width, indent of the first line: em of its size."""
    return lay_out(pieces(text), Room(round(width * 1000), round(indent * 1000))).number


class Room(NamedTuple):
    """Where text is laid out. spacing: added to every character; tail: of a piece that ends the last line."""

    width: int
    indent: int = 0
    spacing: int = 0
    tail: int = 0


def lay_out(words: tuple[Piece, ...], room: Room, setting: Setting = LIBREOFFICE) -> Lines:
    """Return the lines of a paragraph."""
    used, lines, begun = room.indent, 1, False
    face, gap_width, spacing = setting.face, setting.gap, room.spacing
    at_ends = -spacing if setting.full_ends and spacing < 0 else 0
    limit = room.width + _SLACK + setting.more - at_ends
    for word in words:
        size = word.widths[face] + word.chars * spacing + word.turns * at_ends
        size -= word.saved if setting.squeezed else 0
        gap = gap_width if word.gap else 0
        if used + gap + size - word.hang <= limit:
            used += gap + size + word.blank
        elif size - word.hang > limit:
            lines, used = _broken(word, limit, lines + begun, 0 if begun else used, face)
        else:
            lines, used = lines + 1, size + word.blank
        begun = True
    return Lines(lines + 1, room.tail) if room.tail and used + room.tail > limit else Lines(lines, used + room.tail)


def _broken(word: Piece, limit: int, lines: int, used: int, face: int) -> tuple[int, int]:
    """Break a word longer than a line wherever the line is full."""
    for char in word.text:
        width = advance(char, face=face)
        if used + width > limit:
            lines, used = lines + 1, 0
        used += width
    return lines, used


def pieces(text: Text) -> tuple[Piece, ...]:
    """Return the pieces of a text that are never divided."""
    return tuple(_pieces(text))


def _pieces(text: Text) -> Iterator[Piece]:
    before, word, widths, saved, turns = "", "", [0, 0], 0, 0
    for run in text:
        turned = bool(word or before)
        for char in run.text:
            if word and _may_break(word[-1], char):
                yield _piece(before, word, widths, saved, turns)
                before, word, widths, saved, turns = word[-1], "", [0, 0], 0, 0
            last = word[-1:] or before
            turns += turned or _scripts_change(last, char)
            inside = 0 if not word else 200 if _gap(last, char) else advance(" ") if last == " " != char else 0
            for face in (0, 1):
                widths[face] += inside + (0 if char == " " else advance(char, bold=run.bold, face=face))
            saved += 500 if word and last in _HALF_BLANK and char in _HALF_BLANK else 0
            word, turned = word + char, False
    if word:
        yield _piece(before, word, widths, saved, turns)


def _piece(before: str, word: str, widths: list[int], saved: int, turns: int) -> Piece:
    bare = word.rstrip(" ")
    hang = advance(bare[-1]) if bare[-1:] in _HANGING and len(word) > 1 else 0
    blank = advance(" ") * (len(word) - len(bare))
    saved += 500 if before in _HALF_BLANK and before and word[0] in _HALF_BLANK else 0
    gap = bool(before) and _gap(before, word[0])
    return Piece(word, (widths[0], widths[1]), hang, blank, len(bare), gap, saved, turns)


def _scripts_change(left: str, right: str) -> bool:
    return bool(left) and left != " " and right != " " and _is_latin(left) != _is_latin(right)


def _gap(left: str, right: str) -> bool:
    """Return whether there is a gap: between a hanzi and a Latin letter or digit."""
    return (is_han(left) and _is_word(right)) or (_is_word(left) and is_han(right))


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _may_break(left: str, right: str) -> bool:
    if right == " " or left in _GLUE or right in _GLUE or right in _NOT_FIRST or left in _NOT_LAST:
        return False
    if left == " ":
        return True
    if _is_latin(left) and _is_latin(right):
        return left == "-" and right.isalpha()
    return True


def _is_latin(char: str) -> bool:
    return ord(char) < 0x2E80 and char not in "“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩"
