"""Tables of our own PDF."""

from dataclasses import replace

from editor.document.pdf_contents import Tag
from editor.intake.pdf.glyph_text import unmarked
from editor.intake.pdf.tagged_pages import TaggedPages
from editor.model.body import ANCHOR, CellSpan, Run, Table, Text, plain
from editor.model.runs import replace_span


def table_of(pages: TaggedPages, tag: Tag, *, caption: str) -> Table | None:
    """Return the table of its tags, None for one without cells. Merged cells are told by the tags."""
    heads, rows = _rows(tag, "THead"), _rows(tag, "TBody") or [one for one in tag.tags() if one.kind == "TR"]
    grid, spans = _grid(pages, (*heads, *rows), headers=len(heads))
    if not grid or not grid[0]:
        return None
    head, *rest = grid
    return Table(head=head, rows=tuple(rest), caption=caption, spans=spans, header_rows=len(heads))


def _rows(tag: Tag, kind: str) -> list[Tag]:
    return [row for part in tag.tags() if part.kind == kind for row in part.tags() if row.kind == "TR"]


def _grid(
    pages: TaggedPages, rows: tuple[Tag, ...], *, headers: int
) -> tuple[tuple[tuple[Text, ...], ...], tuple[CellSpan, ...]]:
    cells: dict[tuple[int, int], Text] = {}
    spans: list[CellSpan] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row.tags():
            while (y, x) in cells:
                x += 1
            span = CellSpan(row=y, column=x, rows=min(cell.rows, len(rows) - y), columns=cell.columns)
            cells.update(dict.fromkeys(span.cells(), ()))
            cells[y, x] = _cell(pages, cell, header=y < headers)
            if len(span.cells()) > 1:
                spans.append(span)
            x += cell.columns
    width = max((x + 1 for _, x in cells), default=0)
    grid = tuple(tuple(cells.get((y, x), ()) for x in range(width)) for y in range(len(rows)))
    return _plain_total(grid), tuple(spans)


def _cell(pages: TaggedPages, cell: Tag, *, header: bool) -> Text:
    text = pages.runs(pages.pieces(cell))
    return unmarked(text) if header else text


def _plain_total(grid: tuple[tuple[Text, ...], ...]) -> tuple[tuple[Text, ...], ...]:
    """Return the grid with a last row that is all bold in plain type: sums are set so."""
    last = [run for cell in grid[-1:] for text in cell for run in text]
    if not last or not all(run.bold for run in last):
        return grid
    return (*grid[:-1], tuple(map(unmarked, grid[-1])))


def with_note(table: Table, number: str, words: str) -> Table | None:
    """Return a table with a footnote in place of its number in a cell, None where no cell has the number."""
    for y, row in enumerate(table.grid()):
        for x, text in enumerate(row):
            at = plain(text).find(number)
            if at >= 0:
                noted = replace_span(text, at, at + len(number), (Run(text=ANCHOR, footnote=words),))
                grid = [list(one) for one in table.grid()]
                grid[y][x] = noted
                head, *rows = map(tuple, grid)
                return replace(table, head=head, rows=tuple(rows))
    return None
