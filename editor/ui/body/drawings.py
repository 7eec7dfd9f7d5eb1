"""Figures and tables as they stand between the lines of the body."""

from typing import Protocol, assert_never

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QTextCursor, QTextDocument, QTextOption, QTextTableFormat

from editor.model.block_kinds import ObjectBlock
from editor.model.body import Figure, Table, Text
from editor.model.language import tr
from editor.ui.body.shapes import Kind, char_format
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_GAP, _PLACE_HEIGHT, _CELL_PX = 6, 120, 13


class Drawing(Protocol):
    """Something with a height (px, at the measure it was made for) that can be painted."""

    height: float

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """Paint with the upper left corner there."""


class FigureDrawing:
    """The picture at its width, caption and source below; a frame that says so where the picture is missing."""

    def __init__(self, figure: Figure, image: QImage | None, theme: Theme, measure: int) -> None:
        """Lay out. measure: px; image: None where the bytes are not at hand."""
        self._image, self._theme, self._measure = image, theme, measure
        width = measure * figure.width / 1000
        high = width * image.height() / image.width() if image else _PLACE_HEIGHT
        self._picture = QRectF((measure - width) / 2, 0, width, high)
        self._missing = (
            tr("图片缺失：版面上留有位置。双击放入图片") if figure.picture else tr("还没有图片。双击放入图片")
        )
        parts = (figure.caption, tr("来源：{source}", source=figure.source) if figure.source else "")
        self._caption = _caption("　".join(part for part in parts if part), theme, measure)
        self.height = high + (_GAP + self._caption.size().height() if self._caption else 0) + _GAP

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """Paint with the upper left corner there."""
        place = self._picture.translated(corner)
        if self._image:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
        else:
            painter.setPen(QPen(self._theme.colour("line.field"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
            painter.setPen(self._theme.colour("warn"))
            painter.setFont(font("small"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._missing)
        if self._caption:
            painter.save()
            painter.translate(corner.x(), place.bottom() + _GAP)
            self._caption.drawContents(painter)
            painter.restore()


class TableDrawing:
    """The table with its caption above and note below, open at the sides as it prints."""

    def __init__(self, table: Table, theme: Theme, measure: int) -> None:
        """Lay out. measure: px."""
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(font("small"))
        cursor = QTextCursor(self._document)
        if table.caption:
            _write_centred(cursor, table.caption, theme)
            cursor.insertBlock()
        _write_cells(cursor, table, theme)
        if table.note:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            _write_centred(cursor, table.note, theme)
        self._document.setTextWidth(measure)
        self.height = self._document.size().height() + _GAP

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """Paint with the upper left corner there."""
        painter.save()
        painter.translate(corner)
        self._document.drawContents(painter)
        painter.restore()


def drawing_of(block: ObjectBlock, image: QImage | None, theme: Theme, measure: int) -> Drawing:
    """Return the drawing of a block. measure: px."""
    match block:
        case Figure():
            return FigureDrawing(block, image, theme, measure)
        case Table():
            return TableDrawing(block, theme, measure)
        case _:
            assert_never(block)


def block_size(drawing: Drawing, measure: int) -> QSizeF:
    """Return the room a drawing takes, a hair narrower than the text so that it never wraps."""
    return QSizeF(measure - 1, drawing.height)


def _caption(text: str, theme: Theme, measure: int) -> QTextDocument | None:
    if not text:
        return None
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    made.setDocumentMargin(0)
    made.setDefaultFont(font("small"))
    _write_centred(QTextCursor(made), text, theme)
    made.setTextWidth(measure)
    return made


def _write_centred(cursor: QTextCursor, text: str, theme: Theme) -> None:
    shape = cursor.blockFormat()
    shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    cursor.setBlockFormat(shape)
    characters = cursor.charFormat()
    characters.setFont(font("small"))
    characters.setForeground(theme.colour("text2"))
    cursor.insertText(text, characters)


def _write_cells(cursor: QTextCursor, block: Table, theme: Theme) -> None:
    shape = QTextTableFormat()
    shape.setCellPadding(5)
    shape.setCellSpacing(0)
    shape.setBorder(1)
    shape.setBorderBrush(theme.colour("line.strong"))
    shape.setBorderCollapse(True)
    shape.setHeaderRowCount(block.header_rows)
    rows = block.grid()
    table = cursor.insertTable(len(rows), len(block.head), shape)
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            inside = table.cellAt(place, column).firstCursorPosition()
            _write_cell(inside, cell, theme, head=place < block.header_rows)
    for span in block.spans:
        table.mergeCells(span.row, span.column, span.rows, span.columns)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _write_cell(cursor: QTextCursor, cell: Text, theme: Theme, *, head: bool) -> None:
    for run in cell:
        shape = char_format(run, Kind.PARAGRAPH, theme)
        face = font("strong" if head or run.bold else "base")
        face.setPixelSize(_CELL_PX)
        face.setItalic(run.italic)
        shape.setFont(face)
        cursor.insertText(run.text, shape)


def wrap_anywhere(document: QTextDocument) -> None:
    """Let long addresses break rather than widen the text."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
