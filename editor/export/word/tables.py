"""Tables in Word: rows, heads, and cells over rows and columns."""

from collections.abc import Callable

from editor.export.word import markup
from editor.export.word.elements import TableRows
from editor.export.word.session import WordSession
from editor.model.body import CellSpan, ColumnAlignment, Text

_HAIR = 'w:val="single" w:sz="4" w:space="0" w:color="BDBDBD"'
_SIDES = {ColumnAlignment.LEFT: "left", ColumnAlignment.CENTRE: "center", ColumnAlignment.RIGHT: "right"}
Runs = Callable[[Text, WordSession], str]
"""Writes the runs of a cell."""


def table_markup(element: TableRows, session: WordSession, runs: Runs) -> str:
    """Return a table."""
    cells = _cells(element)
    rows = [_row(element, at, cells[at], session, runs) for at in range(len(element.heights))]
    edges = f'<w:top w:val="single" w:sz="12" w:space="0" w:color="{session.mark}"/>'
    edges += f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{session.mark}"/><w:insideH {_HAIR}/>'
    return markup.table(element.widths, rows, borders=edges)


def _row(element: TableRows, row: int, cells: list[CellSpan], session: WordSession, runs: Runs) -> str:
    head = row < element.table.header_rows
    style = "TableHead" if head else "TableText"
    keep = "<w:keepNext/>" if head and element.head else ""
    fill = session.head_fill if head else ""
    grid = element.table.grid()
    made = []
    for span in cells:
        width = sum(element.widths[span.column : span.column + span.columns])
        # below its first row, a cell over several rows goes on without words
        text = grid[row][span.column] if span.row == row else ()
        words = markup.paragraph(style, runs(text, session), keep + _side(element, span))
        merged = ("restart" if span.row == row else "continue") if span.rows > 1 else ""
        made.append(markup.cell(width, words, fill=fill, pad=120, columns=span.columns, merged=merged))
    return markup.row(element.heights[row], made, head=head and element.head > 0)


def _cells(element: TableRows) -> list[list[CellSpan]]:
    """Return the cells of every row from left to right, also those that go on from rows above."""
    rows: list[list[CellSpan]] = [[] for _ in element.heights]
    for cell in element.table.cells():
        for row in range(cell.row, cell.row + cell.rows):
            rows[row].append(cell)
    return [sorted(cells, key=lambda cell: cell.column) for cells in rows]


def _side(element: TableRows, span: CellSpan) -> str:
    alignments = element.table.alignments
    side = _SIDES.get(alignments[span.column]) if alignments else None
    return f'<w:jc w:val="{side}"/>' if side else ""
