"""Paints the rows: an article's heading; a change with its box to tick, place, page, and its words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPen, QTextCharFormat

from editor.model.language import tr
from editor.text.comparing import Piece, PieceKind
from editor.ui.collating.rows import CollateHeadRow, CollateRow
from editor.ui.kit.change_drawing import GAP, INSET, ChangeDelegate, ChangeDrawing, between, shapes
from editor.ui.theme.tokens import Theme

_BOX, _INDENT, _LINES = 15, 26, 3
BOX_SIDE = INSET + _INDENT
"""px from a row's left edge within which a click ticks."""


class CollateDelegate(ChangeDelegate):
    """Rows of one to three lines of words."""

    def __init__(self) -> None:
        super().__init__(CollateHeadRow, indent=_INDENT, lines=_LINES)

    def heading(self, row: CollateHeadRow) -> tuple[str, str]:
        """Return the article and how many of its changes are ticked."""
        return row.title, f"{row.done}/{row.count}"

    def facts(self, drawing: ChangeDrawing, row: CollateRow, line: QRect) -> None:
        """Draw the box, the place, what was done, and the page."""
        _draw_box(drawing, line, ticked=row.tick is not None)
        right = drawing.right(tr("{page} 页", page=row.page) if row.page else "", line)
        ink = "text" if row.tick is None else "text2"
        left = drawing.text(row.change.place, "strong", ink, between(line, line.left(), right))
        drawing.text(row.change.done, "small", "text2", between(line, left + GAP, right))

    def words(self, row: CollateRow, theme: Theme) -> tuple[Sequence[Piece], Mapping[PieceKind, QTextCharFormat]]:
        """Return the words; what goes is as red as on the proof."""
        return row.change.pieces, shapes(theme, same="text2", gone="error")


def _draw_box(drawing: ChangeDrawing, line: QRect, *, ticked: bool) -> None:
    """Draw the box that a click ticks."""
    painter, theme = drawing.painter, drawing.theme
    box = QRectF(line.left() - _INDENT + 0.5, line.center().y() - _BOX // 2 + 0.5, _BOX, _BOX)
    painter.setPen(QPen(theme.colour("ok" if ticked else "text3"), 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        painter.setPen(QPen(theme.colour("ok"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        low = QPointF(box.left() + 6.5, box.bottom() - 4)
        painter.drawLine(QPointF(box.left() + 3.5, box.center().y() + 0.5), low)
        painter.drawLine(low, QPointF(box.right() - 3, box.top() + 4))
