"""Which of several things stayed in order."""

from collections.abc import Sequence


def longest_rising(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return places of rising values whose weights sum to the most: what is left over is what moved."""
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
