"""Tables in Word: rows, heads, and cells over rows and columns, in the type, widths and heights of the PDF."""

from collections.abc import Callable
from typing import NamedTuple

from editor.document.cell_sides import cell_side, column_sides
from editor.document.table_heads import is_head, is_total
from editor.export.word import markup
from editor.export.word.captions import caption_runs
from editor.export.word.elements import TableRows, TurnedTable
from editor.export.word.front.places import exact
from editor.export.word.session import WordSession
from editor.model.body import CellSpan, ColumnAlignment, Text

_SIDES = {
    ColumnAlignment.LEFT: '<w:jc w:val="left"/>',
    ColumnAlignment.CENTRE: '<w:jc w:val="center"/>',
    ColumnAlignment.RIGHT: '<w:jc w:val="right"/>',
}
# eighths of a point
_OUTER, _INNER, _HAIR = 12, 6, 4
_RULE = 10  # twips that the hairline adds to a row, above what its cells need
Runs = Callable[[Text, WordSession, str], str]
"""Writes the runs of a cell; the text is their size as markup."""


class _Style(NamedTuple):
    """What the cells of a row share: paragraph style and properties, a cell's shade and rules."""

    paragraph: str
    properties: str
    shade: str
    rules: str


class _Writing(NamedTuple):
    """A table that is being written. size: of its runs as markup."""

    element: TableRows
    session: WordSession
    runs: Runs
    sides: tuple[ColumnAlignment, ...]
    size: str


def table_markup(element: TableRows, session: WordSession, runs: Runs) -> str:
    """Return a table; what stands above and below it is not of its rows, so that its rules are where these end."""
    above, below = _apart(element.before, "<w:keepNext/>"), _apart(element.after)
    element = element._replace(before=0, after=0)
    sides = column_sides(element.table)
    writing = _Writing(element=element, session=session, runs=runs, sides=sides, size=_size(element, session))
    cells, grid = _cells(element), element.table.grid()
    rows = [_row(writing, at, cells[at], texts) for at, texts in enumerate(grid)]
    edges = "".join(_rule(side, _OUTER, session.mark) for side in ("top", "bottom"))
    edges += _rule("insideH", _HAIR, session.look.text("colour.line").lstrip("#").upper())
    beside, within = element.setting.pad
    pad = (beside, within - _RULE // 2)
    table = markup.table(element.widths, rows, style="BulletinTable", borders=edges, pad=pad)
    return above + table + below


def _apart(height: int, properties: str = "") -> str:
    """Return a paragraph of a height: unlike space it counts in full beside that of the text, in every renderer."""
    return markup.separator(properties + exact(height)) if height else ""


def _row(writing: _Writing, row: int, cells: list[CellSpan], texts: tuple[Text, ...]) -> str:
    element, style = writing.element, _style(writing, row)
    setting, made = element.setting, []
    for span in cells:
        # below its first row, a cell over several rows goes on without words
        first = span.row == row
        words = writing.runs(texts[span.column], writing.session, writing.size) if first else ""
        side = _SIDES[cell_side(element.table, writing.sides, span)]
        content = markup.paragraph(style.paragraph, words, style.properties + side)
        cell = markup.cell(
            sum(element.widths[span.column : span.column + span.columns]),
            content,
            fill=style.shade,
            align="top" if row in setting.divided else "center",
            columns=span.columns,
            merged=("restart" if first else "continue") if span.rows > 1 else "",
            borders=style.rules,
        )
        made.append(cell)
    repeated = is_head(element.table, row) and setting.repeats
    return markup.row(element.heights[row] - _RULE, made, head=repeated, divided=row in setting.divided)


def _style(writing: _Writing, row: int) -> _Style:
    table, session = writing.element.table, writing.session
    head, total = is_head(table, row), is_total(table, row)
    # the rules below the heads and above the total
    inner = ("top",) * total + ("bottom",) * (row == table.header_rows - 1 < len(table.rows))
    return _Style(
        paragraph="TableHead" if head or total else "TableText",
        properties=_properties(writing, row),
        shade=session.head_fill if head else "",
        rules="".join(_rule(side, _INNER, session.mark) for side in inner),
    )


def _properties(writing: _Writing, row: int) -> str:
    """Return what a row's paragraphs have beside their style: on the page of the next row, and a smaller line."""
    table, setting = writing.element.table, writing.element.setting
    repeated, last = is_head(table, row) and setting.repeats, len(table.rows)
    # LibreOffice takes a row that may be divided to the next page where the heads are kept with it
    with_next = row < last and (writing.element.keeps(row) or (repeated and table.header_rows not in setting.divided))
    keep = with_next or (row == last and table.note)
    pitch = f'<w:spacing w:line="{setting.pitch}" w:lineRule="exact"/>' if writing.size else ""
    return ("<w:keepNext/>" if keep else "") + pitch


def _size(element: TableRows, session: WordSession) -> str:
    """Return the size of the runs, nothing where it is that of the style."""
    size = element.setting.size
    if size == session.geometry.tables.size:
        return ""
    return f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


def _rule(side: str, eighths: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


def _cells(element: TableRows) -> list[list[CellSpan]]:
    """Return the cells of every row from left to right, also those that go on from rows above."""
    rows: list[list[CellSpan]] = [[] for _ in element.heights]
    for cell in element.table.cells():
        for row in range(cell.row, cell.row + cell.rows):
            rows[row].append(cell)
    return [sorted(cells, key=lambda cell: cell.column) for cells in rows]


def turned_markup(element: TurnedTable, session: WordSession, runs: Runs) -> str:
    """Return a table of turned pages; they end with it, so that the next one begins a page."""
    caption = markup.paragraph("Caption", caption_runs(element.caption, session)) if element.caption else ""
    below = "".join(markup.paragraph(one.style, runs(one.runs, session, "")) for one in element.notes)
    below += markup.paragraph("Note", markup.text_run(element.note)) if element.note else ""
    return caption + table_markup(element.rows, session, runs) + (below or markup.separator())
