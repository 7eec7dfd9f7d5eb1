"""Paints the rows: an article's heading; a change with its box to tick, place, page, and its words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.model.language import tr
from editor.text.comparing import Piece, PieceKind
from editor.ui.collating.model import ROW_ROLE
from editor.ui.collating.rows import CollateHeadRow, CollateRow
from editor.ui.kit.utf16 import units
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_EDGE, _INSET, _GAP = 8, 16, 8
_BOX, _INDENT = 15, 26
BOX_SIDE = _INSET + _INDENT
"""px from a row's left edge within which a click ticks."""
_ABOVE, _LINE, _LINES = 7, 20, 3
# characters of each part that are shown, however many parts there are
_LEAST = 8
# texts are Chinese, whatever language the window has
_LETTER = "\u5b57"
_Index = QModelIndex | QPersistentModelIndex


class CollateDelegate(QStyledItemDelegate):
    """Rows of one to three lines of words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme, row = current_theme(application()), index.data(ROW_ROLE)
        view = option.widget
        width = view.viewport().width() if view else option.rect.width()  # type: ignore[attr-defined]
        if isinstance(row, CollateHeadRow):
            return QSize(width, theme.size["row.list"])
        lines = _laid_out(row, theme, width - 2 * _INSET - _INDENT).lineCount()
        return QSize(width, 2 * _ABOVE + _LINE * (1 + min(lines, _LINES)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _CollateDrawing(painter, option, current_theme(application())).draw(index.data(ROW_ROLE))
        finally:
            painter.restore()


class _CollateDrawing:
    """One row being painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        self._painter, self._theme, self._state = painter, theme, option.state
        self._rect = QRect(option.rect)

    def draw(self, row: CollateHeadRow | CollateRow) -> None:
        if isinstance(row, CollateHeadRow):
            line = QRect(self._rect).adjusted(_INSET, 0, -_INSET, 0)
            right = self._right(f"{row.done}/{row.count}", line)
            self._text(row.title, "small", "text2", _between(line, line.left(), right))
            return
        self._ground()
        line = QRect(self._rect.left(), self._rect.top() + _ABOVE, self._rect.width(), _LINE)
        self._box(line, ticked=row.tick is not None)
        line.adjust(_INSET + _INDENT, 0, -_INSET, 0)
        right = self._right(tr("{page} 页", page=row.page) if row.page else "", line)
        ink = "text" if row.tick is None else "text2"
        left = self._text(row.change.place, "strong", ink, _between(line, line.left(), right))
        self._text(row.change.done, "small", "text2", _between(line, left + _GAP, right))
        layout = _laid_out(row, self._theme, line.width())
        for number in range(min(layout.lineCount(), _LINES)):
            place = QPointF(line.left(), line.bottom() + 1 + number * _LINE)
            layout.lineAt(number).draw(self._painter, place - layout.lineAt(number).position())

    def _right(self, text: str, line: QRect) -> int:
        width = QFontMetrics(font("small")).horizontalAdvance(text) + 1
        self._text(text, "small", "text2", _between(line, line.right() - width, line.right() + 1))
        return line.right() - width - _GAP

    def _box(self, line: QRect, *, ticked: bool) -> None:
        """Draw the box that a click ticks."""
        theme = self._theme
        box = QRectF(line.left() + _INSET + 0.5, line.center().y() - _BOX // 2 + 0.5, _BOX, _BOX)
        self._painter.setPen(QPen(theme.colour("ok" if ticked else "text3"), 1.3))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box, 3, 3)
        if ticked:
            self._painter.setPen(QPen(theme.colour("ok"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            low = QPointF(box.left() + 6.5, box.bottom() - 4)
            self._painter.drawLine(QPointF(box.left() + 3.5, box.center().y() + 0.5), low)
            self._painter.drawLine(low, QPointF(box.right() - 3, box.top() + 4))

    def _ground(self) -> None:
        selected = bool(self._state & QStyle.StateFlag.State_Selected)
        if not selected and not self._state & QStyle.StateFlag.State_MouseOver:
            return
        chosen = "accent.soft" if self._state & QStyle.StateFlag.State_Active else "selected.idle"
        edged = selected and self._theme.name == "contrast"
        self._painter.setPen(QPen(self._theme.colour("accent"), 2) if edged else Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour(chosen if selected else "hover"))
        radius = self._theme.radius["button"]
        self._painter.drawRoundedRect(QRectF(self._rect).adjusted(_EDGE, 1, -_EDGE, -1), radius, radius)

    def _text(self, text: str, role: str, token: str, box: QRect) -> int:
        """Draw a text, cut where it has no room; return where it ends."""
        face = font(role)
        metrics = QFontMetrics(face)
        self._painter.setFont(face)
        self._painter.setPen(self._theme.colour(token))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return box.left() + metrics.horizontalAdvance(shown)


def _between(line: QRect, left: int, right: int) -> QRect:
    return QRect(left, line.top(), max(0, right - left), line.height())


def _laid_out(row: CollateRow, theme: Theme, width: int) -> QTextLayout:
    """Return a change's words in lines: struck out what is gone, underlined what is new."""
    found = row.change.pieces
    letter = QFontMetrics(font("base")).horizontalAdvance(_LETTER)
    room = max(_LEAST, (_LINES * width // letter - _LINES) // len(found)) if found else _LEAST
    parts = [Piece(one.kind, _cut(one.text, room)) for one in found]
    layout = QTextLayout("".join(part.text for part in parts), font("base"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    shapes = _shapes(theme)
    ranges, at = [], 0
    for part in parts:
        ranges.append(_range(at, units(part.text), shapes[part.kind]))
        at += units(part.text)
    layout.setFormats(ranges)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most * 2 // 3]}…{words[-(most // 3) :]}"


def _shapes(theme: Theme) -> dict[PieceKind, QTextCharFormat]:
    same, gone, new = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    same.setForeground(theme.colour("text2"))
    gone.setForeground(theme.colour("error"))
    gone.setFontStrikeOut(True)
    new.setForeground(theme.colour("text"))
    new.setFontUnderline(True)
    return {PieceKind.SAME: same, PieceKind.REMOVED: gone, PieceKind.ADDED: new}


def _range(start: int, length: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, shape
    return made
