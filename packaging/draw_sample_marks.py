"""The marks of the sample issue's publishers and its code to subscribe, in the charts' hue."""

from draw_sample_figures import ACCENT, PALE, png
from PIL import Image, ImageDraw

from editor.document.code_symbol import code_symbol, symbol_png

SIDE, LINE = 480, 44
SUBSCRIBE = "https://example.org/subscribe"


def steps() -> bytes:
    """Return three rising bars over a base: the institute's mark."""
    image = Image.new("RGB", (SIDE, SIDE), "white")
    draw = ImageDraw.Draw(image)
    for at, (height, fill) in enumerate(((150, PALE), (250, PALE), (350, ACCENT))):
        left = 60 + at * 130
        draw.rectangle((left, SIDE - 100 - height, left + 100, SIDE - 100), fill=fill)
    draw.rectangle((60, SIDE - 70, SIDE - 60, SIDE - 70 + LINE // 2), fill=ACCENT)
    return png(image)


def rings() -> bytes:
    """Return two open rings around a point: the society's mark."""
    image = Image.new("RGB", (SIDE, SIDE), "white")
    draw = ImageDraw.Draw(image)
    for inset, start, fill in ((40, 30, ACCENT), (120, 210, PALE)):
        draw.arc((inset, inset, SIDE - inset, SIDE - inset), start, start + 290, fill=fill, width=LINE)
    middle = SIDE // 2
    draw.ellipse((middle - 40, middle - 40, middle + 40, middle + 40), fill=ACCENT)
    return png(image)


def subscription_code() -> bytes:
    """Return the code to subscribe, with its quiet zone."""
    symbol = code_symbol(SUBSCRIBE)
    if symbol is None:
        raise ValueError(f"no code for {SUBSCRIBE}")
    return symbol_png(symbol)
