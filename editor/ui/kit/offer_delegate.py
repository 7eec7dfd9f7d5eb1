"""A word on offer: what was typed stands out in it, and what tells it from others stands at the right end."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.text.seeking import Spans
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font

SPANS_ROLE, DETAIL_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_EDGE, _GAP = 8, 12


class OfferDelegate(QStyledItemDelegate):
    """Reads the word, SPANS_ROLE (what was typed) and DETAIL_ROLE (words of the right end) of a row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        word, shown.text = shown.text, ""
        application().style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        painter.save()
        room = QRectF(option.rect).adjusted(_EDGE, 0, -_EDGE, 0)
        detail = index.data(DETAIL_ROLE) or ""
        draw_detail(painter, room, detail)
        if detail:
            room.setRight(room.right() - QFontMetricsF(font("small")).horizontalAdvance(detail) - _GAP)
        draw_marked(painter, room, word, index.data(SPANS_ROLE) or ())
        painter.restore()


def draw_marked(painter: QPainter, room: QRectF, text: str, spans: Spans) -> None:
    """Draw a text cut to the room, the spans in bold and the accent's ink."""
    theme = current_theme(application())
    left = room.left()
    for piece, found in _pieces(text, spans):
        face = font("strong" if found else "base")
        metrics = QFontMetricsF(face)
        shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, max(0.0, room.right() - left))
        painter.setFont(face)
        painter.setPen(theme.colour("accent" if found else "text"))
        painter.drawText(QRectF(left, room.top(), room.width(), room.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        left += metrics.horizontalAdvance(shown)


def draw_detail(painter: QPainter, room: QRectF, words: str) -> None:
    """Draw small words at the right end."""
    painter.setFont(font("small"))
    painter.setPen(current_theme(application()).colour("text3"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)


def _pieces(text: str, spans: Spans) -> Iterator[tuple[str, bool]]:
    at = 0
    for start, end in spans:
        yield text[at:start], False
        yield text[start:end], True
        at = end
    yield text[at:], False
