"""Texts of an article's body before and after a correction, each with its place on the printed page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from editor.desk.block_ordinals import BlockOrdinal, OrdinalKind, block_places, place_words, printed_items
from editor.model.block_kinds import figures_in
from editor.model.block_texts import printed_text
from editor.model.body import ANCHOR, Block, Figure, Heading, ItemList, Paragraph, Quote, Table, plain
from editor.model.language import tr

Contrast = tuple[str, str, str]
"""Name of the place, text before, text after; a text is empty where it did not exist."""


def block_contrasts(before: Sequence[Block], after: Sequence[Block]) -> Iterator[Contrast]:
    """Yield the texts of both, changed or not, in the present order; then removed ones.

    Places are those of the earlier print, since readers look there; they are named 原… where the place is another now.
    """
    for place, was, now in _contrasts(before, after):
        yield place, was.replace(ANCHOR, ""), now.replace(ANCHOR, "")


def _contrasts(before: Sequence[Block], after: Sequence[Block]) -> Iterator[Contrast]:
    old, then, now = {one.uid: one for one in before}, block_places(before), block_places(after)
    for block in after:
        was = old.get(block.uid)
        if was is None:
            yield place_words(now[block.uid]), "", printed_text(block)
        else:
            yield from _of_block(was, block, _PrintedPlace(then[block.uid], now[block.uid]))
    kept = {block.uid for block in after}
    yield from ((_formerly(then[uid]), printed_text(block), "") for uid, block in old.items() if uid not in kept)


def new_pictures(before: Sequence[Block], after: Sequence[Block]) -> Iterator[str]:
    """Yield the places of figures that show another picture than before."""
    old, now = {one.uid: one for one in figures_in(before)}, block_places(after)
    for one in figures_in(after):
        if one.uid in old and old[one.uid].picture != one.picture:
            yield place_words(now[one.uid])


def _of_block(was: Block, block: Block, place: "_PrintedPlace") -> Iterator[Contrast]:
    """Yield the texts of a block one by one where it has the same fields as before, else as a whole."""
    items = _items(was), _items(block)
    if items[0] is not None and items[1] is not None:
        yield from _of_items(items[0], items[1], place)
        return
    before, now = _named(was, place.words), _named(block, place.words)
    if before.keys() == now.keys():
        yield from ((name, before[name], text) for name, text in now.items())
    else:
        yield place.words, printed_text(was), printed_text(block)


def _items(block: Block) -> tuple[str, ...] | None:
    """Return the texts that count as paragraphs one by one, None for other blocks."""
    match block:
        case ItemList():
            return printed_items(block)
        case Paragraph() | Heading() | Quote() | Figure() | Table():
            return None
        case _:
            assert_never(block)


def _named(block: Block, place: str) -> dict[str, str]:
    """Return the texts of a block by their names."""
    match block:
        case Paragraph() | Heading() | Quote() | ItemList():
            return {place: printed_text(block)}
        case Figure():
            numbers = "\n".join("\t".join(row) for row in block.chart)
            return {
                tr("{place}的图题", place=place): block.caption,
                tr("{place}的来源", place=place): block.source,
                tr("{place}的数据", place=place): numbers,
            }
        case Table():
            return dict(_of_table(block, place))
        case _:
            assert_never(block)


class _PrintedPlace:
    """Names a printed place and its parts: as they were printed, with 原… where the place is another now."""

    def __init__(self, then: BlockOrdinal, now: BlockOrdinal) -> None:
        # an empty block was not printed, so its present place is named
        self._place = now if then.kind is OrdinalKind.EMPTY else then
        self._moved = then.kind is not OrdinalKind.EMPTY and (then.kind, then.first) != (now.kind, now.first)

    @property
    def words(self) -> str:
        return self._wording(self._place)

    def item(self, number: int) -> str:
        """Return the name of a list's item. number: from 0."""
        at = self._place.first + number
        return self._wording(replace(self._place, first=at, last=at))

    def _wording(self, place: BlockOrdinal) -> str:
        return _formerly(place) if self._moved else place_words(place)


def _formerly(place: BlockOrdinal) -> str:
    return tr("原{place}", place=place_words(place))


def _of_items(was: Sequence[str], now: Sequence[str], place: _PrintedPlace) -> Iterator[Contrast]:
    """Yield the items that differ, between equal ones at the beginning and at the end."""
    start = _shared(was, now)
    end = _shared(was[start:][::-1], now[start:][::-1])
    pairs = zip_longest(was[start : len(was) - end], now[start : len(now) - end], fillvalue="")
    yield from ((place.item(start + at), one, other) for at, (one, other) in enumerate(pairs))


def _of_table(table: Table, place: str) -> Iterator[tuple[str, str]]:
    yield tr("{place}的表题", place=place), table.caption
    for number, row in enumerate((table.head, *table.rows), 1):
        for column, cell in enumerate(row, 1):
            yield tr("{place}第{row}行第{column}列", place=place, row=number, column=column), plain(cell)
    yield tr("{place}的表注", place=place), table.note


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
