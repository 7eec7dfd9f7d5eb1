"""The accent rule: a publication's colour becomes the window's accent, legible on every ground of a theme.

Only the lightness moves (OKLCH), so the colour stays the publication's. The high-contrast theme has its own accent.
"""

from collections.abc import Mapping

from editor.ui.theme.colour import contrast, from_oklch, least_contrast, mix, to_oklch

_GROUNDS = ("window", "sidebar", "surface", "raised")
_INKS_ON_SOFT = ("text3", "accent", "error", "warn")
_TEXT, _AIM = 4.5, 5.0
_WHITE, _BLACK, _INK = "#FFFFFF", "#000000", "#10141A"
_CONTRAST_ACCENT, _CONTRAST_SOFT = "#1AEBFF", "#003B40"


def accent_tokens(name: str, colour: str, base: Mapping[str, str]) -> dict[str, str]:
    """Return the tokens that depend on the accent; base holds the theme's own."""
    accent = _accent(name, colour, base)
    fill = _fill(name, colour, accent)
    on = _WHITE if contrast(_WHITE, fill) >= _TEXT else _INK
    return {
        "accent": accent,
        "accent.fill": fill,
        "accent.on": on,
        "accent.fill.hover": mix(_BLACK if on == _WHITE else _WHITE, fill, 0.12),
        "accent.soft": _CONTRAST_SOFT if name == "contrast" else _soft({**base, "accent": accent}, dark=name == "dark"),
        "accent.softer": _softer(name, accent, base["surface"]),
        "accent.line": mix(accent, base["surface"], 0.45),
        "focus": accent,
    }


def _accent(name: str, colour: str, base: Mapping[str, str]) -> str:
    if name == "contrast":
        return _CONTRAST_ACCENT
    grounds = [base[token] for token in (*_GROUNDS, *(("sunken",) if name == "light" else ()))]
    return _lighter(colour, grounds) if name == "dark" else _darker(colour, grounds, _AIM)


def _fill(name: str, colour: str, accent: str) -> str:
    """Return the raw colour, which fills a button, where white reads on it."""
    if name != "light":
        return accent
    return colour if contrast(_WHITE, colour) >= _TEXT else _darker(colour, [_WHITE], _TEXT)


def _darker(colour: str, grounds: list[str], aim: float) -> str:
    lightness, chroma, hue = to_oklch(colour)
    lightness = min(lightness, 0.52)
    found = from_oklch(lightness, chroma, hue)
    while least_contrast(found, grounds) < aim and lightness > 0:
        lightness -= 0.01
        found = from_oklch(lightness, chroma, hue)
    return found


def _lighter(colour: str, grounds: list[str]) -> str:
    lightness, chroma, hue = to_oklch(colour)
    lightness = max(lightness, 0.62)
    found = from_oklch(lightness, chroma, hue)
    while least_contrast(found, grounds) < _AIM and lightness < 1:
        lightness += 0.01
        # a bright, saturated accent glares on a dark ground
        found = from_oklch(lightness, min(chroma, 0.13), hue)
    return found


def _soft(tokens: Mapping[str, str], *, dark: bool) -> str:
    """Return the strongest clean tint of the accent on which every ink still reads."""
    _, chroma, hue = to_oklch(tokens["accent"])
    lightness, step, most = (0.36, -0.005, 0.055) if dark else (0.90, 0.005, 0.035)
    while 0.2 < lightness < 0.97:
        ground = from_oklch(lightness, min(chroma, most), hue)
        if all(contrast(tokens[ink], ground) >= _TEXT for ink in _INKS_ON_SOFT):
            return ground
        lightness += step
    return tokens["selected.idle"]


def _softer(name: str, accent: str, surface: str) -> str:
    return _BLACK if name == "contrast" else mix(accent, surface, 0.10 if name == "dark" else 0.06)
