"""Tables read back from finished pages: every character must lie in the box of its cell, and none may be missing.

Boxes are those of the rules drawn on the page and of the columns' widths. Lengths in pt from a page's upper left.
"""

import ctypes
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from editor.document.look import LookTable
from editor.document.table_setting import TableSetting
from editor.model.body import Table, plain
from editor.model.page_facts import Spot

_TWIPS, _NEAR, _THICKEST = 20, 0.6, 5.0
_EDGE = 3.0  # rules over tables, and how far from a row's edge their middle is


class Char(NamedTuple):
    """A character with the box of its drawing."""

    char: str
    left: float
    top: float
    right: float
    bottom: float


class Sheet(NamedTuple):
    """A page: its size, its characters in the order of the file, and the heights at which rules are drawn."""

    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[float, ...]


def read_sheets(data: bytes, look: LookTable, start: Spot, end: Spot) -> list[Sheet]:
    """Return the pages of a PDF; rules are those of the type area from one spot to another."""
    head = look.millimetres("page.top") * 72 / 25.4 - 2
    with pypdfium2.PdfDocument(data) as pdf:
        return [_sheet(page, *_between(at, start, end, head)) for at, page in enumerate(pdf, 1)]


def table_faults(sheets: Sequence[Sheet], table: Table, setting: TableSetting, look: LookTable) -> list[str]:
    """Return what is wrong with the only table of some pages, whose only rules are the table's."""
    reader = _Reader(table, setting)
    for sheet in sheets:
        if sheet.rules:
            reader.read(sheet, look)
    return [*reader.faults, *reader.missing()]


def outside_paper(sheets: Sequence[Sheet]) -> list[str]:
    """Return the characters outside of the paper."""
    return [
        one.char
        for sheet in sheets
        for one in sheet.chars
        if one.left < 0 or one.top < 0 or one.right > sheet.width or one.bottom > sheet.height
    ]


