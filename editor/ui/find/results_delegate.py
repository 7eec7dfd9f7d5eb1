"""Paints what was found: every hit in its surroundings, as it is and as it will be."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from editor.desk.replacing import SearchHit
from editor.ui.find.results_model import COUNT_ROLE, HIT_ROLE
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_Index = QModelIndex | QPersistentModelIndex
_GAP, _EDGE = 12, 8


class ResultsDelegate(QStyledItemDelegate):
    """words: what takes the place of hits, None while nothing does."""

    def __init__(self, parent: QTreeView, words: Callable[[], str | None]) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(option.rect.width(), current_theme(application()).size["row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        style = application().style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, option.widget)
        room.setRight(option.rect.right() - _EDGE)
        painter.save()
        line = _ResultDrawing(painter, room, current_theme(application()))
        hit = index.data(HIT_ROLE)
        line.trail(index.data(COUNT_ROLE) or "")
        if hit:
            line.hit(hit, self._words() if index.flags() & Qt.ItemFlag.ItemIsUserCheckable else None)
        else:
            line.draw_text(text, role="base" if index.parent().isValid() else "strong")
        painter.restore()


class _ResultDrawing:
    """A row being painted from the left, with a word at the right end."""

    def __init__(self, painter: QPainter, room: QRect, theme: Theme) -> None:
        self._painter, self._room, self._theme = painter, QRectF(room), theme

    def trail(self, words: str) -> None:
        metrics = QFontMetricsF(font("small"))
        self._painter.setFont(font("small"))
        self._painter.setPen(self._theme.colour("text3"))
        self._painter.drawText(self._room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        self._room.setRight(self._room.right() - metrics.horizontalAdvance(words) - _GAP * bool(words))

    def draw_text(self, words: str, *, role: str = "base", ink: str = "text") -> None:
        metrics = QFontMetricsF(font(role))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._room.width())
        self._painter.setFont(font(role))
        self._painter.setPen(self._theme.colour(ink))
        self._painter.drawText(self._room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._room.setLeft(self._room.left() + metrics.horizontalAdvance(shown))

    def hit(self, hit: SearchHit, words: str | None) -> None:
        self.draw_text(hit.before, ink="text2")
        if words is None:
            self._tinted(hit.found, "accent.soft")
        else:
            self._tinted(hit.found, "error.soft", struck=True)
            self._tinted(words, "ok.soft")
        self.draw_text(hit.after, ink="text2")

    def _tinted(self, words: str, ground: str, *, struck: bool = False) -> None:
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
