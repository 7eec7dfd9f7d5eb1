"""Shares as texts say them: 45%, 近三成, 三分之二, 过半, as bounds in per cent."""

import re
from typing import NamedTuple

_ONES = "一二三四五六七八九十"
PORTION = (
    r"(?P<about>近|将近|接近|约|大约|超过?|逾|过)?"
    rf"(?:(?P<cent>\d+(?:\.\d+)?)[%％]|(?P<below>[{_ONES}])分之(?P<above>[{_ONES}])"
    rf"|(?P<tenths>[{_ONES[:9]}])成(?P<half>半)?|(?P<semi>一半|半数|半(?![年月天个小径])))"
    r"(?P<more>以上|多|左右|强|弱)?"
)


class Bounds(NamedTuple):
    """A share in per cent. low, high: what the words allow, roundings included."""

    low: float
    high: float

    def holds(self, share: float) -> bool:
        """Return whether a share in per cent is what was said."""
        return self.low <= share <= self.high


def bounds(match: re.Match[str]) -> Bounds:
    """Return the bounds of a match of PORTION."""
    value, width = _middle(match)
    if match["about"] in ("超", "超过", "逾", "过") or match["more"] in ("以上", "多", "强"):
        return Bounds(value - 0.51 * min(width, 1), value + max(10.5, 0.25 * value) if not match["semi"] else 100)
    if match["about"] in ("近", "将近", "接近") or match["more"] == "弱":
        return Bounds(value - max(0.15 * value, 3), value + 0.51 * min(width, 1))
    if match["about"] or match["more"]:
        return Bounds(value - max(0.1 * value, width), value + max(0.1 * value, width))
    return Bounds(value - width, value + width)


def _middle(match: re.Match[str]) -> tuple[float, float]:
    """Return what is said and by how much it may be off where no word makes it rounder."""
    if match["cent"]:
        return float(match["cent"]), 0.6 * 10.0 ** -len(match["cent"].partition(".")[2])
    if match["tenths"]:
        return 10.0 * (_ONES.index(match["tenths"]) + 1) + (5 if match["half"] else 0), 4
    if match["semi"]:
        return 50, 4
    return 100.0 * (_ONES.index(match["above"]) + 1) / (_ONES.index(match["below"]) + 1), 3
