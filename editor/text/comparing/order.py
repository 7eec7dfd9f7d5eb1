"""The longest increasing subsequence, by weight."""

from collections.abc import Sequence


def longest_rising(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return the indexes of increasing values with the greatest sum of weights: all others count as moved."""
    best: list[int] = []
    came: list[int] = []
    for at, value in enumerate(values):
        earlier = [(best[one], one) for one in range(at) if values[one] < value]
        total, place = max(earlier, default=(0, -1))
        best.append(total + weights[at])
        came.append(place)
    at = max(range(len(best)), key=best.__getitem__, default=-1)
    found = []
    while at >= 0:
        found.append(at)
        at = came[at]
    return found[::-1]
