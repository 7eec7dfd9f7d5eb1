"""Changes of a table's rows, columns and spans: each returns a new table, with its spans where they then belong.

A span grows where a row or column is put inside it, shrinks where one is taken out, and is taken apart where rows or
columns change places under it. Rows and columns count from 0, the head being row 0.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from editor.model.body import CellSpan, ColumnAlignment, Run, Table, Text, plain


@dataclass(eq=False, slots=True)
class _Cell:
    """A cell of any size: it stands in the grid once for every place that it takes."""

    text: Text


_Grid = list[list[_Cell]]


def span_at(table: Table, row: int, column: int) -> CellSpan:
    """Return the span that takes a place; one of a single cell where there is none."""
    covering = (one for one in table.spans if (row, column) in one.cells())
    return next(covering, CellSpan(row=row, column=column))


def with_cell(table: Table, row: int, column: int, text: Text) -> Table:
    """Return the table with another text in a cell; under a span it is the span's."""
    span = span_at(table, row, column)
    grid = [list(cells) for cells in table.grid()]
    grid[span.row][span.column] = text
    head, *rows = map(tuple, grid)
    return replace(table, head=head, rows=tuple(rows))


def whole_area(table: Table, area: CellSpan) -> CellSpan:
    """Return the least area with all spans that lie partly in it."""
    inside = set(area.cells())
    touched = [one for one in table.spans if not inside.isdisjoint(one.cells())]
    edges = [area, *touched]
    row, column = min(one.row for one in edges), min(one.column for one in edges)
    below, right = max(one.row + one.rows for one in edges), max(one.column + one.columns for one in edges)
    made = CellSpan(row=row, column=column, rows=below - row, columns=right - column)
    return made if made == area else whole_area(table, made)


def merge_cells(table: Table, area: CellSpan) -> Table | None:
    """Return the table with the cells of an area made one; their texts follow one another, set off by blanks.

    Spans that lie partly in the area are taken in whole. None where that would join header rows and others, or nothing.
    """
    area = whole_area(table, area)
    if area.rows * area.columns == 1 or area.row < table.header_rows < area.row + area.rows:
        return None
    grid = _grid(table)
    merged = _Cell(_joined(dict.fromkeys(grid[row][column] for row, column in area.cells())))
    for row, column in area.cells():
        grid[row][column] = merged
    return _table(table, grid)


def split_cells(table: Table, area: CellSpan) -> Table:
    """Return the table with every span that touches an area taken apart; a text stays in its first cell."""
    touched = set(area.cells())
    return replace(table, spans=tuple(one for one in table.spans if touched.isdisjoint(one.cells())))


def insert_row(table: Table, at: int) -> Table:
    """Return the table with an empty row before row `at`; above a header row it is one too."""
    grid = _grid(table)
    _insert(grid, at)
    return _table(table, grid, header_rows=table.header_rows + int(at < table.header_rows))


def insert_column(table: Table, at: int) -> Table:
    """Return the table with an empty column before column `at`."""
    alignments = list(table.alignments)
    if alignments:
        alignments.insert(at, ColumnAlignment.AUTO)
    return _table(table, _turned(table, lambda grid: _insert(grid, at)), alignments=tuple(alignments))


def remove_rows(table: Table, gone: Collection[int]) -> Table | None:
    """Return the table without some rows, None where no row would be left."""
    left = [row for row in range(len(table.rows) + 1) if row not in gone]
    if not left:
        return None
    grid = _grid(table)
    headers = sum(row < table.header_rows for row in left)
    return _table(table, [grid[row] for row in left], header_rows=headers)


def remove_columns(table: Table, gone: Collection[int]) -> Table | None:
    """Return the table without some columns, None where no column would be left."""
    left = [column for column in range(len(table.head)) if column not in gone]
    if not left:
        return None
    grid = [[row[column] for column in left] for row in _grid(table)]
    alignments = tuple(table.alignments[column] for column in left) if table.alignments else ()
    return _table(table, grid, alignments=alignments)


def move_row(table: Table, row: int, by: int) -> Table:
    """Return the table with a row moved, at most to the first or last place."""
    grid = _grid(table)
    grid.insert(_clamped(row + by, len(grid)), grid.pop(row))
    return _table(table, grid)


