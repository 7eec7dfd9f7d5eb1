"""Pairs the blocks of two versions by identity and words, else by similarity, and puts them into one order."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from editor.model.block_texts import footnotes_of, running_text
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table, plain
from editor.text.comparing.order import longest_rising
from editor.text.comparing.pairing import pair
from editor.text.comparing.words import Piece, compare_words

_CELL, _NO_UID = " │ ", "0" * 32


class BlockDifference(StrEnum):
    """What happened to a block."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedBlock:
    """A block of the earlier version, the later, or both. A moved block has two rows: at its old and its new place.

    pieces: of its text; footnotes: those of its footnotes, a line each, where they are others; restyled: its appearance
    or picture changed; other: a moved block's number in the other version, from 1.
    """

    kind: BlockDifference
    before: Block | None = None
    after: Block | None = None
    pieces: tuple[Piece, ...] = ()
    footnotes: tuple[Piece, ...] = ()
    restyled: bool = False
    other: int = 0


def compare_blocks(before: tuple[Block, ...], after: tuple[Block, ...]) -> tuple[ComparedBlock, ...]:
    """Return rows in which both versions stand in their order."""
    pairs = pair(_known(before), _known(after))
    steady, partner = _steady(pairs, before), {later: before[earlier] for earlier, later in pairs.items()}
    came_from = {later: earlier + 1 for earlier, later in pairs.items()}
    made: list[ComparedBlock] = []
    at = 0
    for earlier, block in enumerate(before):
        later = pairs.get(earlier)
        if later is None:
            made.append(_removed_row(block))
        elif earlier in steady:
            made += (_late_row(after[one], partner.get(one), came_from.get(one, 0)) for one in range(at, later))
            made.append(_pair_row(block, after[later]))
            at = later + 1
        else:
            made.append(
                replace(_pair_row(block, after[later]), kind=BlockDifference.MOVED, after=None, other=later + 1)
            )
    rest = range(at, len(after))
    return (*made, *(_late_row(after[one], partner.get(one), came_from.get(one, 0)) for one in rest))


def block_text(block: Block) -> str:
    """Return a block's words as they are compared: as printed, the cells of a row in one line; no footnotes."""
    match block:
        case Paragraph() | Heading() | Quote() | ItemList() | Figure():
            return running_text(block)
        case Table():
            rows = (_CELL.join(map(plain, row)) for row in block.grid())
            return "\n".join((*filter(None, (block.caption,)), *rows, *filter(None, (block.note,))))
        case _:
            assert_never(block)


def _known(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.uid, block_text(block)) for block in blocks]


def _steady(pairs: dict[int, int], before: tuple[Block, ...]) -> set[int]:
    """Return the earlier places of the blocks that kept their order, chosen so that the fewest words count as moved."""
    places = sorted(pairs)
    weights = [len(block_text(before[place])) + 1 for place in places]
    return {places[at] for at in longest_rising([pairs[place] for place in places], weights)}


def _removed_row(block: Block) -> ComparedBlock:
    return ComparedBlock(
        kind=BlockDifference.REMOVED,
        before=block,
        pieces=compare_words(block_text(block), ""),
        footnotes=_compared_footnotes(block, None),
    )


def _late_row(block: Block, was: Block | None, number: int) -> ComparedBlock:
    """Return the row of a block that is new in the later version, or was at another place in the earlier one."""
    if was is None:
        return ComparedBlock(
            kind=BlockDifference.ADDED,
            after=block,
            pieces=compare_words("", block_text(block)),
            footnotes=_compared_footnotes(None, block),
        )
    return replace(_pair_row(was, block), kind=BlockDifference.MOVED, before=None, other=number)


def _pair_row(before: Block, after: Block) -> ComparedBlock:
    old, new = block_text(before), block_text(after)
    same = replace(before, uid=_NO_UID) == replace(after, uid=_NO_UID)
    notes = _compared_footnotes(before, after)
    restyled = not same and ((old == new and not notes) or _frame(before) != _frame(after))
    kind = BlockDifference.SAME if same else BlockDifference.CHANGED
    return ComparedBlock(
        kind=kind, before=before, after=after, pieces=compare_words(old, new), footnotes=notes, restyled=restyled
    )


def _compared_footnotes(before: Block | None, after: Block | None) -> tuple[Piece, ...]:
    """Return the pieces of two blocks' footnotes, nothing where they say the same."""
    old, new = ("\n".join(footnotes_of(one)) if one else "" for one in (before, after))
    return compare_words(old, new) if old != new else ()


def _frame(block: Block) -> tuple[object, ...]:
    """Return what a reader sees of a block besides its text."""
    match block:
        case Paragraph() | Quote():
            return (type(block),)
        case Heading():
            return (Heading, block.level)
        case ItemList():
            return (ItemList, block.ordered)
        case Figure():
            return (Figure, block.picture, block.width, block.original, block.chart, block.chart_kind)
        case Table():
            return (Table, len(block.head), block.spans, block.header_rows, block.alignments)
        case _:
            assert_never(block)
