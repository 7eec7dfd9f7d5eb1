"""Paints the palette's rows: icon, name with the sought letters in accent, and at the right group and key."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.ui.kit.widgets import SIZES, application
from editor.ui.palette.entries import Answer
from editor.ui.palette.rows import ANSWER_ROLE
from editor.ui.theme.apply import current_theme
from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_Index = QModelIndex | QPersistentModelIndex
_EDGE, _TEXT_LEFT, _GAP, _ICON, _CAP = 12, 44, 12, 20, 20
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PaletteDelegate(QStyledItemDelegate):
    """Rows of one height, headings too: a view that has to ask every row for its own took 5 ms a key."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, SIZES["row.palette"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        answer = index.data(ANSWER_ROLE)
        painter.save()
        line = _EntryDrawing(painter, QRectF(option.rect), current_theme(application()))
        if answer is None:
            line.heading(str(index.data()))
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            over = bool(option.state & QStyle.StateFlag.State_MouseOver) and not answer.entry.reason
            line.ground("accent.soft" if selected else "hover" if over else "")
            line.answer(answer)
        painter.restore()


class _EntryDrawing:
    """A row being painted; what is right takes its room from what is left."""

    def __init__(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        self._painter, self._rect, self._theme = painter, rect, theme
        self._right = rect.right() - _EDGE

    def heading(self, words: str) -> None:
        room = self._rect.adjusted(_EDGE, 6, 0, 0)
        self._draw_text(room, words, font("small"), "text2")

    def ground(self, token: str) -> None:
        if not token:
            return
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = token == "accent.soft" and self._theme.name == "contrast"  # noqa: S105 - a colour
        self._painter.setPen(QPen(self._theme.colour("accent"), 2) if marked else Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour(token))
        radius = self._theme.radius["button"]
        self._painter.drawRoundedRect(self._rect.adjusted(1, 1, -1, -1), radius, radius)

    def answer(self, answer: Answer) -> None:
        entry, off = answer.entry, bool(answer.entry.reason)
        if entry.icon:
            self._icon(entry.icon, "text.off" if off else "text2")
        for keys in reversed(entry.keys):
            self._key(keys)
        self._trail(entry.reason or entry.trail)
        self._name(entry.text, frozenset(() if off else answer.places), "text.off" if off else "text")

    def _icon(self, name: str, token: str) -> None:
        ratio = self._painter.device().devicePixelRatio()
        drawn = draw_icon(name, _ICON, self._theme.colour(token), ratio=ratio)
        top = self._rect.top() + (self._rect.height() - _ICON) / 2
        self._painter.drawPixmap(round(self._rect.left() + _EDGE), round(top), drawn)

    def _key(self, keys: str) -> None:
        face = font("digit")
        width = QFontMetricsF(face).horizontalAdvance(keys) + 10
        cap = QRectF(self._right - width, self._rect.center().y() - _CAP / 2, width, _CAP)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(self._theme.colour("line.strong"), 1))
        self._painter.setBrush(self._theme.colour("raised"))
        radius = self._theme.radius["field"]
        self._painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._painter.setFont(face)
        self._painter.setPen(self._theme.colour("text2"))
        self._painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        self._right = cap.left() - _GAP / 2

    def _trail(self, words: str) -> None:
        face = font("small")
        width = QFontMetricsF(face).horizontalAdvance(words)
        right = self._right - _GAP / 2
        room = QRectF(right - width, self._rect.top(), width + 1, self._rect.height())
        self._draw_text(room, words, face, "text2")
        self._right = room.left() - _GAP * bool(words)

    def _name(self, text: str, places: frozenset[int], token: str) -> None:
        left, end = self._rect.left() + _TEXT_LEFT, self._right
        for part, sought in _parts(text, places):
            face = font("strong" if sought else "base")
            shown = QFontMetricsF(face).elidedText(part, Qt.TextElideMode.ElideRight, max(0.0, end - left))
            room = QRectF(left, self._rect.top(), max(0.0, end - left), self._rect.height())
            self._draw_text(room, shown, face, "accent" if sought else token)
            left += QFontMetricsF(face).horizontalAdvance(shown)
            if shown != part:
                return

    def _draw_text(self, room: QRectF, words: str, face: QFont, token: str) -> None:
        self._painter.setFont(face)
        self._painter.setPen(self._theme.colour(token))
        self._painter.drawText(room, _LEFT, words)


def _parts(text: str, places: frozenset[int]) -> list[tuple[str, bool]]:
    """Split a name into runs that were sought and runs that were not."""
    parts: list[tuple[str, bool]] = []
    for place, char in enumerate(text):
        sought = place in places
        if parts and parts[-1][1] == sought:
            parts[-1] = parts[-1][0] + char, sought
        else:
            parts.append((char, sought))
    return parts
