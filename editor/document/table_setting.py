"""How a table is set: type, widths of columns and heights of rows, the same in PDF and Word. Lengths in twips, 1/20 pt.

A table as wide as the measure is tried in its own type, then in smaller type with narrower padding, then on a page of
its own turned sideways. One that no page takes is set smaller still, so that nothing leaves its cell, and is too wide.
"""

import functools
import math
from collections.abc import Iterator
from typing import NamedTuple

from editor.document.cell_lines import cell_lines, pieces, text_width
from editor.document.columns import ColumnNeeds, column_needs, least_width, shared_widths
from editor.document.look import LookTable
from editor.document.table_heads import is_head, is_total, may_repeat
from editor.model.body import CellSpan, Table, Text, plain, text_of

UPPER_EDGE = 30
"""The rule over a table, which is drawn again over a repeated head."""
_TWIPS = 20
_SPARE = 10  # of a cell's width, for rounding
# type in pt, padding beside and above the words in twips
_STEPS = ((10.0, 140, 66), (9.0, 100, 60), (8.0, 70, 54), (7.5, 50, 50))
_SMALLEST, _LAST_WHOLE = 1.0, 4.0  # pt: numbers stay whole down to the second
_LEAST_TURNED, _TIGHTEST = 4000, 30
_WHOLE = 0.6  # of a page: tables up to this height are never divided
_HIGHEST_HEAD = 1 / 3


class TableRoom(NamedTuple):
    """What a look gives to tables. area: height of the type area; turned_measure, turned_area: of a turned page.

    size, small: of a table's type, and of its caption and note, pt; unit: a line of the grid, which a line of these
    takes; lead: what parts two lines of text.
    """

    measure: int
    area: int
    turned_measure: int
    turned_area: int
    size: float
    small: float
    unit: int
    lead: int


class TableSetting(NamedTuple):
    """A table as it is set. size: of its type, pt; pitch: of its lines; pad: beside and above the words of a cell.

    heights: of the rows, without UPPER_EDGE; divided: rows higher than a page, which alone may go over a page's end;
    joined: rows that stay on the page of the next one, since a cell goes over both; repeats: the heads stand again on
    next pages; whole: never divided; turned: on pages of its own, sideways; fits: False for one too wide for any page.
    """

    size: float
    pitch: int
    pad: tuple[int, int]
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    divided: frozenset[int]
    joined: frozenset[int]
    repeats: bool
    whole: bool
    turned: bool
    fits: bool

    @property
    def height(self) -> int:
        """Height of all rows."""
        return UPPER_EDGE + sum(self.heights)

    def keeps(self, row: int) -> bool:
        """Return whether a row stays on the page of the next one."""
        return self.whole or row in self.joined

    def head(self, table: Table) -> int:
        """Return the height of the heads on following pages, 0 where they are not repeated."""
        return UPPER_EDGE + sum(self.heights[: table.header_rows]) if self.repeats else 0


class _Fit(NamedTuple):
    size: float
    beside: int
    above: int
    turned: bool = False
    fits: bool = True


def table_room(look: LookTable) -> TableRoom:
    """Return what a look gives to tables."""
    unit, body = look.points("grid.pitch"), look.points("grid.body")
    area = look.count("grid.lines") * unit - (unit - body)
    width, height, top = (look.millimetres(f"page.{name}") * 72 / 25.4 for name in ("width", "height", "top"))
    bottom = height - top - area
    return TableRoom(
        measure=round(look.measure * _TWIPS),
        area=int(area * _TWIPS),
        turned_measure=int(area * _TWIPS),
        turned_area=int((width - top - bottom) * _TWIPS),
        size=look.points("type.table"),
        small=look.points("type.small"),
        unit=round(unit * _TWIPS),
        lead=round((unit - body) * _TWIPS),
    )


