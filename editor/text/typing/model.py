"""How often characters stand side by side: counts of pairs and triples of characters (see resources/typing/NOTICE.md).

Read on first use, a tenth of a second; 7 MB of memory. Never read at the start of the program.
"""

import re
import struct
import sys
import zlib
from array import array
from functools import cache
from itertools import accumulate, pairwise
from math import log, log2

from resources import resource

_ROWS = 8
# counts are kept as levels of an eighth of a power of two
_STEP = 8
_DIGITS = re.compile("[0-9０-９]+")
_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]+")
_BLANK = re.compile(r"[ \t\u3000]+")
COUNTS = tuple(2 ** (level / _STEP) for level in range(256))
# shares of triple, pair and single character, and what is added so that rare ones weigh less
_TRIPLE, _PAIR, _SINGLE = 0.7, 0.28, 0.02
_FEW_TRIPLES, _FEW_PAIRS = 3.0, 20.0


def folded(text: str) -> str:
    """Return a text as it is counted: a number and a Latin word as one character, without blanks."""
    return _BLANK.sub("", _LATIN.sub("A", _DIGITS.sub("0", text)))


def level_of(count: int) -> int:
    """Return the level that a count of at least one is kept as."""
    return min(255, round(_STEP * log2(max(1, count))))


class Model:
    """The counts. A pair is known by its number, -1 where it was never seen."""

    def __init__(self, data: bytes) -> None:
        """Read the file's bytes."""
        raw = zlib.decompress(data)
        sizes = struct.unpack(f"<{_ROWS}I", raw[: 4 * _ROWS])
        ends = list(accumulate(sizes, initial=4 * _ROWS))
        parts = [raw[start:end] for start, end in pairwise(ends)]
        chars = parts[0].decode("utf-16-le")
        starts = _starts(parts[2])
        self._seconds, self._pair_levels = parts[3].decode("utf-16-le"), parts[4]
        self._third_starts = _starts(parts[5])
        self._thirds, self._triple_levels = parts[6].decode("utf-16-le"), parts[7]
        self._rows = {char: (starts[at], starts[at + 1]) for at, char in enumerate(chars)}
        self._single = {char: COUNTS[level] for char, level in zip(chars, parts[1], strict=True)}
        self._all = sum(self._single.values())

    def count(self, char: str) -> float:
        """Return how often a character was seen."""
        return self._single.get(char, 0.0)

    def pair(self, first: str, second: str) -> int:
        """Return the number of a pair."""
        start, end = self._rows.get(first, (0, 0))
        return self._seconds.find(second, start, end)

    def pair_count(self, pair: int) -> float:
        """Return how often a pair was seen."""
        return COUNTS[self._pair_levels[pair]] if pair >= 0 else 0.0

    def triple_count(self, pair: int, third: str) -> float:
        """Return how often a pair was followed by a character."""
        if pair < 0:
            return 0.0
        at = self._thirds.find(third, self._third_starts[pair], self._third_starts[pair + 1])
        return COUNTS[self._triple_levels[at]] if at >= 0 else 0.0

    def fit(self, before: int, last: str, pair: int, char: str) -> float:
        """Return the log of how likely a character is. before: the two before it; pair: the last of them and it."""
        single = self._single
        share = _SINGLE * (single.get(char, 0.0) + 0.5) / self._all
        if pair >= 0:
            share += _PAIR * COUNTS[self._pair_levels[pair]] / (single[last] + _FEW_PAIRS)
            if before >= 0:
                triple = self.triple_count(before, char)
                share += _TRIPLE * triple / (COUNTS[self._pair_levels[before]] + _FEW_TRIPLES)
        return log(share)


@cache
def model() -> Model:
    """Return the model that ships with the program."""
    return Model(resource("typing/model.bin").read_bytes())


def _starts(data: bytes) -> "array[int]":
    lengths = array("H", data)
    if sys.byteorder == "big":
        lengths.byteswap()
    return array("I", accumulate(lengths, initial=0))
