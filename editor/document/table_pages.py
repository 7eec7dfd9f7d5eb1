"""Where the PDF divides a table that goes over pages, and what its last row is kept with. Lengths in twips."""

from collections.abc import Iterator, Sequence

from editor.document.table_setting import UPPER_EDGE, TableRoom, TableSetting, caption_height
from editor.model.body import Table

_SPARE = 20  # a page of the PDF has a point more than its lines: `page.bottom` in resources/typeset/parts/tokens.typ


def page_rows(table: Table, setting: TableSetting, room: TableRoom, *, start: float, held: int) -> tuple[int, ...]:
    """Return the rows that begin pages of the PDF after the table's first.

    start: where its caption or first row begins, from the head of the page; held: room that the last row has below it.
    """
    used = start + caption_height(table.caption, setting, room) + UPPER_EDGE
    begins = []
    for rows in _groups(setting):
        height = sum(setting.heights[row] for row in rows) + (held if rows[-1] == len(setting.heights) - 1 else 0)
        if used + height > room.area + _SPARE:
            begins.append(rows[0])
            used = setting.head(table)
        used += height
    return tuple(begins)


def _groups(setting: TableSetting) -> Iterator[Sequence[int]]:
    """Yield rows that stay on one page."""
    first = 0
    for row in range(len(setting.heights)):
        if not setting.keeps(row):
            yield range(first, row + 1)
            first = row + 1


def closing_column(table: Table, setting: TableSetting) -> int:
    """Return the column of the cell that draws the table's last rule; -1 where the cells' own strokes do.

    It is the last row's, of a table that may go over pages, and a cell of one row, since the row may not.
    """
    last = len(setting.heights) - 1
    if setting.whole or setting.divided & {last - 1, last}:
        return -1
    taken = {column for span in table.spans if span.rows > 1 for row, column in span.cells() if row == last}
    return next((place[1] for place in table.places() if place[0] == last and place[1] not in taken), -1)


def held_note(table: Table, setting: TableSetting, room: TableRoom) -> int:
    """Return the height of a note that its last row is kept with, 0 for none."""
    note = caption_height(table.note, setting, room)
    area = room.turned_area if setting.turned else room.area
    fits = setting.head(table) + setting.heights[-1] + note <= area
    return note if fits and closing_column(table, setting) >= 0 else 0
