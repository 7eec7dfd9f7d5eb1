"""Where the contents with tiles go on on another page: at the PDF's places, a section's name never with one entry."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.document.parts import ContentsEntry, ContentsGroup


class ContentsStretch(NamedTuple):
    """The entries of a section on one page. group: place of the section; fresh: they begin a page."""

    group: int
    entries: tuple[ContentsEntry, ...]
    fresh: bool


class ContentsRoom(NamedTuple):
    """Twips. first: left on the first page below its head; page: of further ones; gap: between sections."""

    first: int
    page: int
    gap: int


def stretches(
    groups: Sequence[ContentsGroup], heights: Sequence[Sequence[int]], room: ContentsRoom
) -> list[ContentsStretch]:
    """Return the contents page by page. heights: of the entries of each section."""
    made: list[ContentsStretch] = []
    left = room.first
    for place, group in enumerate(groups):
        gap = room.gap if place else 0
        for at, chunk in enumerate(_kept(len(group.entries))):
            needed = sum(heights[place][one] for one in chunk)
            space = gap if at == 0 else 0
            fresh = space + needed > left and (place > 0 or at > 0)
            left = (room.page if fresh else left - space) - needed
            entries = tuple(group.entries[one] for one in chunk)
            if at > 0 and not fresh:
                made[-1] = made[-1]._replace(entries=made[-1].entries + entries)
            else:
                made.append(ContentsStretch(place, entries, fresh))
    return made


def _kept(count: int) -> Iterator[range]:
    """Yield the places of entries that stay together: the first two of a section and the last two."""
    at = 0
    while at < count:
        end = at + 1
        while end < count and (end == 1 or end == count - 1):
            end += 1
        yield range(at, end)
        at = end
