"""Paints a hit: title and snippet with marks, a line of where it stands, how often the words are there.

All rows are equally high, so that a list of ten thousand opens and scrolls without measuring any of them.
"""

import functools
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.desk.archive.values import Hit, Marked
from editor.model.language import tr
from editor.ui.archive.hits_model import HIT_ROLE, place_words
from editor.ui.kit.row_drawing import Index
from editor.ui.kit.utf16 import code_points, units
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_OUT, _IN, _ABOVE = 12, 16, 12
_TITLE, _LINE, _META, _GAP, _PART = 22, 20, 18, 4, 10
_LINES = 2
HEIGHT = _ABOVE + _TITLE + _GAP + _LINES * _LINE + _GAP + _META + _ABOVE


class HitsDelegate(QStyledItemDelegate):
    """Of one list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _HitDrawing(painter, option, current_theme(application())).draw(index.data(HIT_ROLE))
        finally:
            painter.restore()


class _Look(NamedTuple):
    """Of a text: type role, ink, at most how many lines, each how high."""

    role: str
    ink: str
    lines: int
    high: int


class _HitDrawing:
    """One row being painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        self._painter, self._theme = painter, theme
        self._selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._active = bool(option.state & QStyle.StateFlag.State_Active)
        self._over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._rect = option.rect.adjusted(_OUT, 0, -_OUT, 0)
        self._room = self._rect.adjusted(_IN, _ABOVE, -_IN, -_ABOVE)

    def draw(self, hit: Hit) -> None:
        self._ground()
        top = self._room.top()
        title = Marked(text=hit.title.text.replace("\n", " "), marks=hit.title.marks)
        self._marked(title, _Look("strong", "text", lines=1, high=_TITLE), top)
        top += _TITLE + _GAP
        snippet = Marked(text=hit.snippet.text.replace("\n", " "), marks=hit.snippet.marks)
        self._marked(snippet, _Look("base", "text2", lines=_LINES, high=_LINE), top)
        self._meta(hit, QRect(self._room.left(), self._room.bottom() + 1 - _META, self._room.width(), _META))

    def _ground(self) -> None:
        box = QRectF(self._rect).adjusted(0, 1, 0, -1)
        if not self._selected and not self._over:
            self._painter.setPen(QPen(self._theme.colour("line"), 1))
            self._painter.drawLine(
                QPointF(self._rect.left() + _IN, self._rect.bottom() + 0.5),
                QPointF(self._rect.right() - _IN, self._rect.bottom() + 0.5),
            )
            return
        token = ("accent.soft" if self._active else "selected.idle") if self._selected else "hover"
        edged = self._selected and self._theme.name == "contrast"
        self._painter.setPen(QPen(self._theme.colour("accent"), 2) if edged else Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour(token))
        radius = self._theme.radius["card"]
        self._painter.drawRoundedRect(box, radius, radius)

    def _marked(self, words: Marked, look: _Look, top: int) -> None:
        """Draw a text with marks; what has no room is left out at its end."""
        layout, ends = self._laid_out(words, look)
        if layout.lineCount() > look.lines:
            last = layout.lineAt(look.lines - 1)
            before = code_points(words.text, last.textStart())
            rest = words.text[before:]
            metrics = _metrics(look.role)
            shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._room.width())
            words = Marked(text=words.text[:before] + shown, marks=words.marks)
            layout, ends = self._laid_out(words, look)
        for number in range(min(look.lines, layout.lineCount())):
            line = layout.lineAt(number)
            place = QPointF(self._room.left(), top + number * look.high + (look.high - line.height()) / 2)
            self._grounds(line, ends, place)
            line.draw(self._painter, place - line.position())

    def _grounds(self, line: object, marks: Iterable[tuple[int, int]], place: QPointF) -> None:
        """Draw the grounds of marks on a line: as high as the line, where a format's would stop at the letters."""
        start, end = line.textStart(), line.textStart() + line.textLength()  # type: ignore[attr-defined]
        for first, last in marks:
            if first < end and last > start:
                left = line.cursorToX(max(first, start))  # type: ignore[attr-defined]
                right = line.cursorToX(min(last, end))  # type: ignore[attr-defined]
                x, width = _number(left), _number(right) - _number(left)
                box = QRectF(place.x() + x, place.y() - 1, width, line.height() + 2)  # type: ignore[attr-defined]
                self._painter.fillRect(box, self._mark_ground())
                if self._theme.name == "contrast":
                    self._painter.fillRect(QRectF(box.left(), box.bottom() - 2, width, 2), self._theme.colour("accent"))

    def _mark_ground(self) -> QColor:
        return self._theme.colour("surface" if self._selected else "accent.soft")

    def _laid_out(self, words: Marked, look: _Look) -> tuple[QTextLayout, list[tuple[int, int]]]:
        layout, option = QTextLayout(words.text, _face(look.role)), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        whole, strong = QTextCharFormat(), QTextCharFormat()
        whole.setForeground(QBrush(self._theme.colour(look.ink)))
        strong.setForeground(QBrush(self._theme.colour("text")))
        size = len(words.text)
        ends = [
            (units(words.text[:start]), units(words.text[: min(end, size)]))
            for start, end in words.marks
            if start < size
        ]
        ranges = [_range(0, units(words.text), whole), *(_range(first, last - first, strong) for first, last in ends)]
        layout.setFormats(ranges)
        layout.beginLayout()
        for _ in range(_LINES + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._room.width())
        layout.endLayout()
        return layout, ends

    def _meta(self, hit: Hit, line: QRect) -> None:
        right = line.right()
        if hit.count:
            right = self._small(tr("{n} 处", n=hit.count), "text2", line, at_right=True) - _PART
        left = line.left()
        for number, part in enumerate(place_words(hit)):
            box = QRect(left, line.top(), max(0, right - left), line.height())
            left = self._small(part, "accent" if number == 0 else "text2", box) + _PART
            if left >= right:
                break

    def _small(self, words: str, token: str, box: QRect, *, at_right: bool = False) -> int:
        """Draw small words; return where they end, at the right end where they begin."""
        metrics = _metrics("small")
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self._painter.setFont(_face("small"))
        self._painter.setPen(self._theme.colour(token))
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
        advance = metrics.horizontalAdvance(shown)
        return box.right() - advance if at_right else box.left() + advance


@functools.cache
def _face(role: str) -> QFont:
    """Return the face of a role: a screen of hits asks for it fifty times."""
    return font(role)


@functools.cache
def _metrics(role: str) -> QFontMetrics:
    return QFontMetrics(_face(role))


def _number(place: object) -> float:
    """Return the first of what Qt gives as a pair."""
    return float(place[0]) if isinstance(place, tuple) else float(place)  # type: ignore[arg-type]


def _range(start: int, length: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, shape
    return made
