"""Tables of Word as ours; read cell by cell, then put together as tables of web pages are."""

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from editor.intake.html.flow import Cell
from editor.intake.html.tables import Grid, close_table
from editor.intake.word.lines import SOFT, Item, Line, Role, split_runs, with_marker
from editor.intake.word.losses import Loss
from editor.intake.word.markup import attribute, child, number, short, switch, value
from editor.intake.word.package import Element
from editor.intake.word.session import REVISIONS, Session
from editor.model.block_kinds import as_table
from editor.model.body import Block, ColumnAlignment, Paragraph, Run, Table

if TYPE_CHECKING:
    from editor.intake.word.walker import Walker

_SIDES = {
    "left": ColumnAlignment.LEFT,
    "start": ColumnAlignment.LEFT,
    "center": ColumnAlignment.CENTRE,
    "right": ColumnAlignment.RIGHT,
    "end": ColumnAlignment.RIGHT,
}
_WIDEST = 63
# lines of a cell become one; without it nothing would part them
_BULLET = "• "
_WRAPPERS = frozenset(("w:sdt", "w:sdtContent", "w:customXml", *REVISIONS))
OWN_STYLE = "BulletinTable"
"""The style of tables that we export: always tables, whatever they look like."""


def table_items(element: Element, session: Session, walker: "Walker") -> list[Item]:
    """Return a table with the figures of its cells after it, or the lines that a table for layout holds.

    Raises UserError for over 50,000 cells.
    """
    reading = _Reading(session, walker)
    grid = [reading.row(row) for row in _rows(element, session)]
    own = value(child(element, "w:tblPr"), "w:tblStyle") == OWN_STYLE
    cells = [cell for row in grid for cell in row]
    if not own and _is_layout(grid, reading.items):
        return [item for cell in _in_order(grid, reading.items) for item in reading.items[id(cell)]]
    for cell in cells:
        cell.blocks = list(_blocks(reading.items[id(cell)], session))
    made = close_table(Grid(rows=grid), None, session.account.tables)
    heads = _own_heads(grid, reading.items) if own else None
    return [_finished(one, session.uid(element), heads) for one in made]


class _Reading:
    """Rows of a table being read. items: what the cells hold, by identity of the cell."""

    def __init__(self, session: Session, walker: "Walker") -> None:
        self.items: dict[int, list[Item]] = {}
        self._session, self._walker = session, walker
        # cells that may go on in the next row, by their first column
        self._open: dict[int, Cell] = {}

    def row(self, element: Element) -> list[Cell]:
        """Return the cells that begin in a row."""
        properties = child(element, "w:trPr")
        head = switch(properties, "w:tblHeader") is True
        column = max(0, min(number(properties, "w:gridBefore") or 0, _WIDEST))
        made = [self._empty() for _ in range(column)]
        going: dict[int, Cell] = {}
        for one in _cells(element):
            own = child(one, "w:tcPr")
            width = max(1, min(number(own, "w:gridSpan") or 1, _WIDEST))
            merged = child(own, "w:vMerge")
            above = self._open.get(column) if merged is not None and _goes_on(merged) else None
            if value(own, "w:hMerge") == "continue" and made:
                made[-1].columns += width
                self.items[id(made[-1])].extend(self._walker.walk(one))
            elif above is not None and above.columns == width:
                self.items[id(above)].extend(self._walker.walk(one))
                going[column] = above
            else:
                cell = self._cell(one, head=head, width=width)
                made.append(cell)
                if merged is not None:
                    going[column] = cell
            column += width
        # a row of nothing but cells that go on is none of its own
        for cell in {id(one): one for one in going.values() if made and one not in made}.values():
            cell.rows += 1
        self._open = going
        return made

    def _cell(self, element: Element, *, head: bool, width: int) -> Cell:
        paragraph = child(element, "w:p")
        side = value(child(paragraph, "w:pPr"), "w:jc")
        cell = Cell(head=head, columns=width, side=_SIDES.get(side, ColumnAlignment.AUTO))
        self.items[id(cell)] = self._walker.walk(element)
        return cell

    def _empty(self) -> Cell:
        cell = Cell()
        self.items[id(cell)] = []
        return cell


