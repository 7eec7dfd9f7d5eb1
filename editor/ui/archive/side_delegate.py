"""Paints the rows of the left column: headings, boxes to tick with their counts, kept searches."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem

from editor.ui.archive.side_rows import FacetRow, MoreRow, SavedRow, SideHead
from editor.ui.kit.change_drawing import ChangeDrawing, between
from editor.ui.kit.headed_list import ROW_ROLE
from editor.ui.kit.row_drawing import Index
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.fonts import font

_INSET, _BOX, _GAP, _HEAD, _ROW = 16, 18, 8, 40, 28


class SideDelegate(QStyledItemDelegate):
    """Of the left column."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        head = isinstance(index.data(ROW_ROLE), SideHead)
        return QSize(option.rect.width(), _HEAD if head else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(ChangeDrawing(painter, option, current_theme(application())), option, index.data(ROW_ROLE))
        finally:
            painter.restore()

    def _draw(self, drawing: ChangeDrawing, option: QStyleOptionViewItem, row: object) -> None:
        line = drawing.rect.adjusted(_INSET, 0, -_INSET, 0)
        beside = between(line, line.left() + _BOX + _GAP, line.right())
        match row:
            case SideHead():
                low = QRect(line.left(), line.bottom() - 29, line.width(), 28)
                drawing.text(row.title, "strong", "text", low)
            case FacetRow():
                self._ground(drawing, option)
                self._box(drawing, option, line, on=row.on)
                drawing.text(row.value, "base", "text", between(beside, beside.left(), self._count(drawing, row, line)))
            case SavedRow():
                self._ground(drawing, option)
                token = "accent" if row.on else "text3"
                ratio = drawing.painter.device().devicePixelRatio()
                icon = draw_icon("star", 16, drawing.theme.colour(token), ratio=ratio)
                drawing.painter.drawPixmap(line.left() + 1, line.center().y() - 7, icon)
                drawing.text(row.saved.name, "strong" if row.on else "base", "accent" if row.on else "text", beside)
            case MoreRow():
                self._ground(drawing, option)
                drawing.text(row.spoken, "base", "text2", beside)

    def _ground(self, drawing: ChangeDrawing, option: QStyleOptionViewItem) -> None:
        """Draw the ground of the row that the keys are on, only while they are; and of that under the pointer."""
        focused = option.widget is not None and option.widget.hasFocus()
        if focused or not option.state & QStyle.StateFlag.State_Selected:
            drawing.ground()

    def _box(self, drawing: ChangeDrawing, option: QStyleOptionViewItem, line: QRect, *, on: bool) -> None:
        box = QStyleOptionButton()
        box.rect = QRect(line.left(), line.center().y() - _BOX // 2 + 1, _BOX, _BOX)
        box.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Active
        box.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        if option.state & QStyle.StateFlag.State_MouseOver:
            box.state |= QStyle.StateFlag.State_MouseOver
        style = application().style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, drawing.painter, option.widget)

    def _count(self, drawing: ChangeDrawing, row: FacetRow, line: QRect) -> int:
        """Draw how many there are; return where there is room to."""
        words = "" if row.count is None else f"{row.count:,}"
        width = QFontMetrics(font("digit")).horizontalAdvance(words) + 1
        painter = drawing.painter
        painter.setFont(font("digit"))
        painter.setPen(drawing.theme.colour("text2"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, side, words)
        return line.right() - width - _GAP
