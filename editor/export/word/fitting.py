"""Character spacing that gives a paragraph as many lines as in the PDF, in every renderer.

Renderers differ by the Latin face, the gap beside it, the compression of marks and their rounding (`Setting`). Mostly a
paragraph has the wanted lines in all of them as it is. Where it would gain or lose one in some, its characters are set
closer or wider by twentieths of a point: mostly one, at most 8 % of an em, where the PDF saves a line by compressing
marks.
"""

from collections.abc import Iterator
from typing import NamedTuple

from editor.export.word.lines import LIBREOFFICE, Lines, Piece, Room, Setting, lay_out

_OTHERS = (
    Setting(face=1, gap=250),
    Setting(more=-90, full_ends=True),
    Setting(more=90, full_ends=True),
    Setting(face=1, full_ends=True),
    Setting(face=1, gap=250, squeezed=True),
)
_EM = 1000
_LOST_A_LINE = 1100
_MOST = 12


class Measure(NamedTuple):
    """The lines to fill, twips: width, indent of the first, size of the type, its spacing.

    tail: em of what must stand in the last line beside the text.
    """

    width: int
    indent: int
    size: int
    spacing: int = 0
    tail: float = 0


class Fit(NamedTuple):
    """spacing: added to every character, twips; sure: the lines are the same in every renderer."""

    lines: int
    spacing: int
    sure: bool


def natural_lines(words: tuple[Piece, ...], measure: Measure) -> Lines:
    """Return the lines without further spacing."""
    return _lines(words, measure, 0, LIBREOFFICE)


def fit(words: tuple[Piece, ...], measure: Measure, wanted: int, *, natural: Lines | None = None) -> Fit:
    """Return the smallest spacing that gives the wanted number of lines, surely where that can be had."""
    plain = natural or natural_lines(words, measure)
    if plain.number == wanted and _far_from_edges(words, measure, plain):
        return Fit(wanted, 0, sure=True)
    unsure: Fit | None = None
    for spacing in _spacings(measure.size):
        if _lines(words, measure, spacing, LIBREOFFICE).number == wanted:
            if all(_lines(words, measure, spacing, other).number == wanted for other in _OTHERS):
                return Fit(wanted, spacing, sure=True)
            unsure = unsure or Fit(wanted, spacing, sure=False)
    return unsure or Fit(plain.number, 0, sure=False)


def _spacings(size: int) -> Iterator[int]:
    yield 0
    for step in range(1, size // _MOST + 1):
        yield from (-step, step)


def _lines(words: tuple[Piece, ...], measure: Measure, spacing: int, setting: Setting) -> Lines:
    width, indent, added = (
        round(value * _EM / measure.size) for value in (measure.width, measure.indent, measure.spacing + spacing)
    )
    return lay_out(words, Room(width, indent, added, round(measure.tail * _EM)), setting)


def _far_from_edges(words: tuple[Piece, ...], measure: Measure, lines: Lines) -> bool:
    """Return whether the last line is so full, and so empty, that no renderer makes a line more or less."""
    width = measure.width * _EM // measure.size
    whim = lines.number * _LOST_A_LINE
    less = whim + sum(max(word.widths[0] - word.widths[1], 0) + word.saved for word in words)
    more = whim + sum(max(word.widths[1] - word.widths[0], 0) + 50 * word.gap for word in words)
    fits = lines.filled + more < width
    return fits and (lines.number == 1 or less < lines.filled - measure.tail * _EM)
