#!/usr/bin/env python3
"""The program's icon and that of a .bulletin file, drawn from the window's tokens: SVG, ICO and ICNS in resources/app.

Run with .venv's Python after a change: python packaging/draw_app_icon.py
"""

import io
import json
import os
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "app"
ACCENT = "#0B4A8F"
COLOURS = json.loads((ROOT / "resources" / "theme" / "tokens.json").read_text(encoding="utf-8"))["colour"]["light"]
PAPER, RULE, EDGE = COLOURS["surface"], COLOURS["line.strong"], COLOURS["line.field"]
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# below this size in px the lines of text would be a grey blur
SMALL = 40
SIDE = 256


def main() -> None:
    """Write every file."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    FOLDER.mkdir(exist_ok=True)
    for name, draw in (("bulletin-desk", app_icon), ("bulletin-document", document_icon)):
        (FOLDER / f"{name}.svg").write_text(draw(small=False), encoding="utf-8")
        pictures = [picture(draw(small=size < SMALL), size) for size in SIZES]
        biggest = pictures[-1]
        sizes = [(size, size) for size in SIZES]
        biggest.save(FOLDER / f"{name}.ico", sizes=sizes, append_images=pictures[:-1])
        picture(draw(small=False), 1024).save(FOLDER / f"{name}.icns", append_images=pictures)


def app_icon(*, small: bool) -> str:
    """Return a sheet of the bulletin on a tile in the house's colour."""
    tile = rect((8, 8, 240, 240), ACCENT, radius=52)
    sheet = rect((64, 40, 128, 176), PAPER, radius=8)
    return svg(tile + sheet + lines(80, 56, 96, small=small))


def document_icon(*, small: bool) -> str:
    """Return the sheet alone, with an edge that shows on white and a folded corner."""
    outline = "M48 16h112l48 48v168a8 8 0 0 1-8 8H56a8 8 0 0 1-8-8z"
    sheet = f'<path d="{outline}" fill="{PAPER}" stroke="{EDGE}" stroke-width="8" stroke-linejoin="round"/>'
    fold = f'<path d="M160 16v48h48z" fill="{RULE}" stroke="{EDGE}" stroke-width="8" stroke-linejoin="round"/>'
    return svg(sheet + fold + lines(72, 88, 112, small=small))


def lines(x: int, y: int, width: int, *, small: bool) -> str:
    """Return masthead and text: two columns, or in small icons two full lines."""
    masthead = rect((x, y, width, 32), ACCENT)
    if small:
        return masthead + rect((x, y + 56, width, 24), EDGE) + rect((x, y + 104, width, 24), EDGE)
    column = (width - 16) // 2
    left = "".join(rect((x, y + 52 + row * 20, column, 8), EDGE) for row in range(5))
    figure = rect((x + column + 16, y + 52, column, 48), RULE)
    right = "".join(rect((x + column + 16, y + 112 + row * 20, column, 8), EDGE) for row in range(2))
    return masthead + left + figure + right


def rect(box: tuple[int, int, int, int], fill: str, *, radius: int = 0) -> str:
    """Return a rectangle. box: left, top, width, height."""
    x, y, width, height = box
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}"/>'


def svg(content: str) -> str:
    """Return a whole drawing."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">{content}</svg>\n'


def picture(drawing: str, size: int) -> Image.Image:
    """Return a drawing as pixels."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data()))


if __name__ == "__main__":
    main()
