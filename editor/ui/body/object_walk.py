"""Where keys lead from text to text of a figure or table."""

from enum import Enum
from typing import assert_never

from editor.model.block_kinds import ObjectBlock
from editor.model.block_texts import TextField, TextLocation
from editor.model.body import Figure, Table
from editor.model.table_edits import span_at
from editor.model.table_ranges import CellRange, whole_range


class TextStep(Enum):
    """A way from one text to another. NEXT and BACK are those of Tab; the others are the arrows'."""

    NEXT = 1
    BACK = -1
    RIGHT = 2
    LEFT = -2
    DOWN = 3
    UP = -3

    @property
    def on(self) -> bool:
        """Whether it leads towards the end."""
        return self.value > 0


def walk(block: ObjectBlock, at: TextLocation, step: TextStep) -> TextLocation | None:
    """Return the text that a step leads to, None where it leads out of the object."""
    match block:
        case Table():
            return _walk_table(block, at, step)
        case Figure():
            texts = [TextLocation(field, block.uid) for field in (TextField.CAPTION, TextField.FIGURE_SOURCE)]
            place = texts.index(at) + (1 if step.on else -1)
            return texts[place] if 0 <= place < len(texts) else None
        case _:
            assert_never(block)


def way_in(block: ObjectBlock, step: TextStep, column: int = 0) -> TextLocation | None:
    """Return the text that is entered from outside by a step, None for an object that is chosen first.

    column: of a table, nearest to where one comes from.
    """
    match block:
        case Table():
            last = len(block.rows) if step is TextStep.UP or not step.on else 0
            return cell_location(block, last, len(block.head) - 1 if step in (TextStep.LEFT, TextStep.BACK) else column)
        case Figure():
            return None
        case _:
            assert_never(block)


def cell_location(table: Table, row: int, column: int) -> TextLocation:
    """Return the location of the cell that takes a place; row 0 is the first."""
    span = span_at(table, row, column)
    part = table.places().index((span.row, span.column)) if table.spans else row * len(table.head) + column
    return TextLocation(TextField.CELL, table.uid, part)


def cell_at(table: Table, at: TextLocation) -> tuple[int, int]:
    """Return row and column of a cell's location."""
    return table.places()[at.part] if table.spans else divmod(at.part, len(table.head))


def extended(table: Table, cells: CellRange, step: TextStep) -> CellRange:
    """Return a range with its end one cell further; over a span it goes on until it takes more or fewer."""
    down, across = {
        TextStep.UP: (-1, 0),
        TextStep.DOWN: (1, 0),
        TextStep.LEFT: (0, -1),
        TextStep.RIGHT: (0, 1),
    }.get(step, (0, 0))
    for far in range(1, max(len(table.rows) + 1, len(table.head))):
        row, column = cells.to_row + far * down, cells.to_column + far * across
        if not (0 <= row <= len(table.rows) and 0 <= column < len(table.head)):
            break
        made = whole_range(table, CellRange(cells.row, cells.column, row, column))
        if made != cells:
            return made
    return cells


def is_inside(table: Table, cells: CellRange, at: TextLocation) -> bool:
    """Return whether a text is one of the cells of a range."""
    return at.field is TextField.CELL and cells.holds(*cell_at(table, at))


def _walk_table(table: Table, at: TextLocation, step: TextStep) -> TextLocation | None:
    caption, note = (TextLocation(field, table.uid) for field in (TextField.CAPTION, TextField.NOTE))
    cells, bottom = len(table.places()), len(table.rows)
    if at.field is TextField.CAPTION:
        return TextLocation(TextField.CELL, table.uid) if step.on else None
    if at.field is TextField.NOTE:
        # up to the row above, left to the cell before
        last = TextLocation(TextField.CELL, table.uid, cells - 1)
        return None if step.on else cell_location(table, bottom, 0) if step is TextStep.UP else last
    if step in (TextStep.UP, TextStep.DOWN):
        span = span_at(table, *cell_at(table, at))
        row = span.row + span.rows if step.on else span.row - 1
        return cell_location(table, row, span.column) if 0 <= row <= bottom else note if step.on else caption
    part = at.part + (1 if step.on else -1)
    if 0 <= part < cells:
        return at._replace(part=part)
    return caption if part < 0 else None if step is TextStep.NEXT else note
