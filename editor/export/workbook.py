"""Tables as an .xlsx file. Every text is written as a text, so that no cell can be a formula."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor.text.cell_grid import harmless

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | None
_FORBIDDEN, _LONGEST_NAME = re.compile(r"[\[\]:*?/\\]"), 31
_LEAST, _WIDEST = 8, 48
_MOST = 32_767
"""What Excel holds: characters of a sheet's name and of a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet. total: the last row, set off; empty for none."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()


def workbook(sheets: Iterable[Sheet], title: str, made: dt.datetime) -> bytes:
    """Return sheets as a workbook; their heads stay in sight and can be filtered. made: local time."""
    # imported where it is written: nothing else needs it
    import xlsxwriter

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.set_properties({"title": title, "created": made.replace(tzinfo=None)})
    looks = _Looks(
        head=book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter", "bg_color": "#EEF1F4"}
        ),
        total=book.add_format({"bold": True, "top": 1}),
        plain=book.add_format({}),
        quoted=book.add_format({"quote_prefix": True}),
    )
    for sheet in sheets:
        page = book.add_worksheet(_sheet_name(sheet.name))
        _fill(page, sheet, looks)
    book.close()
    return data.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    head: Any
    total: Any
    plain: Any
    quoted: Any


def _fill(page: "Worksheet", sheet: Sheet, looks: _Looks) -> None:
    for column, text in enumerate(sheet.heads):
        page.write_string(0, column, text, looks.head)
        cells = [text, *(_said(row[column]) for row in (*sheet.rows, *filter(None, (sheet.total,))))]
        page.set_column(column, column, min(_WIDEST, max(_LEAST, *map(_width, cells))))
    for at, row in enumerate(sheet.rows, 1):
        _write(page, at, row, looks)
    if sheet.total:
        _write(page, len(sheet.rows) + 1, sheet.total, looks, total=True)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)


def _write(page: "Worksheet", at: int, row: Sequence[Cell], looks: _Looks, *, total: bool = False) -> None:
    for column, cell in enumerate(row):
        look = looks.total if total else looks.plain
        if isinstance(cell, str):
            quoted = not total and harmless(cell) != cell
            page.write_string(at, column, cell[:_MOST], looks.quoted if quoted else look)
        elif cell is None:
            page.write_blank(at, column, None, look)
        else:
            page.write_number(at, column, cell, look)


def _said(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _width(text: str) -> int:
    """Return about how wide a text is, in characters of Latin letters."""
    return 2 + sum(1 if char.isascii() else 2 for char in text)


def _sheet_name(name: str) -> str:
    return _FORBIDDEN.sub(" ", name).strip("' ")[:_LONGEST_NAME] or "1"
