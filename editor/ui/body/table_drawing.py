"""A table as it stands in the body: caption above, note below, columns as wide as they print, framed on all sides."""

from collections.abc import Mapping
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from editor.document.cell_sides import cell_side, column_sides
from editor.document.columns import column_shares
from editor.model.block_texts import TextField, TextLocation
from editor.model.body import CellSpan, ColumnAlignment, Table, Text, text_of
from editor.model.language import tr
from editor.ui.body.laid_text import LaidText, paint_hint, paint_words
from editor.ui.body.shapes import Kind
from editor.ui.body.text_places import CENTRE, LEFT, RIGHT, ObjectState, TextPlace
from editor.ui.theme.tokens import Theme

_GAP, _ABOVE, _LEAST = 4, 5, 16
_BESIDE, _BESIDE_NARROW, _NARROW = 5, 3, 480
_SIDES = {ColumnAlignment.LEFT: LEFT, ColumnAlignment.CENTRE: CENTRE, ColumnAlignment.RIGHT: RIGHT}
_NO_GRIP: QRectF | None = None
_HINTS = {TextField.CAPTION: tr("表题"), TextField.NOTE: tr("表注")}


class TableDrawing:
    """Laid out at once; what is as before is not laid out again. places: of its texts; edges: of its columns (px)."""

    def __init__(
        self, table: Table, theme: Theme, measure: int, before: "TableDrawing | None" = None, *, still: bool = False
    ) -> None:
        """Lay out. measure: px; before: the drawing of the table as it was; still: the columns stay as they were."""
        self._theme, self._table = theme, table
        known = before if before and before.theme is theme else None
        self._known: Mapping[TextLocation, LaidText] = known.laid if known else {}
        self.laid: dict[TextLocation, LaidText] = {}
        self.places: dict[TextLocation, TextPlace] = {}
        # half a pixel beyond an edge of the window is not seen, and lines may be that wide
        self._wide, self.grip = measure - 2, _NO_GRIP
        self._beside = _BESIDE if measure >= _NARROW else _BESIDE_NARROW
        self.edges: list[int] = known.edges if known and still else column_edges(table, self._wide)
        top = self._line(TextField.CAPTION, table.caption, Kind.CAPTION, CENTRE, 0) + _GAP
        self._rows = self._lay_cells(top)
        self.height = self._line(TextField.NOTE, table.note, Kind.SOURCE, LEFT, self._rows[-1] + _GAP) + _GAP
        # older layouts are not kept
        self._known = {}

    @property
    def theme(self) -> Theme:
        """In which it was laid out."""
        return self._theme

    def paint(self, painter: QPainter, corner: QPointF, state: ObjectState) -> None:
        """Paint with the upper left corner there."""
        painter.translate(corner)
        self._paint_grounds(painter, state)
        seen = painter.clipBoundingRect() if painter.hasClipping() else QRectF(0, 0, self._wide, self.height)
        paint_words(painter, self.laid, self.places, state.words, self._theme)
        for location, laid in self.laid.items():
            place = self.places[location]
            if not place.area.intersects(seen):
                continue
            if location != state.open:
                laid.paint(painter, place.rect.topLeft())
            if state.chosen and not laid.runs and location != state.open:
                paint_hint(painter, place, _HINTS.get(location.field, ""), self._theme)
        self._paint_lines(painter)
        painter.translate(-corner)

    def _lay_cells(self, top: float) -> list[int]:
        """Lay out the cells from a height on. Returns the edges of the rows."""
        table, grid, sides = self._table, self._table.grid(), column_sides(self._table)
        made = []
        for part, span in enumerate(table.cells()):
            kind = Kind.HEAD if span.row < table.header_rows else Kind.CELL
            width = self.edges[span.column + span.columns] - self.edges[span.column] - 2 * self._beside
            side = _SIDES[cell_side(table, sides, span)]
            location = TextLocation(TextField.CELL, table.uid, part)
            made.append((location, span, self._lay(location, (grid[span.row][span.column], kind, width), side)))
        rows = _row_edges(round(top), len(table.rows) + 1, [(span, laid.high) for _, span, laid in made])
        for location, span, laid in made:
            self.places[location] = self._cell_place(laid, span, rows)
        return rows

    def _cell_place(self, laid: LaidText, span: CellSpan, rows: list[int]) -> TextPlace:
        left, right = self.edges[span.column], self.edges[span.column + span.columns]
        top, bottom = rows[span.row], rows[span.row + span.rows]
        at = QRectF(left + self._beside, top + (bottom - top - laid.high) // 2, laid.width, laid.high)
        return TextPlace(rect=at, area=QRectF(left, top, right - left, bottom - top), kind=laid.kind, align=laid.align)

    def _line(self, field: TextField, text: str, kind: Kind, align: Qt.AlignmentFlag, top: float) -> float:
        """Lay out a text beside the grid from a height on. Returns where it ends."""
        location = TextLocation(field, self._table.uid)
        laid = self._lay(location, (self._runs(location, text), kind, self._wide - 2 * self._beside), align)
        area = QRectF(0, top, self._wide, laid.high)
        rect = area.adjusted(self._beside, 0, -self._beside, 0)
        self.places[location] = TextPlace(rect=rect, area=area, kind=kind, align=align)
        return area.bottom()

    def _runs(self, location: TextLocation, text: str) -> Text:
        known = self._known.get(location)
        runs = text_of(text)
        return known.runs if known and known.runs == runs else runs

    def _lay(self, location: TextLocation, what: tuple[Text, Kind, int], align: Qt.AlignmentFlag) -> LaidText:
        runs, kind, width = what
        width = max(width, _LEAST)
        known = self._known.get(location)
        same = known and known.stands_for(runs, kind, width, align)
        self.laid[location] = made = known if known and same else LaidText(runs, kind, width, align, self._theme)
        return made

    def _paint_grounds(self, painter: QPainter, state: ObjectState) -> None:
        theme, rows = self._theme, self._rows
        heads = rows[self._table.header_rows] - rows[0]
        painter.fillRect(QRectF(1, rows[0], self._wide - 1, heads), theme.colour("sidebar"))
        if state.open in self.places and state.open.field is TextField.CELL and not state.cells:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(self.places[state.open].area.adjusted(1, 1, -1, -1))
        if state.cells:
            near = QPointF(self.edges[state.cells.columns.start], rows[state.cells.rows.start])
            far = QPointF(self.edges[state.cells.columns.stop], rows[state.cells.rows.stop])
            painter.fillRect(QRectF(near, far), theme.colour("accent.soft"))

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setPen(self._theme.colour("line.strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for location, place in self.places.items():
            if location.field is TextField.CELL:
                painter.drawRect(place.area)


def column_edges(table: Table, width: int) -> list[int]:
    """Return where the columns begin and the last one ends, in whole px from 1; they share the width as in print."""
    shares = column_shares(table)
    return [1 + round((width - 1) * edge / sum(shares)) for edge in accumulate(shares, initial=0.0)]


def _row_edges(top: int, count: int, cells: list[tuple[CellSpan, float]]) -> list[int]:
    """Return where rows begin and the last one ends (px); a cell over several rows makes the last of them higher."""
    ending: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for span, high in cells:
        ending[span.row + span.rows - 1].append((span.row, high))
    edges = [top]
    for row, ended in enumerate(ending):
        needed = [edges[begun] + high + 2 * _ABOVE for begun, high in ended]
        edges.append(round(max([edges[row] + _LEAST, *needed])))
    return edges