@functools.lru_cache(maxsize=64)
def table_setting(table: Table, room: TableRoom) -> TableSetting:
    """Return how a table is set; kept, since pages, checks and the Word file ask one after the other."""
    fit, needs = _table_fit(table, room)
    measure, area = (room.turned_measure, room.turned_area) if fit.turned else (room.measure, room.area)
    widths = _widths(needs, fit, measure)
    pitch = round(fit.size * 1.5 * _TWIPS)
    heights = _heights(table, widths, fit, pitch)
    head = UPPER_EDGE + sum(heights[: table.header_rows])
    repeats = may_repeat(table) and head <= area * _HIGHEST_HEAD
    most = area - (head if repeats else UPPER_EDGE)
    return TableSetting(
        size=fit.size,
        pitch=pitch,
        pad=(fit.beside, fit.above),
        widths=widths,
        heights=heights,
        divided=frozenset(row for row, height in enumerate(heights) if height > most),
        joined=frozenset(_joined(table, heights, most // 2)),
        repeats=repeats,
        whole=not fit.turned and UPPER_EDGE + sum(heights) + _around(table, measure, room) <= area * _WHOLE,
        turned=fit.turned,
        fits=fit.fits,
    )


def first_part(table: Table, setting: TableSetting, room: TableRoom) -> int:
    """Return the height that a table needs on the page where it begins: caption, heads and the first row."""
    head = sum(setting.heights[: table.header_rows]) if setting.repeats else 0
    below = table.header_rows if setting.repeats else 0
    first = setting.heights[below] if below not in setting.divided else 3 * setting.pitch + 2 * setting.pad[1]
    return min(room.area, caption_height(table.caption, setting, room) + UPPER_EDGE + head + first)


def caption_height(words: str, setting: TableSetting, room: TableRoom) -> int:
    """Return the height of a table's caption or note, whole lines of the grid, 0 for none."""
    return _lines_beside(words, sum(setting.widths), room) * room.unit


def table_space(table: Table, setting: TableSetting, room: TableRoom) -> tuple[int, int]:
    """Return the space above and below a table that is never divided, which bring it to whole lines of the grid.

    They part it from the boxes of the lines around it, which hold the lead of the text. Caption and note lie within.
    """
    content = setting.height + sum(caption_height(words, setting, room) for words in (table.caption, table.note))
    # as `snap` in resources/typeset/parts/text.typ; a side without words has 0.3 lines of its own
    apart = 0.3 * (not table.caption) + 0.3 * (not table.note)
    lines = math.ceil((content + room.lead) / room.unit + apart - 0.02)
    rest = lines * room.unit - content
    return rest // 2, rest - rest // 2


def turned_pages(table: Table, setting: TableSetting, room: TableRoom) -> int:
    """Return how many turned pages a table takes; its note stands on the last."""
    head, pages = setting.head(table), 1
    note = caption_height(table.note, setting, room)
    used = caption_height(table.caption, setting, room) + (head or UPPER_EDGE)
    for height in (*setting.heights[table.header_rows if head else 0 :], note):
        if used + height > room.turned_area and used > head:
            pages, used = pages + 1, head
        more, rest = divmod(max(0, height - (room.turned_area - used)), room.turned_area - head)
        over = used + height > room.turned_area
        pages, used = pages + more + over, head + rest if over else used + height
    return pages


def too_wide(table: Table, room: TableRoom) -> bool:
    """Return whether no page takes the table in type that can be read."""
    return not _table_fit(table, room)[0].fits


def broken_pieces(text: Text, span: CellSpan, setting: TableSetting, *, bold: bool) -> list[str]:
    """Return the words of a cell that are wider than it, which are broken anywhere."""
    width = _line_width(span, setting.widths, setting.size, setting.pad[0])
    words = plain(text)
    # nothing is wider than an em with a gap
    if len(words) * 1250 <= width:
        return []
    found = (piece.rstrip() for piece in pieces(words))
    return list(dict.fromkeys(piece for piece in found if text_width(piece, bold=bold) > width))


@functools.lru_cache(maxsize=64)
def _table_fit(table: Table, room: TableRoom) -> tuple[_Fit, ColumnNeeds]:
    # asked of every table before it is set
    return _fit(column_needs(table), room)


def _fit(needs: ColumnNeeds, room: TableRoom) -> tuple[_Fit, ColumnNeeds]:
    """Return the first type in which the columns have what they need, and what that is: comfortable or the least."""
    tried = [fit for fit in _fits(room) if not fit.turned], [fit for fit in _fits(room) if fit.turned]
    for fits in filter(None, tried):
        measure = room.turned_measure if fits[0].turned else room.measure
        for fit, asked in (*((fit, needs.comfortable()) for fit in fits), (fits[-1], needs)):
            if _least(asked, fit) <= measure:
                return fit, asked
    return _tightest(needs, fit, measure), needs


def _fits(room: TableRoom) -> Iterator[_Fit]:
    first, *smaller = _STEPS
    steps = ((room.size, *first[1:]), *(step for step in smaller if step[0] < room.size))
    yield from (_Fit(*step) for step in steps)
    if room.turned_measure > room.measure and room.turned_area >= _LEAST_TURNED:
        yield from (_Fit(*step, turned=True) for step in steps)


def _tightest(needs: ColumnNeeds, fit: _Fit, measure: int) -> _Fit:
    """Return type so small that numbers stay whole, or at the last that a character fits every column."""
    columns = len(needs.least)
    beside = min(fit.beside, _TIGHTEST, measure // (columns * 10))
    room = (measure - columns * (2 * beside + 2 * _SPARE)) / _TWIPS
    whole, one = room / sum(needs.least), room / columns / 1.3
    size = max(_SMALLEST, math.floor(2 * min(max(whole, _LAST_WHOLE), one, fit.size)) / 2)
    return _Fit(size, beside, fit.above, turned=fit.turned, fits=False)


def _least(needs: ColumnNeeds, fit: _Fit) -> float:
    em = fit.size * _TWIPS
    return least_width(needs, (2 * fit.beside + _SPARE) / em) * em


def _widths(needs: ColumnNeeds, fit: _Fit, measure: int) -> tuple[int, ...]:
    """Return the columns' widths; together they are the measure."""
    em = fit.size * _TWIPS
    shares = shared_widths(needs, measure / em, (2 * fit.beside + _SPARE) / em)
    widths = [int(share * em) for share in shares]
    widths[-1] += measure - sum(widths)
    return tuple(widths)


def _heights(table: Table, widths: tuple[int, ...], fit: _Fit, pitch: int) -> tuple[int, ...]:
    """Return the height of every row: of its highest cell; the last row under a span is as high as that needs."""
    grid = table.grid()
    heights = [pitch + 2 * fit.above] * len(grid)
    bold = [is_head(table, row) or is_total(table, row) for row in range(len(grid))]
    for cell in sorted(table.cells(), key=lambda one: (one.row + one.rows, one.rows)):
        text = grid[cell.row][cell.column]
        if text:
            lines = cell_lines(text, _line_width(cell, widths, fit.size, fit.beside), bold=bold[cell.row])
            last = cell.row + cell.rows - 1
            above = sum(heights[cell.row : last])
            heights[last] = max(heights[last], lines * pitch + 2 * fit.above - above)
    return tuple(heights)


def _joined(table: Table, heights: tuple[int, ...], most: int) -> Iterator[int]:
    """Yield all rows but the last of groups that cells go over, where a group is no higher than most."""
    first = last = -1
    for span in (*(one for one in table.spans if one.rows > 1), CellSpan(row=len(heights), column=0)):
        if span.row > last:
            if sum(heights[max(0, first) : last + 1]) <= most:
                yield from range(first, last)
            first = span.row
        last = max(last, span.row + span.rows - 1)


def _around(table: Table, measure: int, room: TableRoom) -> int:
    return sum(_lines_beside(words, measure, room) for words in (table.caption, table.note)) * room.unit


def _lines_beside(words: str, measure: int, room: TableRoom) -> int:
    return cell_lines(text_of(words), int(measure * 50 / room.small), bold=True) if words else 0


def _line_width(span: CellSpan, widths: tuple[int, ...], size: float, beside: int) -> int:
    """Return the width of a line of a cell in thousandths of an em."""
    room = sum(widths[span.column : span.column + span.columns]) - 2 * beside - _SPARE
    return int(room * 1000 / (size * _TWIPS))
