"""Where keys lead from text to text of a figure or table."""

from enum import Enum
from typing import assert_never

from editor.model.block_kinds import ObjectBlock
from editor.model.block_texts import TextField, TextLocation
from editor.model.body import Figure, Table
from editor.model.table_edits import CellRange


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
    """Return the location of a cell; row 0 is the head."""
    return TextLocation(TextField.CELL, table.uid, row * len(table.head) + column)


def cell_at(table: Table, at: TextLocation) -> tuple[int, int]:
    """Return row and column of a cell's location."""
    return divmod(at.part, len(table.head))


def is_inside(table: Table, cells: CellRange, at: TextLocation) -> bool:
    """Return whether a text is one of the cells of a range."""
    return at.field is TextField.CELL and cells.holds(*cell_at(table, at))


def _walk_table(table: Table, at: TextLocation, step: TextStep) -> TextLocation | None:
    caption, note = (TextLocation(field, table.uid) for field in (TextField.CAPTION, TextField.NOTE))
    last = (len(table.rows) + 1) * len(table.head) - 1
    if at.field is TextField.CAPTION:
        return cell_location(table, 0, 0) if step.on else None
    if at.field is TextField.NOTE:
        # up to the row above, left to the cell before
        return None if step.on else cell_location(table, 0, last - (len(table.head) - 1) * (step is TextStep.UP))
    by = len(table.head) if step in (TextStep.UP, TextStep.DOWN) else 1
    part = at.part + (by if step.on else -by)
    if part < 0:
        return caption
    if part > last:
        return None if step is TextStep.NEXT else note
    return at._replace(part=part)
