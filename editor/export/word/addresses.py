"""How large the address on a card may be, so that it keeps the card's height wherever a renderer breaks it."""

import re

from editor.document.parts import LinkCard
from editor.export.word.geometry import Geometry
from editor.export.word.lines import advance

_JOINT = re.compile(r"[^/?&=.:_%~+#-]*[/?&=.:_%~+#-]?")
_SMALLEST = 10
CARD_LINE = 260
_BESIDE = 160 + CARD_LINE  # rules and caption


def address_size(card: LinkCard, geometry: Geometry, height: int) -> int:
    """Return the size of an address, half-points. height: of the card, twips."""
    size, lines = geometry.note_size, max(1, (height - _BESIDE) // CARD_LINE)
    while size > _SMALLEST and _lines(card, size, geometry) > lines:
        size -= 1
    return size


def _lines(card: LinkCard, size: int, geometry: Geometry) -> int:
    """Return the most lines that a renderer needs: broken at joints only, else where the line is full."""
    limit = (geometry.measure - geometry.code_width) * 100 / size
    used, lines = float(_width(card.label)), 1
    for piece in filter(None, _JOINT.findall(card.link)):
        width = float(_width(piece))
        if used + width > limit:
            lines, used = lines + 1, 0
        while width > limit:
            lines, width = lines + 1, width - limit
        used += width
    return lines


def _width(text: str) -> int:
    """Return the width of a text in thousandths of its size, in the wider of both faces."""
    return sum(max(advance(char), advance(char, face=1)) for char in text)
