"""Names of places in an article's body, counted as a reader of the printed page counts them.

Paragraphs, quotes and list items all count as paragraphs; headings, figures and tables are counted separately, and
blocks without text are not printed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, plain
from editor.model.language import tr


class OrdinalKind(Enum):
    """What a block is counted as. EMPTY: not printed."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    FIGURE = "figure"
    TABLE = "table"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockOrdinal:
    """A block's number among those of its kind, from 1; a list of several items has the numbers first to last."""

    kind: OrdinalKind
    first: int
    last: int


def block_places(blocks: Sequence[Block]) -> Mapping[str, BlockOrdinal]:
    """Return the places of an article's blocks by their uids."""
    counts = dict.fromkeys(OrdinalKind, 0)
    places = {}
    for block in blocks:
        kind, many = _printed(block)
        places[block.uid] = BlockOrdinal(kind=kind, first=counts[kind] + 1, last=counts[kind] + many)
        counts[kind] += many
    return places


def place_words(place: BlockOrdinal) -> str:
    """Return the name of a place, e.g. 第3段 or 图1."""
    match place.kind:
        case OrdinalKind.PARAGRAPH if place.first == place.last:
            return tr("第{number}段", number=place.first)
        case OrdinalKind.PARAGRAPH:
            return tr("第{first}至{last}段", first=place.first, last=place.last)
        case OrdinalKind.HEADING:
            return tr("第{number}个小标题", number=place.first)
        case OrdinalKind.FIGURE:
            return tr("图{number}", number=place.first)
        case OrdinalKind.TABLE:
            return tr("表{number}", number=place.first)
        case OrdinalKind.EMPTY:
            return tr("空段")
        case _:
            assert_never(place.kind)


def _printed(block: Block) -> tuple[OrdinalKind, int]:
    """Return what a block is counted as, and how many it counts for."""
    match block:
        case Figure():
            return OrdinalKind.FIGURE, 1
        case Table():
            return OrdinalKind.TABLE, 1
        case Heading():
            return (OrdinalKind.HEADING, 1) if plain(block.runs).strip() else (OrdinalKind.EMPTY, 1)
        case Paragraph() | Quote():
            return (OrdinalKind.PARAGRAPH, 1) if plain(block.runs).strip() else (OrdinalKind.EMPTY, 1)
        case ItemList():
            many = len(printed_items(block))
            return (OrdinalKind.PARAGRAPH, many) if many else (OrdinalKind.EMPTY, 1)
        case _:
            assert_never(block)


def printed_items(block: ItemList) -> tuple[str, ...]:
    """Return the items of a list that are printed."""
    return tuple(text for item in block.items if (text := plain(item)).strip())
