"""Corresponding blocks of base and article, and one common order of both."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from editor.model.block_kinds import as_items, as_paragraph, is_text
from editor.model.body import Block, ItemList, plain
from editor.text.comparing.blocks import BlockDifference, ComparedBlock, block_text, compare_blocks
from editor.text.comparing.words import Piece, PieceKind, compare_closely

_LOOSE = (BlockDifference.CHANGED, BlockDifference.ADDED, BlockDifference.REMOVED)
_GAINED = 0.5
_Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of both flat texts, in code points. same: the characters are equal."""

    same: bool
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class TrackedPair:
    """Several blocks only for paragraphs that were split or joined; stretches: empty if compared as a whole."""

    before: _Blocks
    after: _Blocks
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackedLocation:
    """A place of a pair: in the base, in the article, or in both. A moved pair has two places."""

    pair: TrackedPair
    before: bool = True
    after: bool = True


def places_of(before: _Blocks, after: _Blocks) -> tuple[TrackedLocation, ...]:
    """Return the places of all blocks."""
    made: list[TrackedLocation] = []
    moved: dict[str, TrackedPair] = {}
    for loose, group in groupby(compare_blocks(before, after), key=_is_loose):
        rows = list(group)
        if loose:
            made += map(TrackedLocation, _loose_pairs(rows))
        else:
            made += (_steady(row, before, after, moved) for row in rows)
    return tuple(made)


def flat(blocks: _Blocks) -> str:
    """Return the words of blocks, separated by line feeds."""
    return "\n".join(map(block_text, blocks))


def _is_loose(row: ComparedBlock) -> bool:
    """Return whether a row may be part of what was split or joined."""
    blocks = [one for one in (row.before, row.after) if one]
    return row.kind in _LOOSE and not row.restyled and all(map(_may_be_parted, blocks))


def _may_be_parted(block: Block) -> bool:
    """Return whether a block may be one of several that one was split into, or that became one."""
    paragraph = as_paragraph(block)
    return paragraph is not None and "\n" not in plain(paragraph.runs)


def _loose_pairs(rows: list[ComparedBlock]) -> Iterator[TrackedPair]:
    before = tuple(row.before for row in rows if row.before)
    after = tuple(row.after for row in rows if row.after)
    if len(rows) > 1 and before and after:
        pieces = tuple(_refined(rows))
        if _pays(rows, pieces):
            yield TrackedPair(before, after, _stretches(pieces))
            return
    for row in rows:
        yield _pair((row.before,) if row.before else (), (row.after,) if row.after else (), row.pieces)


def _steady(row: ComparedBlock, before: _Blocks, after: _Blocks, moved: dict[str, TrackedPair]) -> TrackedLocation:
    if row.kind is not BlockDifference.MOVED:
        return TrackedLocation(
            _pair((row.before,) if row.before else (), (row.after,) if row.after else (), row.pieces)
        )
    old, new = row.before or before[row.other - 1], row.after or after[row.other - 1]
    pair = moved.setdefault(old.uid, _pair((old,), (new,), row.pieces))
    return TrackedLocation(pair, before=row.before is not None, after=row.after is not None)


def _pair(before: _Blocks, after: _Blocks, pieces: tuple[Piece, ...]) -> TrackedPair:
    if not before or not after or not _words_count(before[0], after[0]):
        return TrackedPair(before, after)
    return TrackedPair(before, after, _stretches(pieces))


def _words_count(old: Block, new: Block) -> bool:
    """Return whether two blocks are compared by their words, not as wholes."""
    lists = as_items(old), as_items(new)
    if lists[0] and lists[1]:
        return _items_count(lists[0], lists[1])
    return is_text(old) and is_text(new)


def _items_count(old: ItemList, new: ItemList) -> bool:
    items = (*old.items, *new.items)
    return old.ordered == new.ordered and bool(old.items and new.items) and "\n" not in "".join(map(plain, items))


def _refined(rows: list[ComparedBlock]) -> Iterator[Piece]:
    """Yield the pieces of neighbouring rows as one text, so that words moved from one row to another count as same."""
    for same, group in groupby(_joined(rows), key=lambda piece: piece.kind is PieceKind.SAME):
        pieces = list(group)
        if same:
            yield from pieces
        else:
            old, new = (_words(pieces, kind) for kind in (PieceKind.REMOVED, PieceKind.ADDED))
            yield from compare_closely(old, new)


def _joined(rows: list[ComparedBlock]) -> Iterator[Piece]:
    begun_before = begun_after = False
    for row in rows:
        ends_before, ends_after = begun_before and row.before is not None, begun_after and row.after is not None
        if ends_before and ends_after:
            yield Piece(PieceKind.SAME, "\n")
        elif ends_before:
            yield Piece(PieceKind.REMOVED, "\n")
        elif ends_after:
            yield Piece(PieceKind.ADDED, "\n")
        begun_before, begun_after = begun_before or row.before is not None, begun_after or row.after is not None
        yield from row.pieces


def _pays(rows: list[ComparedBlock], pieces: tuple[Piece, ...]) -> bool:
    """Return whether comparing paragraphs as one text keeps most words that would else count as removed and added."""
    alone = [piece for row in rows for piece in row.pieces]
    gained = len(_words(pieces, PieceKind.SAME)) - len(_words(alone, PieceKind.SAME))
    least = min(len(_words(alone, PieceKind.REMOVED)), len(_words(alone, PieceKind.ADDED)))
    return gained > 0 and gained >= _GAINED * least


def _stretches(pieces: tuple[Piece, ...]) -> tuple[Stretch, ...]:
    made: list[Stretch] = []
    old = new = 0
    for same, group in groupby(pieces, key=lambda piece: piece.kind is PieceKind.SAME):
        parts = list(group)
        to_old = old + sum(len(piece.text) for piece in parts if piece.kind is not PieceKind.ADDED)
        to_new = new + sum(len(piece.text) for piece in parts if piece.kind is not PieceKind.REMOVED)
        made.append(Stretch(same, (old, to_old), (new, to_new)))
        old, new = to_old, to_new
    return tuple(made)


def _words(pieces: list[Piece] | tuple[Piece, ...], kind: PieceKind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind is kind)
