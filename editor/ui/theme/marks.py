"""Check boxes, radio buttons and tree branches, drawn in tokens: no image files, sharp at every scale."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOption

from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.tokens import Theme

_ON, _PART, _ENABLED = QStyle.StateFlag.State_On, QStyle.StateFlag.State_NoChange, QStyle.StateFlag.State_Enabled
SIDE, _GLYPH = 18, 14
_OVER = QStyle.StateFlag.State_MouseOver


class Indicator:
    """One indicator being drawn."""

    def __init__(self, theme: Theme, painter: QPainter, option: QStyleOption) -> None:
        self._theme, self._painter = theme, painter
        self._rect, self._state = option.rect, option.state

    def box(self) -> None:
        """Draw a square with a tick, or a bar when only some are chosen."""
        chosen = bool(self._state & (_ON | _PART))
        self._begin(chosen=chosen)
        radius = self._theme.radius["mark"]
        self._painter.drawRoundedRect(self._square().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._painter.restore()
        if chosen:
            self._glyph("remove" if self._state & _PART else "check", self._mark_ink())

    def radio(self) -> None:
        """Draw a circle with a dot."""
        chosen = bool(self._state & _ON)
        self._begin(chosen=chosen)
        self._painter.drawEllipse(self._square().adjusted(0.5, 0.5, -0.5, -0.5))
        if chosen:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._mark_ink())
            self._painter.drawEllipse(QPointF(self._square().center()), 3, 3)
        self._painter.restore()

    def branch(self) -> None:
        """Draw a chevron for rows with children."""
        if not self._state & QStyle.StateFlag.State_Children:
            return
        opened = self._state & QStyle.StateFlag.State_Open
        self._glyph("chevron.down" if opened else "chevron.right", self._theme.colour("text3"))

    def tick(self) -> None:
        """Draw the tick of a checked line of a menu."""
        if self._state & _ON:
            self._glyph("check", self._theme.colour("text2"))

    def drop(self) -> None:
        """Draw where something dragged would land: a line between rows, a frame around the row that takes it in."""
        ink = self._theme.colour("accent")
        self._painter.save()
        if self._rect.height() < SIDE:
            self._painter.fillRect(self._rect.adjusted(0, -1, 0, 1), ink)
        else:
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.setPen(QPen(ink, 2))
            radius = self._theme.radius["field"]
            self._painter.drawRoundedRect(QRectF(self._rect).adjusted(1, 1, -1, -1), radius, radius)
        self._painter.restore()

    def _begin(self, *, chosen: bool) -> None:
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(self._edge(chosen=chosen), 1))
        self._painter.setBrush(self._edge(chosen=True) if chosen else self._theme.colour("surface"))

    def _edge(self, *, chosen: bool) -> QColor:
        over = bool(self._state & _OVER)
        if not self._state & _ENABLED:
            return self._theme.colour("selected.idle" if chosen else "line.strong")
        if chosen:
            return self._theme.colour("accent.fill.hover" if over else "accent.fill")
        return self._theme.colour("text2" if over else "line.field")

    def _mark_ink(self) -> QColor:
        return self._theme.colour("accent.on" if self._state & _ENABLED else "text.off")

    def _square(self) -> QRectF:
        square = QRectF(0, 0, SIDE, SIDE)
        square.moveCenter(QRectF(self._rect).center())
        return QRectF(round(square.x()), round(square.y()), SIDE, SIDE)

    def _glyph(self, name: str, colour: QColor) -> None:
        corner = self._square().topLeft() + QPointF(SIDE - _GLYPH, SIDE - _GLYPH) / 2
        ratio = self._painter.device().devicePixelRatio()
        self._painter.drawPixmap(corner, draw_icon(name, _GLYPH, colour, ratio=ratio))
