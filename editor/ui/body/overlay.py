"""Painted over the body: marks of list items, a frame around the chosen figure or table."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextDocument

from editor.ui.body.shapes import EM, LISTS, UID, Kind, kind_of
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme


def paint_list_marks(painter: QPainter, document: QTextDocument, area: QRectF, theme: Theme) -> None:
    """Paint a number or dot left of every item inside the area (document px)."""
    block = document.begin()
    layout = document.documentLayout()
    number = 0
    above = ("", Kind.PARAGRAPH)
    while block.isValid():
        shape = block.blockFormat()
        kind, uid = kind_of(shape), shape.stringProperty(UID)
        number = number + 1 if kind in LISTS and above == (uid, kind) else 1
        above = (uid, kind)
        if kind in LISTS:
            rect = layout.blockBoundingRect(block)
            if rect.top() > area.bottom():
                return
            if rect.bottom() >= area.top():
                _paint_mark(painter, block, rect, f"{number}." if kind is Kind.NUMBERS else "•", theme)
        block = block.next()


def paint_flash(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint the ground of a block that the user was led to."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent.soft"))
    painter.drawRoundedRect(rect, 4, 4)


def paint_frame(painter: QPainter, rect: QRectF, theme: Theme, *, token: str = "accent") -> None:
    """Paint the frame of a chosen or marked object."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(token), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, -3, -1, 1), 4, 4)


def paint_handle(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """Paint a handle by which a side is dragged."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(QRectF(centre.x() - 3, centre.y() - 12, 6, 24), 3, 3)


def paint_words(painter: QPainter, words: str, over: QRectF, theme: Theme) -> None:
    """Paint a few words over the upper edge of something."""
    painter.setFont(font("strong"))
    wide = painter.fontMetrics().horizontalAdvance(words) + 20
    plate = QRectF(over.center().x() - wide / 2, over.top() + 8, wide, 26)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(theme.colour("surface"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def _paint_mark(painter: QPainter, block: QTextBlock, rect: QRectF, mark: str, theme: Theme) -> None:
    line = block.layout().lineAt(0)
    if not line.isValid():
        return
    painter.setFont(font("body"))
    painter.setPen(theme.colour("text2"))
    metrics = painter.fontMetrics()
    x = 3 * EM - EM / 2 - metrics.horizontalAdvance(mark)
    painter.drawText(QPointF(x, rect.top() + line.y() + line.ascent()), mark)
