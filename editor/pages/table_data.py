"""Tables as data for the page template. Lengths in pt."""

import re
from collections.abc import Iterable, Iterator

from editor.document.cell_sides import cell_side, column_sides, figure_columns
from editor.document.footnotes import table_notes
from editor.document.table_heads import is_head, is_total, total_row
from editor.document.table_pages import closing_column, held_note
from editor.document.table_setting import (
    UPPER_EDGE,
    TableRoom,
    TableSetting,
    broken_pieces,
    caption_height,
    first_part,
    table_setting,
)
from editor.model.body import Table, Text
from editor.pages.run_data import Data, clean, run_data

_TWIPS = 20
_NUMBER = re.compile(r"表\s*([0-9０-９一二三四五六七八九十][0-9０-９一二三四五六七八九十.．\-－]*)")


def table_data(table: Table, room: TableRoom) -> Data:
    """Return a table as the template reads it."""
    table, notes = table_notes(table)
    setting = table_setting(table, room)
    size, pitch = setting.size, setting.pitch / _TWIPS
    total = total_row(table)
    rows, fixed = _rows(table, setting)
    return {
        "type": "table",
        "caption": clean(table.caption),
        "again": "续" + (found.group() if (found := _NUMBER.match(clean(table.caption))) else "表"),
        "rows": rows,
        "fixed": fixed,
        "headers": table.header_rows,
        "total": -1 if total is None else total,
        "repeat": setting.repeats,
        "whole": setting.whole,
        "turned": setting.turned,
        "divided": sorted(setting.divided),
        "figures": figure_columns(table),
        "caption_lines": caption_height(table.caption, setting, room) // room.unit,
        "notes": [{"number": one.number, "text": clean(one.text)} for one in notes],
        "note": clean(table.note),
        "closed": closing_column(table, setting),
        "hold": 0 if notes else held_note(table, setting, room) / _TWIPS,
        "note_lines": caption_height(table.note, setting, room) // room.unit,
        "size": size,
        "pitch": pitch,
        "beside": setting.pad[0] / _TWIPS,
        "above": _above(setting) / _TWIPS,
        "edge": UPPER_EDGE / _TWIPS,
        "need": first_part(table, setting, room) / _TWIPS,
        "widths": [width / _TWIPS for width in setting.widths],
    }


def _above(setting: TableSetting) -> float:
    """Return the distance of a row's edge from the first line's upper edge: half of what parts two lines lies in it."""
    return setting.pad[1] + (setting.pitch - setting.size * _TWIPS) / 2


def _rows(table: Table, setting: TableSetting) -> tuple[list[list[Data]], list[float]]:
    """Return the cells of every row, and the height of those rows in which no cell of one row stands, else 0."""
    grid, sides = table.grid(), column_sides(table)
    rows: list[list[Data]] = [[] for _ in grid]
    for cell in table.cells():
        text = grid[cell.row][cell.column]
        bold = is_head(table, cell.row) or is_total(table, cell.row)
        pieces = broken_pieces(text, cell, setting, bold=bold)
        rows[cell.row].append(
            {
                "x": cell.column,
                "rows": cell.rows,
                "columns": cell.columns,
                "side": cell_side(table, sides, cell).value,
                "runs": list(_marked(text, pieces)) if pieces else run_data(text),
                "least": 0,
                "breaks": cell.row in setting.divided or (cell.rows > 1 and cell.row not in setting.joined),
            }
        )
    return rows, [_hold_open(cells, row, setting) for row, cells in enumerate(rows)]


def _hold_open(cells: list[Data], row: int, setting: TableSetting) -> float:
    """Give one cell of a row the height that the row has at least. Return the row's height where there is no such."""
    own = next((cell for cell in cells if cell["rows"] == 1), None)
    if own is None:
        return setting.heights[row] / _TWIPS
    lines = setting.heights[row] - 2 * _above(setting)
    low = lines <= setting.size * _TWIPS + 1 and any(cell["runs"] for cell in cells if cell["rows"] == 1)
    if row not in setting.divided and not low:
        own["least"] = lines / _TWIPS
    return 0


def _marked(text: Text, pieces: Iterable[str]) -> Iterator[Data]:
    """Yield runs cut at words that are broken anywhere, these marked."""
    found = re.compile("(" + "|".join(map(re.escape, pieces)) + ")")
    for run in run_data(text):
        for at, part in enumerate(found.split(run["t"])):
            if part:
                yield run | {"t": part} | ({"x": True} if at % 2 else {})
