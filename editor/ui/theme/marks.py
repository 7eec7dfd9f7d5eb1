"""Check boxes, radio buttons and tree branches, drawn in tokens: no image files, sharp at every scale."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOption

from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.tokens import Theme

_ON, _PART, _ENABLED = QStyle.StateFlag.State_On, QStyle.StateFlag.State_NoChange, QStyle.StateFlag.State_Enabled
_OVER = QStyle.StateFlag.State_MouseOver


class Mark:
    """One indicator being drawn."""

    def __init__(self, theme: Theme, painter: QPainter, option: QStyleOption) -> None:
        self._theme, self._painter = theme, painter
        # the stubs of QStyleOption lack its C++ fields
        self._rect: QRect = getattr(option, "rect")  # noqa: B009
        self._state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009

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
        square = QRectF(0, 0, 16, 16)
        square.moveCenter(QRectF(self._rect).center())
        return QRectF(round(square.x()), round(square.y()), 16, 16)

    def _glyph(self, name: str, colour: QColor) -> None:
        square = self._square()
        ratio = self._painter.device().devicePixelRatio()
        small = QRectF(square.x() + 2, square.y() + 2, 12, 12)
        self._painter.drawPixmap(small.topLeft(), draw_icon(name, 12, colour, ratio=ratio))
