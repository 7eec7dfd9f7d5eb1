"""Icons as pixels: an SVG of resources/icons in one colour, drawn for the screen's pixel ratio."""

import json
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from resources import resource

SMALL, LARGE = 16, 20  # the sizes Fluent draws on the pixel grid


@cache
def icon_files() -> dict[str, str]:
    """Return the picture of every icon name."""
    files: dict[str, str] = json.loads(resource("icons/names.json").read_text(encoding="utf-8"))
    return files


def draw_icon(name: str, size: int, colour: QColor, *, ratio: float = 1.0, filled: bool = False) -> QPixmap:
    """Return an icon of size logical pixels, sharp at this pixel ratio. Raises KeyError for an unknown name."""
    key = f"icon {name} {size} {colour.name(QColor.NameFormat.HexArgb)} {ratio} {filled}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = _render(svg_of(name, size, filled=filled), size, colour, ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def _render(svg: bytes, size: int, colour: QColor, ratio: float) -> QPixmap:
    side = round(size * ratio)
    pixels = QPixmap(side, side)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixels.rect(), colour)
    # painting must end before the pixmap leaves: an active painter crashes Qt later
    painter.end()
    pixels.setDevicePixelRatio(ratio)
    return pixels


@cache
def svg_of(name: str, size: int, *, filled: bool) -> bytes:
    """Return the drawing made for this size, the 20 px one where there is no smaller. Raises KeyError for none."""
    picture, style = icon_files()[name], "filled" if filled else "regular"
    drawn_for = (SMALL, LARGE) if size <= SMALL else (LARGE,)
    for pixels in drawn_for:
        file = resource(f"icons/{picture}_{pixels}_{style}.svg")
        if file.is_file():
            return file.read_bytes()
    raise KeyError(f"{name} has no {style} drawing")
