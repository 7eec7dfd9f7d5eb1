"""What lies under the palette's rows: the veiled window as it was when the palette opened, and the card."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.tokens import Theme

_SHADOW, _DROP = 24, 4


class PaletteGround:
    """Paints the ground of one palette.

    A picture of the window below: painted through the veil at every key, the window itself cost 25 ms more.
    """

    def __init__(self, palette: QWidget) -> None:
        """Paint for a palette."""
        self._palette = palette
        self._below: QPixmap | None = None

    def take(self, window: QWidget) -> None:
        """Take a picture of what the palette will lie over."""
        below = window.grab()
        painter = QPainter(below)
        painter.fillRect(window.rect(), current_theme(application()).colour("scrim"))
        painter.end()
        self._set(below)

    def forget(self) -> None:
        """See through to the window from now on: it has another size or look."""
        self._set(None)

    def paint(self, painter: QPainter, part: QRect, card: QRect) -> None:
        """Paint a part of the ground."""
        theme = current_theme(application())
        if self._below is None:
            painter.fillRect(part, theme.colour("scrim"))
        else:
            ratio = self._below.devicePixelRatio()
            source = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio)
            painter.drawPixmap(QRectF(part), self._below, source)
        radius = theme.radius["dialog"]
        inside = card.adjusted(radius, radius, -radius, -radius)
        painter.fillRect(inside & part, theme.colour("raised"))
        around = QRegion(part).subtracted(inside)
        if not around.isEmpty():
            # the shadow's twelve layers, blended over the whole card, took half of a key's time
            painter.setClipRegion(around)
            _draw_card(painter, theme, QRectF(card))

    def _set(self, below: QPixmap | None) -> None:
        self._below = below
        self._palette.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=below is not None)
        self._palette.update()


def with_shadow(card: QRect) -> QRect:
    """Return what a card and its shadow cover."""
    return card.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW + _DROP)


def _draw_card(painter: QPainter, theme: Theme, card: QRectF) -> None:
    radius, shade = theme.radius["dialog"], theme.colour("shadow")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade.setAlpha(shade.alpha() // (_SHADOW // 2))
    painter.setBrush(shade)
    for reach in range(_SHADOW, 0, -2):
        around = card.adjusted(-reach, _DROP - reach, reach, _DROP + reach)
        painter.drawRoundedRect(around, radius + reach, radius + reach)
    painter.setPen(QPen(theme.colour("line.strong"), 1))
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
