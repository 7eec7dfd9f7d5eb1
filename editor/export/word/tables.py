"""Tables in Word: rows, heads, and cells over rows and columns."""

from collections.abc import Callable, Iterator

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
    rows = [_row(element, at, session, runs) for at in range(len(element.heights))]
    edges = f'<w:top w:val="single" w:sz="12" w:space="0" w:color="{session.mark}"/>'
    edges += f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{session.mark}"/><w:insideH {_HAIR}/>'
    return markup.table(element.widths, rows, borders=edges)


def _row(element: TableRows, row: int, session: WordSession, runs: Runs) -> str:
    head = row < element.table.header_rows
    style = "TableHead" if head else "TableText"
    keep, fill = ("<w:keepNext/>", session.head_fill) if head else ("", "")
    grid = element.table.grid()
    cells = []
    for span in _cells(element, row):
        width = sum(element.widths[span.column : span.column + span.columns])
        # below its first row, a cell over several rows goes on without words
        text = grid[row][span.column] if span.row == row else ()
        words = markup.paragraph(style, runs(text, session), keep + _side(element, span))
        merged = ("restart" if span.row == row else "continue") if span.rows > 1 else ""
        cells.append(markup.cell(width, words, fill=fill, pad=120, columns=span.columns, merged=merged))
    return markup.row(element.heights[row], cells, head=head)


def _cells(element: TableRows, row: int) -> Iterator[CellSpan]:
    """Yield the cells of a row from left to right, also those that go on from rows above."""
    covering = {(row, one.column): one for one in element.table.spans if one.row <= row < one.row + one.rows}
    column = 0
    while column < len(element.widths):
        span = covering.get((row, column), CellSpan(row=row, column=column))
        yield span
        column += span.columns


def _side(element: TableRows, span: CellSpan) -> str:
    alignments = element.table.alignments
    side = _SIDES.get(alignments[span.column]) if alignments else None
    return f'<w:jc w:val="{side}"/>' if side else ""
