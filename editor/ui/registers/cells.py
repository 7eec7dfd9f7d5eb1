"""Cells of a list: text as far in as the header's, and a field as high as the row."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme

_Index = QModelIndex | QPersistentModelIndex
_EDGE, _GAP, _ICON = 8, 8, 16


class CellDelegate(QStyledItemDelegate):
    """editable: whether the cells of a column are written in."""

    def __init__(self, parent: QTreeView, editable: Callable[[int], bool]) -> None:
        super().__init__(parent)
        self._editable = editable

    # Qt takes None for no editor, which its stub does not say
    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget | None:  # type: ignore[override]
        if not self._editable(index.column()):
            return None
        made = QLineEdit(parent)
        made.setProperty("small", "true")
        made.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return made

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), current_theme(application()).size["row.list"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, sign = shown.text, QIcon(shown.icon)
        shown.text, shown.icon = "", QIcon()
        application().style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        room = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        if not sign.isNull():
            sign.paint(painter, QRect(room.left(), room.center().y() - _ICON // 2 + 1, _ICON, _ICON))
            room.setLeft(room.left() + _ICON + _GAP)
        painter.save()
        painter.setFont(shown.font)
        painter.setPen(shown.palette.text().color())
        words = QFontMetrics(shown.font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, shown.displayAlignment, words)
        painter.restore()
