"""Statistics as files for spreadsheets."""

import datetime as dt
from collections.abc import Iterable

from editor.desk.statistics.tables import StatTable
from editor.text.cell_grid import grid_file


def tables_xlsx(tables: Iterable[StatTable], title: str, made: dt.datetime) -> bytes:
    """Return tables as a workbook, a sheet each. made: local time."""
    from editor.export.workbook import Sheet, workbook

    sheets = (Sheet(name=one.name, heads=one.heads, rows=one.rows, total=one.total) for one in tables)
    return workbook(sheets, title, made)


def tables_csv(tables: Iterable[StatTable]) -> bytes:
    """Return tables as one .csv file, one below the other, each under its name where there are several."""
    known = tuple(tables)
    rows: list[tuple[str, ...]] = []
    for at, one in enumerate(known):
        rows += [()] if at else []
        rows += [(one.name,)] if len(known) > 1 else []
        rows += one.grid
    return grid_file(rows)
