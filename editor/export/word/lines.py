"""How many lines Word makes of a text: greedy, full-width cells, 避头尾 observed.

One mark at a line's end hangs beyond the measure (overflowPunct, left at its default: LibreOffice inverts a written
value). Between hanzi and Latin letters or digits there is a fifth of an em (autoSpaceDE and DN, on by default: measured
in LibreOffice 7.4, which leaves no gap beside other signs; a quarter in Word). Latin letters are those of the shipped
Song or of Times New Roman, whichever the machine has. Characters set closer keep their full width where a line, a run
or a script ends (measured in LibreOffice 7.4). Widths in thousandths of an em.
"""

import functools
import re
from typing import NamedTuple

from editor.model.body import Text, plain
from editor.text.characters import is_han
from editor.text.latin_marks import latin_marks
from resources import resource

_NOT_FIRST = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—"
)
_NOT_LAST = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")
_GLUE = frozenset("\u00a0")
_BLANKS = " \u3000"
_CLOSING = frozenset("、。，．）］｝〉》」』】〕〗")
_TIED = frozenset("〉》」』】）］｝〗〕”’％℃")  # with a letter or digit behind them (measured in LibreOffice 7.4)
_HANGING = frozenset("!,.:;?、。！，．：；？")
_HALF_BLANK = frozenset("、。，．：；！？〈《「『【〔〖（［｛〉》」』】〕〗）］｝“”‘’")
_SLACK = 26
_EM = 1000
_HAN_GAP, _HALF = 200, 500
_NARROW = 400  # a mark of Latin text
_HAN_RUN = re.compile("([\u4e00-\u9fff]{4,})")


class Piece(NamedTuple):
    """A piece of text that is never divided. widths: in Song, in Times, without blanks at its end.

    hang: of a mark at its end that may stand beyond the measure; blank: at its end; chars: how many; gap: whether there
    is a gap before it; saved: what Word takes away where it compresses marks; turns: how often a run or a script ends
    before it or in it; repeat: how many such pieces follow one another.
    """

    text: str
    widths: tuple[int, int]
    hang: int
    blank: int
    chars: int
    gap: bool
    saved: int
    turns: int
    repeat: int = 1


_HANZI = Piece("一", (1000, 1000), 0, 0, 1, gap=False, saved=0, turns=0)


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
        if word.repeat > 1:
            lines, used, begun = *_hanzi(word.repeat, _EM + spacing, limit, lines, used), True
            continue
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


def _hanzi(count: int, width: int, limit: int, lines: int, used: int) -> tuple[int, int]:
    """Set so many hanzi in a row: no more than fit on the line, and full lines of the rest."""
    here = max(0, (limit - used) // width)
    if here >= count:
        return lines, used + count * width
    a_line = max(1, limit // width)
    full, rest = divmod(count - here, a_line)
    return lines + full + (rest > 0), (rest or a_line) * width


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
    cutter, at = _Cutter(), 0
    made: list[Piece] = []
    narrow = {start for start, _ in latin_marks(plain(text))}
    for run in text:
        cutter.turned = at > 0
        for number, part in enumerate(_HAN_RUN.split(run.text)):
            if number % 2:
                made += cutter.take(part[0], bold=run.bold, narrow=False)
                made += cutter.take_hanzi(part[1:])
            else:
                for place, char in enumerate(part, at):
                    made += cutter.take(char, bold=run.bold, narrow=place in narrow)
            at += len(part)
    return (*made, *cutter.rest())


class _Cutter:
    """The piece at hand: its characters, widths in both faces, and what Word would take away of it."""

    def __init__(self) -> None:
        self.turned = False
        self._before = self._word = ""
        self._widths, self._saved, self._turns = [0, 0], 0, 0

    def take(self, char: str, *, bold: bool, narrow: bool) -> tuple[Piece, ...]:
        """Take a character, and return the piece that ends before it."""
        ended = self.rest() if self._word and _may_break(self._word, char) else ()
        word = self._word
        last = word[-1:] or self._before
        self._turns += self.turned or _scripts_change(last, char)
        self.turned = False
        inside = _HAN_GAP if word and _gap(last, char) else 0
        if word and last in _BLANKS and char not in _BLANKS:
            inside = sum(map(advance, word[len(word.rstrip(_BLANKS)) :]))
        for face in (0, 1):
            width = 0 if char in _BLANKS else _NARROW if narrow else advance(char, bold=bold, face=face)
            self._widths[face] += inside + width
        self._saved += _HALF if word and last in _HALF_BLANK and char in _HALF_BLANK else 0
        self._word += char
        return ended

    def take_hanzi(self, chars: str) -> tuple[Piece, ...]:
        """Take hanzi after a hanzi: all are pieces of their own, the last one as long as no mark follows it."""
        ended = self.rest()
        self._before, self._word, self._widths = chars[-2:-1] or self._before, chars[-1], [1000, 1000]
        return (*ended, _HANZI._replace(repeat=len(chars) - 1))

    def rest(self) -> tuple[Piece, ...]:
        """Return the piece at hand, and begin another."""
        if not self._word:
            return ()
        piece = _piece(self._before, self._word, self._widths, self._saved, self._turns)
        self._before, self._word = self._word[-1], ""
        self._widths, self._saved, self._turns = [0, 0], 0, 0
        return (piece,)


def _piece(before: str, word: str, widths: list[int], saved: int, turns: int) -> Piece:
    bare = word.rstrip(_BLANKS)
    # behind a Latin letter LibreOffice lets none hang: there another portion begins
    hang = advance(bare[-1]) if bare[-1:] in _HANGING and len(bare) > 1 and not _is_latin(bare[-2]) else 0
    blank = sum(map(advance, word[len(bare) :]))
    saved += _HALF if before in _HALF_BLANK and before and word[0] in _HALF_BLANK else 0
    gap = bool(before) and _gap(before, word[0])
    return Piece(word, (widths[0], widths[1]), hang, blank, len(bare), gap, saved, turns)


def _scripts_change(left: str, right: str) -> bool:
    return bool(left) and left not in _BLANKS and right not in _BLANKS and _is_latin(left) != _is_latin(right)


def _gap(left: str, right: str) -> bool:
    """Return whether there is a gap: between a hanzi and a Latin letter or digit."""
    return (is_han(left) and _is_word(right)) or (_is_word(left) and is_han(right))


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _may_break(word: str, right: str) -> bool:
    left = word[-1]
    if right in _BLANKS or left in _GLUE or right in _GLUE or right in _NOT_FIRST or left in _NOT_LAST:
        return False
    if left in _BLANKS:
        return True
    if _is_latin(left) and _is_latin(right):
        return left == "-" and right.isalpha()
    if left in _TIED and _is_word(right):
        return False
    # numbers in a row hold together over a mark: 〔2026〕12号, 7219、7220 (LibreOffice, after UAX 14)
    return not (right.isdigit() and left in _CLOSING and word[-2:-1].isdigit())


def _is_latin(char: str) -> bool:
    return ord(char) < 0x2E80 and char not in "“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩"
