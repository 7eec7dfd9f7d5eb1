"""How many lines Word makes of a text: greedy, full-width cells, no compression, 避头尾 observed.

One mark at a line's end hangs beyond the measure (overflowPunct, left at its default: LibreOffice inverts a written
value). Between hanzi and Latin letters or digits there is a fifth of an em (autoSpaceDE and DN, on by default: measured
in LibreOffice 7.4, which leaves no gap beside other signs). Widths of Latin characters are those of the shipped Song.
"""

import functools
from collections.abc import Iterator

from editor.model.body import Text
from editor.text.characters import is_han
from resources import resource

_NOT_FIRST = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—"
)
_NOT_LAST = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")
_GLUE = frozenset("\u00a0")
_HANGING = frozenset("!,.:;?、。！，．：；？")
_GAP = 200
_SLACK = 26


@functools.cache
def _widths() -> dict[str, tuple[int, int]]:
    rows = (line.split() for line in resource("word/widths.txt").read_text(encoding="ascii").splitlines())
    return {chr(int(code, 16)): (int(regular), int(bold)) for code, regular, bold in rows}


def advance(char: str, *, bold: bool = False) -> int:
    """Return the width of a character in thousandths of an em."""
    return _widths().get(char, (1000, 1000))[bold]


def count_lines(text: Text, *, width: float, indent: float = 0) -> int:
    """Return the number of lines of a paragraph, at least 1. width, indent of the first line: em of its size."""
    limit, used, lines, before = round(width * 1000) + _SLACK, round(indent * 1000), 1, ""
    for word, size in _words(text):
        needed = size - _hanging(word)
        gap = _gap(before, word)
        if used + gap + needed <= limit:
            used += gap + size + _blank_after(word)
        elif needed > limit:
            lines, used = _broken(word, limit, lines + (before != ""), 0 if before else used)
        else:
            lines, used = lines + 1, size + _blank_after(word)
        before = word
    return lines


def _hanging(word: str) -> int:
    """Return the width of a mark at the end that may hang beyond the measure."""
    last = word.rstrip(" ")[-1:]
    return advance(last) if last in _HANGING and len(word) > 1 else 0


def _gap(before: str, word: str) -> int:
    """Return the space between two pieces: that of a hanzi beside a Latin letter or digit, else 0."""
    left, right = before[-1:], word[:1]
    return _GAP if (is_han(left) and _is_word(right)) or (_is_word(left) and is_han(right)) else 0


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _broken(word: str, limit: int, lines: int, used: int) -> tuple[int, int]:
    """Break a word longer than a line wherever the line is full."""
    for char in word:
        if used + advance(char) > limit:
            lines, used = lines + 1, 0
        used += advance(char)
    return lines, used


def _blank_after(word: str) -> int:
    return advance(" ") * (len(word) - len(word.rstrip(" ")))


def _words(text: Text) -> Iterator[tuple[str, int]]:
    """Yield unbreakable pieces with their width; trailing blanks do not count in it."""
    piece, size = "", 0
    for run in text:
        for char in run.text:
            if piece and _may_break(piece[-1], char):
                yield piece, size
                piece, size = "", 0
            size += _gap(piece, char) if piece else 0
            piece += char
            size += 0 if char == " " else advance(char, bold=run.bold)
            if char != " " and len(piece) > 1 and piece[-2] == " " and piece.strip() != char:
                size += advance(" ")
    if piece:
        yield piece, size


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
