"""The two charts of the sample issue, drawn with the shipped fonts in one hue."""

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
INK, GREY, LINE, ACCENT, PALE = "#1a1a1a", "#595959", "#d9d9d9", "#0b3f73", "#9db2c7"
WIDTH, HEIGHT, MARGIN = 1800, 820, 120

MONTHS = tuple(f"{month}月" for month in (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2))
BERTHINGS = (64, 58, 49, 41, 33, 27, 21, 16, 12, 9, 7, 6)
COMPANIES = (48, 51, 55, 60, 66, 71, 78, 84, 90, 95, 101, 105)
EXCHANGES = (1.8, 2.1, 2.9, 3.6, 4.8, 6.2, 7.9, 9.8, 11.7, 13.5, 15.6, 17.0)


def face(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a shipped face at a size in px."""
    return ImageFont.truetype(str(FONTS / name), size)


def canvas() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return an empty white picture."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    return image, ImageDraw.Draw(image)


def place(value: float, most: float) -> float:
    """Return the height of a value on the scale, px from the top."""
    return HEIGHT - MARGIN - value / most * (HEIGHT - 2 * MARGIN)


def column(number: int) -> float:
    """Return the middle of a month's column, px from the left."""
    return MARGIN + (number + 0.5) * (WIDTH - 2 * MARGIN) / len(MONTHS)


def frame(draw: ImageDraw.ImageDraw, most: int, step: int, unit: str) -> None:
    """Draw hairlines, scale and months."""
    small = face("BulletinSong-Regular.otf", 34)
    for value in range(0, most + 1, step):
        y = place(value, most)
        draw.line((MARGIN, y, WIDTH - MARGIN, y), fill=INK if value == 0 else LINE, width=2)
        draw.text((MARGIN - 18, y), str(value), font=small, fill=GREY, anchor="rm")
    for number, month in enumerate(MONTHS):
        draw.text((column(number), HEIGHT - MARGIN + 20), month, font=small, fill=GREY, anchor="mt")
    draw.text((MARGIN - 60, MARGIN - 70), unit, font=small, fill=GREY, anchor="lm")


def berthings() -> bytes:
    """Return the bar chart of unlicensed berthings a month as PNG."""
    image, draw = canvas()
    frame(draw, 70, 10, "起／月")
    bold = face("BulletinHei-Bold.otf", 36)
    for number, value in enumerate(BERTHINGS):
        x, y = column(number), place(value, 70)
        fill = ACCENT if number in (0, len(MONTHS) - 1) else PALE
        draw.rectangle((x - 42, y, x + 42, HEIGHT - MARGIN), fill=fill)
        draw.text((x, y - 12), str(value), font=bold, fill=ACCENT if fill == ACCENT else GREY, anchor="mb")
    return png(image)


def data_space() -> bytes:
    """Return the chart of companies (bars) and exchanges (line) as PNG."""
    image, draw = canvas()
    frame(draw, 120, 20, "家")
    bold, small = face("BulletinHei-Bold.otf", 36), face("BulletinSong-Regular.otf", 34)
    for number, value in enumerate(COMPANIES):
        draw.rectangle((column(number) - 42, place(value, 120), column(number) + 42, HEIGHT - MARGIN), fill=PALE)
    points = [(column(number), place(value, 18)) for number, value in enumerate(EXCHANGES)]
    draw.line(points, fill=ACCENT, width=8, joint="curve")
    for x, y in points:
        draw.ellipse((x - 11, y - 11, x + 11, y + 11), fill="white", outline=ACCENT, width=6)
    draw.text((points[0][0], points[0][1] - 30), "1.8", font=bold, fill=ACCENT, anchor="mb")
    draw.text((points[-1][0], points[-1][1] - 30), "17.0", font=bold, fill=ACCENT, anchor="mb")
    draw.rectangle((MARGIN + 40, 44, MARGIN + 80, 84), fill=PALE)
    draw.text((MARGIN + 96, 64), "接入企业（家）", font=small, fill=INK, anchor="lm")
    draw.line((MARGIN + 420, 64, MARGIN + 500, 64), fill=ACCENT, width=8)
    draw.text((MARGIN + 516, 64), "日均交换（千笔）", font=small, fill=INK, anchor="lm")
    return png(image)


def png(image: Image.Image) -> bytes:
    """Return a picture as PNG with a small palette, which is enough for charts."""
    buffer = io.BytesIO()
    image.quantize(64).convert("RGB").save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
