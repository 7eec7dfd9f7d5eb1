"""Design tokens of the three themes, from resources/theme/tokens.json and the publication's accent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtGui import QColor

from editor.ui.theme.accent import accent_tokens
from resources import resource

HOUSE_ACCENT = "#0B4A8F"
THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True)
class Theme:
    """One look. Lengths are logical pixels, motion milliseconds; colours are "#RRGGBB" or "#AARRGGBB"."""

    name: str
    accent: str  # as the publication has it; what the window shows is colour("accent")
    colours: Mapping[str, str]
    space: tuple[int, ...]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    motion: Mapping[str, int]

    def __hash__(self) -> int:
        """Equal themes have the same name and accent."""
        return hash((self.name, self.accent))

    def colour(self, token: str) -> QColor:
        """Return a token's colour. Raises KeyError for an unknown token."""
        return QColor(self.colours[token])

    @property
    def dark(self) -> bool:
        """Whether light ink stands on dark ground."""
        return self.name != "light"


def load_theme(name: str, *, accent: str = HOUSE_ACCENT) -> Theme:
    """Return a theme (light, dark, contrast) with the accent made legible. Raises KeyError for an unknown name."""
    tokens = read_tokens()
    base = tokens["colour"][name]
    colours = base | accent_tokens(name, accent, base)
    return Theme(name, accent, colours, tuple(tokens["space"]), tokens["radius"], tokens["size"], tokens["motion"])


@cache
def read_tokens() -> dict[str, Any]:
    """Return the tokens file: type, space, radius, size, motion, colour by theme."""
    tokens: dict[str, Any] = json.loads(resource("theme/tokens.json").read_text(encoding="utf-8"))
    return tokens
