"""How the columns of a table share its width, the same in every format. Widths in em of the table's type."""

import math
from typing import NamedTuple

from editor.document.cell_lines import is_bold, pieces, text_width
from editor.document.table_heads import is_head, is_total
from editor.model.body import Table, Text, plain

ROOM = 43.5  # em of a table's type over the measure: 10 pt over 154 to 156 mm
_PADDING = 1.4
_SPARE = 0.1
_NARROWEST = 1.0
_READABLE, _COMFORTABLE = 4.0, 6.0
_LONGEST_WORD = _LONG_TEXT = 12.0


class ColumnNeeds(NamedTuple):
    """What the columns ask for, without padding.

    least: for their longest number or word, and a few characters of text; heads, cells: for one line of everything.
    """

    least: list[float]
    heads: list[float]
    cells: list[float]

    def comfortable(self) -> "ColumnNeeds":
        """Return needs that give long texts lines of six characters at least."""
        long = (max(pair) > _LONG_TEXT for pair in zip(self.heads, self.cells, strict=True))
        least = [max(one, _COMFORTABLE) if text else one for one, text in zip(self.least, long, strict=True)]
        return self._replace(least=least)


def column_needs(table: Table) -> ColumnNeeds:
    """Return what the columns ask for. Cells over several columns ask for nothing."""
    wide = {(one.row, one.column) for one in table.spans if one.columns > 1}
    nothing = [_NARROWEST * 2] * len(table.head)
    least, heads, cells = [_NARROWEST] * len(table.head), list(nothing), list(nothing)
    for row, texts in enumerate(table.grid()):
        bold, lines = is_head(table, row) or is_total(table, row), heads if is_head(table, row) else cells
        for at, text in enumerate(texts):
            if text and (row, at) not in wide:
                one, least_one = _needs(text, bold=bold)
                lines[at], least[at] = max(lines[at], one), max(least[at], least_one)
    return ColumnNeeds(least=least, heads=heads, cells=cells)


def column_shares(table: Table) -> list[float]:
    """Return a share for every column, as on a page of usual width: where a drawing has no measure of its own."""
    return shared_widths(column_needs(table), ROOM, _PADDING)


def least_width(needs: ColumnNeeds, padding: float) -> float:
    """Return the width in which no number is broken and every column can be read. padding: of one column."""
    return sum(needs.least) + padding * len(needs.least)


def shared_widths(needs: ColumnNeeds, room: float, padding: float) -> list[float]:
    """Return the columns' widths, with padding; they fill the room.

    Columns that fit on one line share what is left by their text. Where they do not fit, heads may take two lines;
    where that is not enough, the longest columns share what the others leave by the root of their text, none below its
    least.
    """
    wanted = _with(needs.heads, needs.cells, padding)
    if sum(wanted) > room:
        # a head in two lines is a little longer than its half
        halves = [head / 2 + 1 for head in needs.heads]
        wanted = [max(two) + padding for two in zip(map(max, halves, needs.cells), needs.least, strict=True)]
    if sum(wanted) > room:
        least, most = [one + padding for one in needs.least], _widest(sorted(wanted), room)
        whole = [one if one <= most else low for one, low in zip(wanted, least, strict=True)]
        wanted = _squeezed(wanted, whole if sum(whole) <= room else least, room)
    return [width * room / sum(wanted) for width in wanted]


def _needs(text: Text, *, bold: bool) -> tuple[float, float]:
    """Return what a cell asks for on one line, and at least."""
    words, bold = plain(text), bold or is_bold(text)
    whole = text_width(words, bold=bold) / 1000 + _SPARE
    if whole <= _READABLE:
        return whole, whole
    longest = max((text_width(piece.rstrip(), bold=bold) for piece in set(pieces(words))), default=0) / 1000 + _SPARE
    # an address is broken rather than given half the table
    return whole, max(_READABLE, longest if longest <= _LONGEST_WORD else _READABLE)


def _with(heads: list[float], cells: list[float], padding: float) -> list[float]:
    return [max(pair) + padding for pair in zip(heads, cells, strict=True)]


def _widest(wanted: list[float], room: float) -> float:
    """Return the width at which cutting the columns, ascending, makes them fill the room."""
    for at, width in enumerate(wanted):
        share = room / (len(wanted) - at)
        if width > share:
            return share
        room -= width
    return wanted[-1]


def _squeezed(wanted: list[float], least: list[float], room: float) -> list[float]:
    """Share the room by the root of what is wanted, between least and wanted; more than the room where it must be."""
    widths: dict[int, float] = {}
    while len(widths) < len(wanted):
        still = [at for at in range(len(wanted)) if at not in widths]
        rest = (room - sum(widths.values())) / sum(math.sqrt(wanted[at]) for at in still)
        shares = {at: rest * math.sqrt(wanted[at]) for at in still}
        short = {at: least[at] for at in still if shares[at] < least[at]}
        over = {at: wanted[at] for at in still if shares[at] > wanted[at]}
        lacking = sum(short[at] - shares[at] for at in short) - sum(shares[at] - over[at] for at in over)
        # as many columns are settled at a time as cannot change any more
        widths |= (short if lacking > 0 else over if lacking < 0 else shares) or shares
    return [widths[at] for at in range(len(wanted))]
