"""Grids of cells from text and to it: what spreadsheets put on the clipboard, files apart by commas or tabs."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.sanitise import sanitise

Grid = tuple[tuple[str, ...], ...]
# as many as are read of HTML
_MOST_CELLS = 50_000
_FORMULAS, _NUMBER = "=+-@＝＋－＠", re.compile(r"[+-]?\d+(?:\.\d+)?%?")
_APART = (",", "\t", ";", "，")


def grid_from_tabs(text: str) -> Grid:
    """Return the cells of a text of tabs and lines; a spreadsheet puts a cell of several lines into quotes.

    Raises UserError for more than an article holds.
    """
    rows = [line.split("\t") for line in text.split("\n")]
    if '"' in text and len(text) <= csv.field_size_limit() and text.count('"') % 2 == 0:
        read = list(csv.reader(text.splitlines(keepends=True), "excel-tab"))
        rows = read if any("\n" in cell for row in read for cell in row) else rows
    return _even(rows)


def grid_from_file(data: bytes, *, name: str) -> Grid:
    """Return the cells of a .csv or .tsv file in whatever encoding. Raises UserError where it holds none."""
    # imported for a file alone: what is pasted is text already
    from editor.text.decode import decode_text

    text = sanitise(decode_text(data, name=name)).strip("\n")
    first = text.partition("\n")[0]
    apart = max(_APART, key=first.count)
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=apart))
    except csv.Error as error:
        raise UserError(tr("“{name}”读不成表格：有一格太长。", name=name)) from error
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        raise UserError(tr("“{name}”里没有数据。", name=name))
    return _even(filled)


def grid_file(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a .csv file that spreadsheets read as UTF-8, its cells harmless."""
    made = io.StringIO()
    csv.writer(made, lineterminator="\r\n").writerows(tuple(map(harmless, row)) for row in rows)
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def grid_to_tabs(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as lines of cells apart by tabs, as spreadsheets take them from the clipboard; cells harmless."""
    return "\n".join("\t".join(harmless(" ".join(cell.split())) for cell in row) for row in rows)


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: ' before = + - @, which run what others have written.

    Numbers below zero stay (OWASP, CSV Injection).
    """
    begins = cell.lstrip("\t\r\n \u3000\ufeff")[:1]
    return f"'{cell}" if begins in _FORMULAS and begins and not _NUMBER.fullmatch(cell) else cell


def trimmed(grid: Grid) -> Grid:
    """Return a grid without the empty rows and columns at its ends."""
    rows = list(grid)
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    wide = max((at + 1 for row in rows for at, cell in enumerate(row) if cell.strip()), default=0)
    return tuple(row[:wide] for row in rows)


def _even(rows: list[list[str]]) -> Grid:
    """Return rows of one length, their cells without line feeds."""
    wide = max(map(len, rows))
    if wide * len(rows) > _MOST_CELLS:
        words = tr("表格有 {n} 行 {columns} 列，放不进一篇文章。请只复制需要的部分。", n=len(rows), columns=wide)
        raise UserError(words)
    return tuple(tuple(" ".join(cell.split()) for cell in [*row, *[""] * (wide - len(row))]) for row in rows)
