"""A section as elements of the Word file, with their heights: its articles' titles, blocks and sources."""

import math
from collections.abc import Iterator

from editor.document.parts import ArticlePart, LinkCard, SectionPart
from editor.export.word.blocks import block_elements
from editor.export.word.elements import ArticleTitle, CardRow, Element, OneLine, Opener, Space
from editor.export.word.geometry import SEPARATOR, Geometry
from editor.export.word.lines import advance, count_lines
from editor.model.block_kinds import is_object
from editor.model.body import text_of

_CODE_WIDTH = 1300
_ADDRESS_LINE = 260


def section_elements(section: SectionPart, geometry: Geometry) -> Iterator[Element]:
    """Yield the elements of a section from top to bottom."""
    yield Opener(section=section, height=geometry.opener_height)
    for place, article in enumerate(section.articles):
        yield from _article(article, geometry, first=place == 0)


def _article(article: ArticlePart, geometry: Geometry, *, first: bool) -> Iterator[Element]:
    if not first and not article.starts_page:
        yield OneLine(style="Normal", text="", height=geometry.unit, keep=True, properties="<w:keepNext/>")
    lines = _title_lines(article, geometry)
    fresh = article.starts_page and not first
    yield ArticleTitle(article=article, lines=lines, height=geometry.title_height(lines), fresh=fresh)
    if article.subtitle:
        yield OneLine(style="Subtitle", text=article.subtitle, height=geometry.unit, keep=True)
    for block in article.blocks:
        yield from block_elements(block, geometry)
    yield from _closing(article, geometry)


def _title_lines(article: ArticlePart, geometry: Geometry) -> int:
    width = geometry.measure / (geometry.title_size * 10)
    return sum(count_lines(text_of(line), width=width) for line in article.lines) or 1


def _closing(article: ArticlePart, geometry: Geometry) -> Iterator[Element]:
    if article.card:
        if article.blocks and is_object(article.blocks[-1]):
            yield Space(height=SEPARATOR, written=False)
        yield CardRow(credit=article.credit, card=article.card, height=_card_height(article.card, geometry))
        yield Space(height=SEPARATOR, ends=article.anchor)
    elif article.credit:
        yield OneLine(style="Source", text=article.credit, height=geometry.unit, whole=False, ends=article.anchor)
    else:
        yield Space(height=0, written=False, whole=False, ends=article.anchor)


def _card_height(card: LinkCard, geometry: Geometry) -> int:
    """Return the height of the row with source, code, caption and address; a long address makes it taller."""
    em = sum(advance(char) for char in card.label + card.link) / 1000
    address = math.ceil(em * geometry.note_size * 10 / (geometry.measure - _CODE_WIDTH))
    needed = geometry.unit + (1 + address) * _ADDRESS_LINE
    return geometry.unit * math.ceil(max(geometry.card_height, needed) / geometry.unit)
