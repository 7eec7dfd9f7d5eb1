"""The passages that two texts have in common, with their places in both."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.text.similar.shingles import LENGTH, lettered

SHORTEST = 14
"""Letters of the shortest passage: what is shorter is a set phrase or an office's name."""
_TRIES = 8
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A passage of both texts. first, second: from and to in each, code points; letters: how long it is."""

    first: Span
    second: Span
    letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What two texts share. matches: in the order of the first; of_first, of_second: their part of each, 0 to 1."""

    matches: tuple[Match, ...]
    of_first: float
    of_second: float

    @property
    def share(self) -> float:
        """The larger part: a text cut to a quarter is still the same text."""
        return max(self.of_first, self.of_second)


def common(first: str, second: str) -> Common:
    """Return what two texts share, without regard to order, marks, blanks and capitals."""
    (one, at_one), (other, at_other) = lettered(first), lettered(second)
    runs = tuple(_runs(one, other))
    matches = tuple(
        Match(first=_span(at_one, a, size), second=_span(at_other, b, size), letters=size) for a, b, size in runs
    )
    return Common(
        matches=matches,
        of_first=_part(((a, size) for a, _, size in runs), len(one)),
        of_second=_part(((b, size) for _, b, size in runs), len(other)),
    )


def _runs(one: str, other: str) -> Iterator[tuple[int, int, int]]:
    """Yield start in one, start in other and length of what they share, the longest at each place of one."""
    places: dict[str, list[int]] = {}
    for at in range(len(other) - LENGTH + 1):
        places.setdefault(other[at : at + LENGTH], []).append(at)
    at = 0
    while at <= len(one) - SHORTEST:
        found = places.get(one[at : at + LENGTH], ())
        size, start = max(((_length(one, at, other, to), -to) for to in found[:_TRIES]), default=(0, 0))
        if size >= SHORTEST:
            yield at, -start, size
        at += max(1, size if size >= SHORTEST else 1)


def _length(one: str, at: int, other: str, to: int) -> int:
    size = LENGTH
    limit = min(len(one) - at, len(other) - to)
    while size < limit and one[at + size] == other[to + size]:
        size += 1
    return size


def _span(places: tuple[int, ...], start: int, size: int) -> Span:
    return places[start], places[start + size - 1] + 1


def _part(runs: Iterator[tuple[int, int]], whole: int) -> float:
    covered = {at for start, size in runs for at in range(start, start + size)}
    return len(covered) / whole if whole else 0.0
