"""How the columns of a table share its width, the same in every format."""

from editor.document.measure import display_width
from editor.model.body import Table, plain

ROOM = 43.5  # em of a table's type over the measure: 10 pt over 154 to 156 mm
_PADDING = 2.2
_NARROWEST = 2.0


def column_shares(table: Table) -> list[float]:
    """Return a share for every column: its longest cell in em with its padding.

    Where the columns do not fit together, heads may take two lines; where that is not enough, the widest columns are
    cut to one common width, so that short cells keep one line. Cells over several columns ask for none.
    """
    wide = {(one.row, one.column) for one in table.spans if one.columns > 1}
    widths = [
        [0.0 if (row, at) in wide else display_width(plain(cell)) for at, cell in enumerate(cells)]
        for row, cells in enumerate(table.grid())
    ]
    nothing = [0.0] * len(table.head)
    heads = [max(column) for column in zip(nothing, *widths[: table.header_rows], strict=True)]
    cells = [max(column) for column in zip(nothing, *widths[table.header_rows :], strict=True)]
    wanted = _wanted(heads, cells)
    if sum(wanted) > ROOM:
        wanted = _wanted([head / 2 + 1 for head in heads], cells)
    most = _widest(sorted(wanted))
    return [min(width, most) for width in wanted]


def _wanted(heads: list[float], cells: list[float]) -> list[float]:
    return [max(head, cell, _NARROWEST) + _PADDING for head, cell in zip(heads, cells, strict=True)]


def _widest(wanted: list[float]) -> float:
    """Return the width at which cutting the columns, ascending, makes them fill the room."""
    room = ROOM
    for at, width in enumerate(wanted):
        share = room / (len(wanted) - at)
        if width > share:
            return share
        room -= width
    return wanted[-1]
