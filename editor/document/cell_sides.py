"""To which side the cells of a table are set; the rule of `resources/typeset/parts/blocks.typ`."""

import re

from editor.model.body import ColumnAlignment, Table, plain
from editor.model.table_edits import span_at

_FIGURE = re.compile(r"[+\-−±]?[0-9][0-9,.]*[%％‰]?")


def column_sides(table: Table) -> tuple[ColumnAlignment, ...]:
    """Return the side of every column, never AUTO: to the right where more than half of its cells are figures."""
    below = table.grid()[table.header_rows :]
    asked = table.alignments or (ColumnAlignment.AUTO,) * len(table.head)

    def side(column: int) -> ColumnAlignment:
        figures = sum(_FIGURE.fullmatch(plain(row[column])) is not None for row in below)
        return ColumnAlignment.RIGHT if 2 * figures > len(below) else ColumnAlignment.LEFT

    return tuple(side(at) if one is ColumnAlignment.AUTO else one for at, one in enumerate(asked))


def cell_side(table: Table, sides: tuple[ColumnAlignment, ...], row: int, column: int) -> ColumnAlignment:
    """Return the side of one cell. sides: of the columns; a head over several columns stands in their middle."""
    asked = table.alignments[column] if table.alignments else ColumnAlignment.AUTO
    over = row < table.header_rows and asked is ColumnAlignment.AUTO and span_at(table, row, column).columns > 1
    return ColumnAlignment.CENTRE if over else sides[column]
