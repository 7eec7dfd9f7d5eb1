"""Colours of a look: the accent darkened until its text is safe on white, and its tints. The page template's own rules.

The template has them in `parts/tokens.typ`; a test sets both beside each other. Colours are rrggbb.
"""

from collections.abc import Sequence

TEXT, LARGE = 7.0, 4.6
"""Contrasts with white: of text in the accent, and of white letters on a tile."""
_DARKER = 0.95
_LINEAR_BELOW = 0.04045
_DEEP, _BLACK = 0.72, (10 / 255,) * 3
_WHITE = (1.0, 1.0, 1.0)
_STEPS = (0.86, 0.74)
Shares = tuple[float, ...]


def safe_colour(colour: str, contrast: float = TEXT) -> str:
    """Return a colour (#rrggbb or rrggbb), darkened in steps until white has this contrast with it."""
    return _written(_safe(_shares(colour), contrast))


def tint(colour: str, share: float) -> str:
    """Return a colour mixed with white. share: of the colour, 0 to 1."""
    return _written(_mixed(_shares(colour), _WHITE, share))


def deep(accent: str) -> str:
    """Return the dark ground of pages and panels in an accent."""
    return _written(_mixed(_safe(_shares(accent), TEXT), _BLACK, _DEEP))


def section_colour(accent: str, own: str, place: int) -> str:
    """Return the colour of a section's tile: its own, else a step of the accent. place: from 0, among the sections."""
    safe = _safe(_shares(accent), TEXT)
    steps = (_mixed(safe, _BLACK, _DEEP), safe, *(_mixed(safe, _WHITE, share) for share in _STEPS))
    return _written(_safe(_shares(own) if own else steps[place % len(steps)], LARGE))


def _safe(shares: Shares, contrast: float) -> Shares:
    while 1.05 / (_luminance(shares) + 0.05) < contrast:
        shares = tuple(share * _DARKER for share in shares)
    return shares


def _shares(colour: str) -> Shares:
    digits = colour.lstrip("#")
    return tuple(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))


def _written(shares: Sequence[float]) -> str:
    return "".join(f"{round(share * 255):02X}" for share in shares)


def _mixed(one: Shares, other: Shares, share: float) -> Shares:
    return tuple(a * share + b * (1 - share) for a, b in zip(one, other, strict=True))


def _luminance(shares: Shares) -> float:
    red, green, blue = (_linear(share) for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= _LINEAR_BELOW else ((share + 0.055) / 1.055) ** 2.4
