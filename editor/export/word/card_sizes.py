"""The sizes of a card: its row as high as in the PDF, with an address that keeps it wherever a renderer breaks it."""

import re

from editor.document.code_symbol import code_symbol
from editor.document.parts import LinkCard
from editor.export.word.elements import CardRow
from editor.export.word.geometry import TWIPS_PER_MM, Geometry
from editor.export.word.lines import advance

_JOINT = re.compile(r"[^/?&=.:_%~+#-]*[/?&=.:_%~+#-]?")
_SMALLEST = 10
CARD_LINE = 260
_INSET = 160  # above and below what stands between the rules
_BESIDE = _INSET + CARD_LINE  # with the caption


def code_side(card: LinkCard) -> int:
    """Return the side of a card's code with its quiet zone, twips, 0 for a link too long to scan."""
    symbol = code_symbol(card.link)
    return round(symbol.modules * symbol.module * TWIPS_PER_MM) if symbol else 0


def card_row(card: LinkCard, place: int, geometry: Geometry, article: str) -> CardRow:
    """Return a card in its place. place: height of the grid's lines that it takes, twips; article: that it ends."""
    size = address_size(card, geometry, place)
    words = CARD_LINE * (1 + _lines(card, size, geometry))
    height = min(place, max(code_side(card), words) + _INSET)
    above = (place - height) // 2
    return CardRow(card=card, height=height, size=size, ends=article, before=above, after=place - height - above)


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
