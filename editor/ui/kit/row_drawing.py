"""A row of a list painted piece by piece: words, words that go, words that come, a word at the right end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from editor.ui.kit.widgets import application
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
_GAP, _EDGE = 12, 8


class RowDrawing:
    """A row being painted from the left."""

    def __init__(self, painter: QPainter, room: QRect, theme: Theme) -> None:
        self._painter, self._room, self._theme = painter, QRectF(room), theme

    def trail(self, words: str) -> None:
        """Draw words at the right end."""
        metrics = QFontMetricsF(font("small"))
        self._painter.setFont(font("small"))
        self._painter.setPen(self._theme.colour("text3"))
        self._painter.drawText(self._room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        self._room.setRight(self._room.right() - metrics.horizontalAdvance(words) - _GAP * bool(words))

    def draw_text(self, words: str, *, role: str = "base", ink: str = "text") -> None:
        """Draw words, cut where the room ends."""
        metrics = QFontMetricsF(font(role))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._room.width())
        self._painter.setFont(font(role))
        self._painter.setPen(self._theme.colour(ink))
        self._painter.drawText(self._room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._room.setLeft(self._room.left() + metrics.horizontalAdvance(shown))

    def skip(self, width: int = _GAP) -> None:
        """Leave room free."""
        self._room.setLeft(min(self._room.left() + width, self._room.right()))

    def tinted(self, words: str, ground: str, *, struck: bool = False) -> None:
        """Draw words on a ground, struck through where they go."""
        face = font("base")
        face.setStrikeOut(struck)
        metrics = QFontMetricsF(face)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._room.width())
        box = QRectF(self._room)
        box.setWidth(metrics.horizontalAdvance(shown))
        inside = box.adjusted(0, (box.height() - metrics.height()) / 2, 0, -(box.height() - metrics.height()) / 2)
        self._painter.fillRect(inside, self._theme.colour(ground))
        self._painter.setFont(face)
        self._painter.setPen(self._theme.colour("text2" if struck else "text"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._room.setLeft(box.right())


def room_of_text(painter: QPainter, option: QStyleOptionViewItem) -> QRect:
    """Draw a row without its text; return the room for that."""
    option.text = ""
    style = application().style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
    room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
    room.setRight(option.rect.right() - _EDGE)
    return room
