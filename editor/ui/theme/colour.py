"""Colour arithmetic on "#RRGGBB": WCAG contrast, mixing, and the accent rule of the window's design."""

import math
from collections.abc import Iterable

# Lightness is moved in OKLCH (Björn Ottosson, 2020), where equal steps look equal and the hue holds
_TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_GREY = 0.002
_Triple = tuple[float, float, float]


def contrast(ink: str, ground: str) -> float:
    """Return the WCAG 2.2 ratio, 1 to 21."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(ink: str, grounds: Iterable[str]) -> float:
    """Return the ratio on the worst of the grounds."""
    return min(contrast(ink, ground) for ground in grounds)


def mix(over: str, under: str, share: float) -> str:
    """Return share (0 to 1) of one colour over another."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    return _hex([a * share + b * (1 - share) for a, b in pairs])


def to_oklch(colour: str) -> _Triple:
    """Return lightness 0 to 1, chroma, hue in radians."""
    lms = _times(_TO_LMS, [_linear(value) for value in _channels(colour)])
    lightness, green_red, blue_yellow = _times(_TO_LAB, [value ** (1 / 3) for value in lms])
    return lightness, math.hypot(green_red, blue_yellow), math.atan2(blue_yellow, green_red)


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Return the nearest colour a screen can show: chroma falls until it fits."""
    while True:
        lab = (lightness, chroma * math.cos(hue), chroma * math.sin(hue))
        linear = _times(_FROM_LMS, [value**3 for value in _times(_FROM_LAB, lab)])
        if chroma < _GREY or all(-0.001 <= value <= 1.001 for value in linear):
            return _hex([_gamma(max(0.0, value)) for value in linear])
        chroma *= 0.96


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value) for value in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(max(0.0, min(1.0, value)) * 255):02X}" for value in channels)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


def _times(matrix: Iterable[_Triple], vector: Iterable[float]) -> _Triple:
    column = tuple(vector)
    first, second, third = (sum(a * b for a, b in zip(row, column, strict=True)) for row in matrix)
    return first, second, third
