"""A text as the reader of typing errors sees it, and how much better it reads with other characters."""

import re
from dataclasses import dataclass
from math import log1p

from editor.text.characters import is_han
from editor.text.segments import way_through
from editor.text.typing.model import Model

MARGIN = "\n\n"
_DIGIT, _LATIN = re.compile("[0-9０-９]"), re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
# what the cost of the words counts (segments.way_through); what speaks against a change: that the characters stood
# between their neighbours; and for it: that the others did
WORDS, STOOD, PAIRED, STANDS = 0.08, 0.5, 0.5, 0.4
# how far the words around are read
_REACH = 4
_OFTEN = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A text between margins. pairs: by place the pair that ends there; fits: how well the character stands."""

    text: str
    pairs: list[int]
    fits: list[float]
    counts: Model

    def weight(self, start: int, end: int, other: str, gain: float) -> float:
        """Return how much likelier the text is with other characters, in about natural logs, by how they stand."""
        usual = WORDS * self.cheaper(start, end, other)
        return gain + usual - self._stood(start, end) + self._stands(start, end, other)

    def begins(self, at: int) -> bool:
        """Return whether a character often stands before the one that follows it."""
        return is_han(self.text[at + 1]) and self.counts.pair_count(self.pairs[at + 1]) >= _OFTEN

    def ends(self, at: int) -> bool:
        """Return whether a character often stands behind the one that goes before it."""
        return is_han(self.text[at - 1]) and self.counts.pair_count(self.pairs[at]) >= _OFTEN

    def is_seen(self, three: str, times: int = _OFTEN) -> bool:
        """Return whether three characters stand together so often."""
        return self.counts.triple_count(self.counts.pair(three[0], three[1]), three[2]) >= times

    def gain(self, start: int, end: int, other: str, least: float) -> float:
        """Return how much better characters and those behind them stand with others in their place.

        Less than least: how much less is not told, since none of the logs is above 0.
        """
        line = self.text[start - 2 : start] + other + self.text[end : end + 2]
        pair, counts = self.counts.pair, self.counts
        before, total = pair(line[0], line[1]), -sum(self.fits[start : end + 2])
        for at in range(2, len(line)):
            behind = pair(line[at - 1], line[at])
            total += counts.fit(before, line[at - 1], behind, line[at])
            before = behind
            if total < least:
                break
        return total

    def cheaper(self, start: int, end: int, other: str) -> int:
        """Return how much more usual the words around become."""
        left, right = start, end
        while start - left < _REACH and is_han(self.text[left - 1]):
            left -= 1
        while right - end < _REACH and is_han(self.text[right]):
            right += 1
        before, behind = self.text[left:start], self.text[end:right]
        return way_through(self.text[left:right]).cost - way_through(before + other + behind).cost

    def _stood(self, start: int, end: int) -> float:
        paired = min(self.counts.pair_count(self.pairs[start]), self.counts.pair_count(self.pairs[end]))
        around = range(start, end + 2)
        seen = max(self.counts.triple_count(self.pairs[at - 1], self.text[at]) for at in around)
        return STOOD * log1p(seen) + PAIRED * log1p(paired)

    def _stands(self, start: int, end: int, other: str) -> float:
        line = self.text[start - 2 : start] + other + self.text[end : end + 2]
        seen = (
            self.counts.triple_count(self.counts.pair(line[at - 2], line[at - 1]), line[at])
            for at in range(2, len(line))
        )
        return STANDS * log1p(max(seen))


def line_of(text: str, counts: Model) -> Line:
    """Return a text as a line, numbers and Latin letters as one each."""
    line = f"{MARGIN}{_LATIN.sub('A', _DIGIT.sub('0', text))}{MARGIN}"
    pairs = [-1, *(counts.pair(line[at - 1], line[at]) for at in range(1, len(line)))]
    fits = [0.0, 0.0]
    fits += [counts.fit(pairs[at - 1], line[at - 1], pairs[at], line[at]) for at in range(2, len(line))]
    return Line(line, pairs, fits, counts)
