"""Rows of a list of changes being painted: headings; changes with a line of facts and their words below."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.text.comparing import Piece, PieceKind
from editor.ui.kit.headed_list import ROW_ROLE
from editor.ui.kit.row_drawing import Index
from editor.ui.kit.utf16 import units
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

INSET, GAP = 16, 8
_EDGE, _ABOVE, _LINE = 8, 7, 20
# characters of each part that are shown, however many parts there are
_LEAST = 8
# texts are Chinese, whatever language the window has
_LETTER = "\u5b57"


class ChangeDelegate(QStyledItemDelegate):
    """Paints the rows of a `HeadedList` of changes."""

    def __init__(self, heading: type, *, indent: int, lines: int, near: bool = False) -> None:
        """heading: kind of the rows above changes; indent: px left of a change's words; lines: of these at most.

        near: what stayed beside a change is short already.
        """
        super().__init__()
        self._heading, self._indent, self._lines, self._near = heading, indent, lines, near

    def heading(self, row: Any) -> tuple[str, str]:  # noqa: ANN401 - of the list's own kind
        """Return the words of a heading, and those at its right end."""
        raise NotImplementedError

    def facts(self, drawing: "ChangeDrawing", row: Any, line: QRect) -> None:  # noqa: ANN401
        """Draw the first line of a change. line: right of its indent."""
        raise NotImplementedError

    def words(self, row: Any, theme: Theme) -> tuple[Sequence[Piece], Mapping[PieceKind, QTextCharFormat]]:  # noqa: ANN401
        """Return the words of a change, and how each kind looks."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, row = current_theme(application()), index.data(ROW_ROLE)
        view = option.widget
        width = view.viewport().width() if view else option.rect.width()  # type: ignore[attr-defined]
        if isinstance(row, self._heading):
            return QSize(width, theme.size["row.list"])
        lines = self._laid_out(row, theme, width - 2 * INSET - self._indent).lineCount()
        return QSize(width, 2 * _ABOVE + _LINE * (1 + min(lines, self._lines)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(ChangeDrawing(painter, option, current_theme(application())), index.data(ROW_ROLE))
        finally:
            painter.restore()

    def _draw(self, drawing: "ChangeDrawing", row: object) -> None:
        rect = drawing.rect
        if isinstance(row, self._heading):
            words, end = self.heading(row)
            line = rect.adjusted(INSET, 0, -INSET, 0)
            drawing.text(words, "small", "text2", between(line, line.left(), drawing.right(end, line)))
            return
        drawing.ground()
        line = QRect(rect.left() + INSET + self._indent, rect.top() + _ABOVE, rect.width(), _LINE)
        line.setRight(rect.right() - INSET)
        self.facts(drawing, row, line)
        layout = self._laid_out(row, drawing.theme, line.width())
        for number in range(min(layout.lineCount(), self._lines)):
            place = QPointF(line.left(), line.bottom() + 1 + number * _LINE)
            layout.lineAt(number).draw(drawing.painter, place - layout.lineAt(number).position())

    def _laid_out(self, row: object, theme: Theme, width: int) -> QTextLayout:
        pieces, formats = self.words(row, theme)
        letter = QFontMetrics(font("base")).horizontalAdvance(_LETTER)
        room = max(_LEAST, (self._lines * width // letter - self._lines) // len(pieces)) if pieces else _LEAST
        kept = PieceKind.SAME if self._near and len(pieces) > 1 else None
        parts = [one if one.kind is kept else Piece(one.kind, shortened(one.text, room)) for one in pieces]
        return _laid_out(parts, formats, width)


class ChangeDrawing:
    """One row being painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        self.painter, self.theme, self._state = painter, theme, option.state
        self.rect = QRect(option.rect)

    def right(self, text: str, line: QRect) -> int:
        """Draw small words at the right end of a line; return where there is room to."""
        width = QFontMetrics(font("small")).horizontalAdvance(text) + 1
        self.text(text, "small", "text2", between(line, line.right() - width, line.right() + 1))
        return line.right() - width - GAP

    def text(self, text: str, role: str, token: str, box: QRect) -> int:
        """Draw a text, cut where it has no room; return where it ends."""
        face = font(role)
        metrics = QFontMetrics(face)
        self.painter.setFont(face)
        self.painter.setPen(self.theme.colour(token))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return box.left() + metrics.horizontalAdvance(shown)

    def ground(self) -> None:
        """Draw the ground of a row that is in hand or under the pointer."""
        selected = bool(self._state & QStyle.StateFlag.State_Selected)
        if not selected and not self._state & QStyle.StateFlag.State_MouseOver:
            return
        chosen = "accent.soft" if self._state & QStyle.StateFlag.State_Active else "selected.idle"
        edged = selected and self.theme.name == "contrast"
        self.painter.setPen(QPen(self.theme.colour("accent"), 2) if edged else Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.colour(chosen if selected else "hover"))
        radius = self.theme.radius["button"]
        self.painter.drawRoundedRect(QRectF(self.rect).adjusted(_EDGE, 1, -_EDGE, -1), radius, radius)


def between(line: QRect, left: int, right: int) -> QRect:
    """Return the part of a line from left to right."""
    return QRect(left, line.top(), max(0, right - left), line.height())


def shortened(words: str, most: int) -> str:
    """Return words without their middle where they are longer than that many characters."""
    return words if len(words) <= most else f"{words[: most * 2 // 3]}…{words[-(most // 3) :]}"


def shapes(theme: Theme, *, same: str, gone: str, line: str = "") -> dict[PieceKind, QTextCharFormat]:
    """Return how words look: struck out what is gone, underlined what is new. same, gone, line: tokens of colours."""
    made = {kind: QTextCharFormat() for kind in (PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED)}
    made[PieceKind.SAME].setForeground(theme.colour(same))
    made[PieceKind.REMOVED].setForeground(theme.colour(gone))
    made[PieceKind.REMOVED].setFontStrikeOut(True)
    made[PieceKind.ADDED].setForeground(theme.colour("text"))
    made[PieceKind.ADDED].setFontUnderline(True)
    if line:
        made[PieceKind.ADDED].setUnderlineColor(theme.colour(line))
    return made


def _laid_out(parts: Sequence[Piece], formats: Mapping[PieceKind, QTextCharFormat], width: int) -> QTextLayout:
    layout = QTextLayout("".join(part.text for part in parts), font("base"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    ranges, at = [], 0
    for part in parts:
        ranges.append(_range(at, units(part.text), formats[part.kind]))
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


def _range(start: int, length: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, shape
    return made