def _rows(element: Element, session: Session) -> list[Element]:
    return [row for row in _inside(element, "w:tr", session) if not session.gone(child(row, "w:trPr"))]


def _cells(row: Element) -> list[Element]:
    return _inside(row, "w:tc", None)


def _inside(element: Element, name: str, session: Session | None) -> list[Element]:
    """Return the rows or cells of an element, those in content controls and revisions too."""
    made, waiting = [], list(reversed(element))
    while waiting:
        one = waiting.pop()
        kind = short(one)
        if kind == name:
            made.append(one)
        elif kind in _WRAPPERS and not (session and kind in REVISIONS and not session.shown(one)):
            waiting.extend(reversed(one))
    return made


def _goes_on(merged: Element) -> bool:
    return attribute(merged) != "restart"


def _is_layout(grid: list[list[Cell]], items: dict[int, list[Item]]) -> bool:
    """Return whether a table only places things: one column, pictures in one row, a table inside, or no words."""
    rows = [row for row in grid if row]
    cells = [cell for row in rows for cell in row]
    held = [item for cell in cells for item in items[id(cell)]]
    blocks = [item for item in held if not isinstance(item, Line)]
    if any(cell.head for cell in cells):
        return False
    tables = any(map(as_table, blocks))
    narrow = all(len(row) == 1 for row in rows)
    pictures = bool(blocks) and (len(rows) == 1 or _only_pictures(rows[0], items))
    return tables or narrow or pictures or not any(isinstance(item, Line) for item in held)


def _only_pictures(row: list[Cell], items: dict[int, list[Item]]) -> bool:
    return all(items[id(cell)] and not any(isinstance(one, Line) for one in items[id(cell)]) for cell in row)


def _in_order(grid: list[list[Cell]], items: dict[int, list[Item]]) -> list[Cell]:
    """Return the cells of a layout table in reading order: below a row of pictures each caption with its picture."""
    made: list[Cell] = []
    rows = [row for row in grid if row]
    while rows:
        row = rows.pop(0)
        if rows and len(row) == len(rows[0]) and _only_pictures(row, items):
            below = rows.pop(0)
            made.extend(cell for pair in zip(row, below, strict=True) for cell in pair)
        else:
            made.extend(row)
    return made


def _blocks(items: list[Item], session: Session) -> list[Block]:
    made: list[Block] = []
    for item in items:
        if isinstance(item, Line):
            marked = item.with_runs((Run(text=_BULLET), *item.runs)) if _is_bullet(item) else with_marker(item)
            made.extend(Paragraph(runs=runs) for runs in split_runs(marked.runs, SOFT) if runs)
        elif table := as_table(item):
            session.account.note(Loss.NESTED_TABLES)
            made.extend(Paragraph(runs=cell) for row in table.grid() for cell in row if cell)
        else:
            made.append(item)
    return made


def _is_bullet(line: Line) -> bool:
    return bool(line.numbered and line.numbered.bullet and line.text.strip())


def _own_heads(grid: list[list[Cell]], items: dict[int, list[Item]]) -> int:
    """Return how many rows from the top are heads in a table of ours: their paragraphs have the style of heads."""
    return len(list(takewhile(lambda row: all(_is_own_head(items[id(cell)]) for cell in row), grid)))


def _is_own_head(items: list[Item]) -> bool:
    return True if not items else all(isinstance(one, Line) and one.role is Role.TABLE_HEAD for one in items)


def _finished(block: Block, uid: str, heads: int | None) -> Block:
    table = as_table(block)
    if table is None:
        return block
    made = replace(table, uid=uid)
    return made if heads is None else _with_heads(made, heads)


def _with_heads(table: Table, heads: int) -> Table:
    crossed = any(span.row < heads < span.row + span.rows for span in table.spans)
    return table if crossed or heads > len(table.rows) + 1 else replace(table, header_rows=heads)