class _Reader:
    """Takes the characters of one page after the other to the cells in whose boxes they lie."""

    def __init__(self, table: Table, setting: TableSetting) -> None:
        self.faults: list[str] = []
        self._table, self._setting = table, setting
        self._edges = [0.0, *accumulate(width / _TWIPS for width in setting.widths)]
        self._owner = {place: (cell.row, cell.column) for cell in table.cells() for place in cell.cells()}
        self._spans = {(cell.row, cell.column): cell for cell in table.cells()}
        self._found: dict[tuple[int, int], str] = dict.fromkeys(self._spans, "")
        self._next = 0

    def read(self, sheet: Sheet, look: LookTable) -> None:
        """Read the part of the table on a page."""
        upright = look.millimetres("page.left") * 72 / 25.4
        left = (sheet.width - self._edges[-1]) / 2 if self._setting.turned else upright
        rows = self._rows(len(sheet.rules) - 1)
        again = self._next > 0 and self._setting.repeats
        heads = range(self._table.header_rows if again else 0)
        self._check_area(sheet, left, look)
        self._check_heights(sheet, rows)
        lines: dict[tuple[int, int], list[Char]] = {}
        for one in sheet.chars:
            if sheet.rules[0] < (one.top + one.bottom) / 2 < sheet.rules[-1]:
                at = bisect_right(sheet.rules, (one.top + one.bottom) / 2) - 1
                column = min(bisect_right(self._edges, (one.left + one.right) / 2 - left) - 1, len(self._edges) - 2)
                cell = self._owner[rows[at], max(0, column)]
                self._check(one, cell, sheet, rows, left)
                if not (again and at in heads):
                    lines.setdefault(cell, []).append(one)
        for cell, chars in lines.items():
            self._found[cell] += "".join(one.char for one in chars)
        self._next = rows[-1] + (1 if self._is_done(rows[-1]) else 0)

    def missing(self) -> Iterator[str]:
        """Yield the cells whose words are not those of the table."""
        grid = self._table.grid()
        for (row, column), text in self._found.items():
            wanted = "".join(plain(grid[row][column]).split())
            if sorted(text) != sorted(wanted):
                yield f"cell {row}, {column}: {len(text)} of {len(wanted)} characters"

    def _rows(self, count: int) -> list[int]:
        """Return which row is drawn between two rules."""
        again = self._next > 0 and self._setting.repeats
        heads = list(range(self._table.header_rows)) if again else []
        last = len(self._setting.heights) - 1
        return [*heads, *(min(last, self._next + at) for at in range(count - len(heads)))]

    def _is_done(self, row: int) -> bool:
        """Whether nothing of a row goes on on the next page."""
        grid = self._table.grid()
        cells = {self._owner[row, column] for column in range(len(self._table.head))}
        ending = [cell for cell in cells if cell[0] + self._spans[cell].rows - 1 == row]
        return all(len(self._found[cell]) >= len("".join(plain(grid[cell[0]][cell[1]]).split())) for cell in ending)

    def _check(self, one: Char, cell: tuple[int, int], sheet: Sheet, rows: list[int], left: float) -> None:
        span = self._spans[cell]
        inside = [at for at, row in enumerate(rows) if span.row <= row < span.row + span.rows]
        low, high = self._edges[span.column] + left, self._edges[span.column + span.columns] + left
        if one.left < low - _NEAR or one.right > high + _NEAR:
            self.faults.append(f"{one.char} of {cell}: {one.left:.1f} to {one.right:.1f} in {low:.1f} to {high:.1f}")
        top, bottom = sheet.rules[min(inside)], sheet.rules[max(inside) + 1]
        if one.top < top - _NEAR or one.bottom > bottom + _NEAR:
            self.faults.append(f"{one.char} of {cell}: {one.top:.1f} to {one.bottom:.1f} in {top:.1f} to {bottom:.1f}")

    def _check_heights(self, sheet: Sheet, rows: list[int]) -> None:
        """Check that rows are as high as they were counted, which is what they are in Word."""
        for at, row in enumerate(rows):
            drawn, counted = sheet.rules[at + 1] - sheet.rules[at], self._setting.heights[row] / _TWIPS
            if row not in self._setting.divided and abs(drawn - counted) > _EDGE:
                self.faults.append(f"row {row} is {drawn:.1f} high, counted as {counted:.1f}")

    def _check_area(self, sheet: Sheet, left: float, look: LookTable) -> None:
        top = look.millimetres("page.top") * 72 / 25.4
        pitch, body = look.points("grid.pitch"), look.points("grid.body")
        upright = look.count("grid.lines") * pitch - (pitch - body)
        bottom = sheet.height - (look.millimetres("page.height") * 72 / 25.4 - top - upright)
        if sheet.rules[0] < top - 1.5 or sheet.rules[-1] > bottom + 1.5:
            self.faults.append(f"rules from {sheet.rules[0]:.1f} to {sheet.rules[-1]:.1f} in {top:.1f} to {bottom:.1f}")
        if left < 0 or left + self._edges[-1] > sheet.width:
            self.faults.append("wider than the paper")


def _between(sheet: int, start: Spot, end: Spot, head: float) -> tuple[float, float]:
    """Return the part of a page that lies between two spots, below its running head."""
    top = start.y * 72 / 25400 if sheet == start.sheet else head
    bottom = end.y * 72 / 25400 if sheet == end.sheet else 10_000
    return (top - 2, bottom) if start.sheet <= sheet <= end.sheet else (0, 0)


def _sheet(page: pypdfium2.PdfPage, top: float, bottom: float) -> Sheet:
    width, height = page.get_size()
    found = sorted(y for y in _rules(page, height) if top < y < bottom)
    rules = [y for at, y in enumerate(found) if at == 0 or y - found[at - 1] > 1]
    return Sheet(width=width, height=height, chars=tuple(_chars(page, height)), rules=tuple(rules))


def _rules(page: pypdfium2.PdfPage, height: float) -> Iterator[float]:
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = drawn.get_bounds()
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(drawn.raw, filled, stroked)
        if stroked.value and top - bottom < _THICKEST < right - left:
            yield height - (top + bottom) / 2


def _chars(page: pypdfium2.PdfPage, height: float) -> Iterator[Char]:
    text = page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for at in range(text.count_chars()):
        # PDFium has U+0002 for a hyphen at a line's end
        char = chr(pdfium.FPDFText_GetUnicode(text, at)).replace("\x02", "-")
        if not char.isspace() and pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top):
            yield Char(char, left.value, height - top.value, right.value, height - bottom.value)
