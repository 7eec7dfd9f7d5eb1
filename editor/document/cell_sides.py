"""To which side the cells of a table are set, on the page and in the window."""

import re
from collections.abc import Iterable

from editor.model.body import CellSpan, ColumnAlignment, Table, plain

_FIGURE = re.compile(r"[+\-−±＋－]?[0-9][0-9,.]*[%％‰]?")
_NOTHING = re.compile(r"[\s—–\-－…/／·]*")


def figure_columns(table: Table) -> tuple[bool, ...]:
    """Return whether more than half of a column's cells below the heads are figures, for every column.

    Empty cells and dashes don't count.
    """
    below = table.grid()[table.header_rows :]
    return tuple(_are_figures(plain(row[at]) for row in below) for at in range(len(table.head)))


def _are_figures(cells: Iterable[str]) -> bool:
    filled = [cell for cell in cells if not _NOTHING.fullmatch(cell)]
    return 2 * sum(_FIGURE.fullmatch(cell) is not None for cell in filled) > len(filled)


def column_sides(table: Table) -> tuple[ColumnAlignment, ...]:
    """Return the side of every column, never AUTO: figures are set to the right, all else to the left."""
    asked = table.alignments or (ColumnAlignment.AUTO,) * len(table.head)
    found = (ColumnAlignment.RIGHT if figures else ColumnAlignment.LEFT for figures in figure_columns(table))
    return tuple(own if one is ColumnAlignment.AUTO else one for one, own in zip(asked, found, strict=True))


def cell_side(table: Table, sides: tuple[ColumnAlignment, ...], cell: CellSpan) -> ColumnAlignment:
    """Return the side of one cell. sides: of the columns; a head over several columns stands in their middle."""
    asked = table.alignments[cell.column] if table.alignments else ColumnAlignment.AUTO
    over = cell.row < table.header_rows and asked is ColumnAlignment.AUTO and cell.columns > 1
    return ColumnAlignment.CENTRE if over else sides[cell.column]
