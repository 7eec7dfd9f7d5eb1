"""Which entries of the contents stand on which page: as in the PDF, where a section goes on under its name again."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from editor.document.parts import ContentsGroup


class Room(NamedTuple):
    """Height of the first page of the contents, without its head, and of the others. Twips, as all here."""

    first: int
    other: int


class Heights(NamedTuple):
    """Of a section in the contents: its entries, what stands above it, and its name where that has a line of its own.

    least: of an only entry, beside the name.
    """

    entries: tuple[int, ...]
    above: int
    name: int = 0
    least: int = 0


class GroupPart(NamedTuple):
    """Entries of a section on one page, by their numbers. fresh: they begin a new page; place: of the section."""

    group: ContentsGroup
    place: int
    start: int
    end: int
    fresh: bool


def group_parts(groups: tuple[ContentsGroup, ...], heights: list[Heights], room: Room) -> Iterator[GroupPart]:
    """Yield the sections, each in as many parts as it has pages."""
    left, at_head = room.first, True
    for place, (group, high) in enumerate(zip(groups, heights, strict=True)):
        starts, fresh = [0], False
        for at in range(len(high.entries)):
            name = (0 if at_head else high.above) + high.name if at == 0 else 0
            if name + _together(at, high) > left and not at_head:
                left, name = room.other, high.name
                fresh = fresh or at == 0
                starts += [at] if at else []
            left -= name + (max(high.least, high.entries[0]) if len(high.entries) == 1 else high.entries[at])
            at_head = False
        for start, end in pairwise((*starts, len(high.entries))):
            yield GroupPart(group, place, start, end, fresh=start > 0 or fresh)


def _together(at: int, high: Heights) -> int:
    """Return the height of an entry with those that stay on its page: the first two and the last two of a section."""
    entries, total = high.entries, high.entries[at]
    if len(entries) == 1:
        return max(total, high.least)
    while at + 1 < len(entries) and at in {0, len(entries) - 2}:
        at += 1
        total += entries[at]
    return total