def move_column(table: Table, column: int, by: int) -> Table:
    """Return the table with a column moved, at most to the first or last place."""
    to = _clamped(column + by, len(table.head))
    alignments = list(table.alignments)
    if alignments:
        alignments.insert(to, alignments.pop(column))
    made = _turned(table, lambda grid: grid.insert(to, grid.pop(column)))
    return _table(table, made, alignments=tuple(alignments))


def with_header_rows(table: Table, count: int) -> Table:
    """Return the table with so many header rows; spans over the new border are taken apart."""
    apart = tuple(one for one in table.spans if not one.row < count < one.row + one.rows)
    return replace(table, header_rows=count, spans=apart)


def with_alignment(table: Table, columns: Collection[int], alignment: ColumnAlignment) -> Table:
    """Return the table with some columns aligned otherwise."""
    width = len(table.head)
    before = table.alignments or (ColumnAlignment.AUTO,) * width
    made = tuple(alignment if column in columns else before[column] for column in range(width))
    return replace(table, alignments=made if set(made) != {ColumnAlignment.AUTO} else ())


def resized(table: Table, rows: int, columns: int) -> Table:
    """Return the table with at least so many rows and columns, empty ones added after the others."""
    added: tuple[Text, ...] = ((),) * (columns - len(table.head))
    grid = [(*cells, *added) for cells in table.grid()]
    grid += [((),) * len(grid[0]) for _ in range(rows - len(grid))]
    head, *rest = grid
    alignments = (*table.alignments, *(ColumnAlignment.AUTO for _ in added)) if table.alignments else ()
    return replace(table, head=head, rows=tuple(rest), alignments=alignments)


def _joined(cells: Collection[_Cell]) -> Text:
    filled = [cell.text for cell in cells if plain(cell.text).strip()]
    return tuple(chain.from_iterable(((Run(text=" "),) if at else ()) + text for at, text in enumerate(filled)))


def _grid(table: Table) -> _Grid:
    grid = [[_Cell(text) for text in row] for row in table.grid()]
    for span in table.spans:
        for row, column in span.cells():
            grid[row][column] = grid[span.row][span.column]
    return grid


def _turned(table: Table, change: Callable[[_Grid], None]) -> _Grid:
    """Return the grid after a change of its columns, made to them as rows."""
    grid = [list(column) for column in zip(*_grid(table), strict=True)]
    change(grid)
    return [list(row) for row in zip(*grid, strict=True)]


def _insert(grid: _Grid, at: int) -> None:
    """Put a row in; where a span reaches from the row before to the one after, its cell belongs to it."""
    above = grid[at - 1] if at else None
    below = grid[at] if at < len(grid) else None
    joined = [one if one is other else None for one, other in zip(above, below, strict=True)] if above and below else []
    grid.insert(at, [cell or _Cell(()) for cell in joined or [None] * len(grid[0])])


def _clamped(place: int, count: int) -> int:
    return min(max(place, 0), count - 1)


def _table(
    table: Table,
    grid: _Grid,
    *,
    header_rows: int | None = None,
    alignments: tuple[ColumnAlignment, ...] | None = None,
) -> Table:
    headers = table.header_rows if header_rows is None else header_rows
    shown: set[int] = set()
    rows = [tuple(_first(cell, shown) for cell in row) for row in grid]
    head, *rest = rows
    return replace(
        table,
        head=head,
        rows=tuple(rest),
        spans=tuple(spans_in(grid, headers)),
        header_rows=headers,
        alignments=table.alignments if alignments is None else alignments,
    )


def _first(cell: _Cell, shown: set[int]) -> Text:
    """Return a cell's text at its first place, nothing at others."""
    if id(cell) in shown:
        return ()
    shown.add(id(cell))
    return cell.text


def spans_in(grid: Sequence[Sequence[object]], header_rows: int) -> Iterator[CellSpan]:
    """Yield the spans of a grid in which a cell over several places is the same object in each.

    Cells whose places are no rectangle, or lie on both sides of the header's border, are none.
    """
    places: dict[int, list[tuple[int, int]]] = {}
    for row, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            places.setdefault(id(cell), []).append((row, column))
    for taken in places.values():
        (row, column), (last, right) = taken[0], taken[-1]
        span = CellSpan(row=row, column=column, rows=last - row + 1, columns=right - column + 1)
        whole = len(taken) == span.rows * span.columns and tuple(taken) == span.cells()
        if len(taken) > 1 and whole and not span.row < header_rows < span.row + span.rows:
            yield span
