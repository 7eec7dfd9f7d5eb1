"""Ruled tables: lines that cross, or level ones of one width, become a grid; what stands in it, its cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.document.pdf_contents import Glyph, PdfContents, PdfPage, Rule
from editor.intake.pdf.glyph_text import joined, runs_of, stripped
from editor.intake.pdf.page_lines import line_of, pieces_of
from editor.model.body import CellSpan, Table, Text, plain

# pt: how near lines must be to meet, and to be one
_NEAR, _SAME = 3.0, 4.0
_MOST_LINES = 400


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A grid. xs, ys: its lines from the left and from the top; level, upright: the rules it is made of."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies inside."""
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1


def ruled_tables(page: PdfPage) -> list[RuledTable]:
    """Return the tables of a page, from the top."""
    rules = [rule for rule in page.rules if not _is_frame(rule, page)][:_MOST_LINES]
    found = [_grid(group) for group in _connected(rules)]
    return sorted((one for one in found if one), key=lambda one: one.ys[0])


def _is_frame(rule: Rule, page: PdfPage) -> bool:
    return rule.right - rule.left > 0.97 * page.width or rule.bottom - rule.top > 0.97 * page.height


def _connected(rules: list[Rule]) -> list[list[Rule]]:
    """Return rules by what they touch."""
    groups: list[list[Rule]] = []
    for rule in rules:
        near = [group for group in groups if any(_touch(rule, one) for one in group)]
        for group in near:
            groups.remove(group)
        groups.append([rule, *(one for group in near for one in group)])
    return groups


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left <= other.right + _NEAR
        and other.left <= one.right + _NEAR
        and one.top <= other.bottom + _NEAR
        and other.top <= one.bottom + _NEAR
    )


def _grid(rules: list[Rule]) -> RuledTable | None:
    level, upright = [rule for rule in rules if rule.is_level], [rule for rule in rules if not rule.is_level]
    xs = _places([(rule.left + rule.right) / 2 for rule in upright])
    ys = _places([(rule.top + rule.bottom) / 2 for rule in level])
    if not xs or not ys:
        return None
    # a table whose sides are open
    xs = _places([*xs, min(rule.left for rule in level), max(rule.right for rule in level)])
    if len(xs) < 3 or len(ys) < 3:
        return None
    return RuledTable(tuple(xs), tuple(ys), tuple(level), tuple(upright))


def _places(values: list[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _SAME:
            places.append(value)
    return places


def table_of(table: RuledTable, contents: PdfContents, number: int) -> Table | None:
    """Return the model's table, None for a grid with less than two filled cells or cells that are no rectangles."""
    cells = _cells(table)
    if cells is None:
        return None
    texts = _texts(table, cells, contents, number)
    if sum(1 for text in texts.values() if plain(text)) < 2:
        return None
    grid = tuple(tuple(texts.get((y, x), ()) for x in range(len(table.xs) - 1)) for y in range(len(table.ys) - 1))
    spans = tuple(sorted((one for one in cells if one.rows * one.columns > 1), key=lambda one: (one.row, one.column)))
    head, *rest = grid
    crossing = any(one.row == 0 and one.rows > 1 for one in spans)
    headers = max((one.rows for one in spans if one.row == 0), default=1) if crossing else 1
    headers = 0 if any(one.row < headers < one.row + one.rows for one in spans) else min(headers, len(grid))
    return Table(head=head, rows=tuple(rest), spans=spans, header_rows=headers)


def _cells(table: RuledTable) -> list[CellSpan] | None:
    """Return the cells, those without a line between them as one; None where such a cell is no rectangle."""
    rows, columns = len(table.ys) - 1, len(table.xs) - 1
    owner = {(y, x): (y, x) for y in range(rows) for x in range(columns)}
    for y in range(rows):
        for x in range(columns):
            if x + 1 < columns and not _upright_between(table, y, x + 1):
                _join(owner, (y, x), (y, x + 1))
            if y + 1 < rows and not _level_between(table, y + 1, x):
                _join(owner, (y, x), (y + 1, x))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, root in owner.items():
        groups.setdefault(root, []).append(place)
    made = [_span(places) for places in groups.values()]
    return [one for one in made if one] if all(made) else None


def _join(owner: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    kept, gone = sorted((owner[one], owner[other]))
    for place, root in owner.items():
        if root == gone:
            owner[place] = kept


def _span(places: list[tuple[int, int]]) -> CellSpan | None:
    top, left = min(y for y, _ in places), min(x for _, x in places)
    rows, columns = max(y for y, _ in places) - top + 1, max(x for _, x in places) - left + 1
    return CellSpan(row=top, column=left, rows=rows, columns=columns) if rows * columns == len(places) else None


def _upright_between(table: RuledTable, row: int, edge: int) -> bool:
    y, x = (table.ys[row] + table.ys[row + 1]) / 2, table.xs[edge]
    return any(
        abs((rule.left + rule.right) / 2 - x) <= _SAME and rule.top <= y <= rule.bottom for rule in table.upright
    )


def _level_between(table: RuledTable, edge: int, column: int) -> bool:
    y, x = table.ys[edge], (table.xs[column] + table.xs[column + 1]) / 2
    return any(abs((rule.top + rule.bottom) / 2 - y) <= _SAME and rule.left <= x <= rule.right for rule in table.level)


def _texts(
    table: RuledTable, cells: Sequence[CellSpan], contents: PdfContents, number: int
) -> dict[tuple[int, int], Text]:
    """Return the text of every cell by its upper left place."""
    held: dict[tuple[int, int], list[Glyph]] = {}
    owner = {place: (cell.row, cell.column) for cell in cells for place in cell.cells()}
    for glyph in contents.pages[number].glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        if table.holds(x, y):
            held.setdefault(owner[_at(table.ys, y), _at(table.xs, x)], []).append(glyph)
    return {place: _cell_text(glyphs, contents, number) for place, glyphs in held.items()}


def _at(edges: Sequence[float], value: float) -> int:
    inside = (at for at in range(len(edges) - 1) if value < edges[at + 1])
    return next(inside, len(edges) - 2)


def _cell_text(glyphs: list[Glyph], contents: PdfContents, number: int) -> Text:
    """Return a cell's lines joined."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        size = contents.faces[glyph.face].size or 1.0
        if not lines or abs(glyph.bottom - lines[-1][-1].bottom) > 0.55 * size:
            lines.append([])
        lines[-1].append(glyph)
    whole: Text = ()
    for glyphs_of_line in lines:
        line = line_of(number, glyphs_of_line, contents.faces)
        text = runs_of(pieces_of(line, contents.pages[number].links), contents.faces)
        whole = joined(whole, stripped(text))
    return whole
