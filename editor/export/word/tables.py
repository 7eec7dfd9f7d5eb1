"""Tables in Word: rows, heads, and cells over rows and columns, in the type, widths and heights of the PDF."""

from collections.abc import Callable

from editor.document.cell_sides import cell_side, column_sides
from editor.document.table_heads import is_head, is_total
from editor.export.word import markup
from editor.export.word.elements import TableRows
from editor.export.word.session import WordSession
from editor.model.body import CellSpan, ColumnAlignment, Text

_SIDES = {
    ColumnAlignment.LEFT: '<w:jc w:val="left"/>',
    ColumnAlignment.CENTRE: '<w:jc w:val="center"/>',
    ColumnAlignment.RIGHT: '<w:jc w:val="right"/>',
}
# eighths of a point
_OUTER, _INNER, _HAIR = 12, 6, 4
Runs = Callable[[Text, WordSession, str], str]
"""Writes the runs of a cell; the text is their size as markup."""


def table_markup(element: TableRows, session: WordSession, runs: Runs) -> str:
    """Return a table."""
    cells = _cells(element)
    rows = [_row(element, at, cells[at], session, runs) for at in range(len(element.heights))]
    edges = "".join(_rule(side, _OUTER, session.mark) for side in ("top", "bottom"))
    edges += _rule("insideH", _HAIR, session.look.text("colour.line").lstrip("#").upper())
    return markup.table(element.widths, rows, borders=edges, pad=element.setting.pad)


def _rule(side: str, eighths: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


def _row(element: TableRows, row: int, cells: list[CellSpan], session: WordSession, runs: Runs) -> str:
    table, setting = element.table, element.setting
    head, total = is_head(table, row), is_total(table, row)
    # the rules below the heads and above the total
    inner = ("top",) * total + ("bottom",) * (row == table.header_rows - 1 < len(setting.heights) - 1)
    rules = "".join(_rule(side, _INNER, session.mark) for side in inner)
    size = _type(element, session)
    look = _paragraph(element, row, smaller=bool(size))
    grid, sides = table.grid(), column_sides(table)
    made = []
    for span in cells:
        width = sum(element.widths[span.column : span.column + span.columns])
        # below its first row, a cell over several rows goes on without words
        text = grid[row][span.column] if span.row == row else ()
        side = _SIDES[cell_side(table, sides, span)]
        words = markup.paragraph("TableHead" if head or total else "TableText", runs(text, session, size), look + side)
        merged = ("restart" if span.row == row else "continue") if span.rows > 1 else ""
        shade = session.head_fill if head else ""
        align = "top" if row in setting.divided else "center"
        made.append(
            markup.cell(width, words, fill=shade, align=align, columns=span.columns, merged=merged, borders=rules)
        )
    return markup.row(element.heights[row], made, head=head and setting.repeats, divided=row in setting.divided)


def _type(element: TableRows, session: WordSession) -> str:
    """Return the size of the runs, nothing where it is that of the style."""
    size = element.setting.size
    if size == session.geometry.tables.size:
        return ""
    return f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


def _paragraph(element: TableRows, row: int, *, smaller: bool) -> str:
    """Return what a row's paragraphs have beside their style: on the page of the next row, and a smaller line."""
    setting, last = element.setting, len(element.heights) - 1
    repeated = is_head(element.table, row) and setting.repeats
    # LibreOffice takes a row that may be divided to the next page where the heads are kept with it
    with_next = row < last and (setting.whole or (repeated and element.table.header_rows not in setting.divided))
    keep = with_next or (row == last and element.table.note)
    pitch = f'<w:spacing w:line="{setting.pitch}" w:lineRule="exact"/>' if smaller else ""
    return ("<w:keepNext/>" if keep else "") + pitch


def _cells(element: TableRows) -> list[list[CellSpan]]:
    """Return the cells of every row from left to right, also those that go on from rows above."""
    rows: list[list[CellSpan]] = [[] for _ in element.heights]
    for cell in element.table.cells():
        for row in range(cell.row, cell.row + cell.rows):
            rows[row].append(cell)
    return [sorted(cells, key=lambda cell: cell.column) for cells in rows]
