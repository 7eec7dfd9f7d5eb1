"""House words found in a text: at every place the first two characters say whether, and how long, words may begin.

The longest of overlapping words wins. Words are plain text: no character of them means anything else.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from editor.model.house_words import QUOTED_EXCEPTIONS, HouseWord, HouseWords

_LATIN = re.compile("[A-Za-z0-9]")
_FIRST = 2


class FoundWord(NamedTuple):
    """A word at a place of the text."""

    start: int
    word: HouseWord

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.word.name)


class HouseWordIndex:
    """Made once for a list."""

    def __init__(self, words: HouseWords) -> None:
        """Take the words of a library."""
        self._by_name = {one.name: one for one in words.words}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for name in self._by_name:
            lengths[name[:_FIRST]].add(len(name))
        self._lengths = dict(lengths)

    def find(self, text: str) -> list[FoundWord]:
        """Return every word of the text where it is not right, overlapping ones too, in order."""
        found = list(self._begun(text))
        quoted = {marks: _between(text, marks) for marks in QUOTED_EXCEPTIONS} if found else {}
        return [one for one in found if not any(_is_right(one, mark, text, quoted) for mark in _right(one.word))]

    def _begun(self, text: str) -> Iterator[FoundWord]:
        """Yield every word, the longest of a place first."""
        lengths, by_name = self._lengths, self._by_name
        single = lengths.keys() & set(text)
        # one look-up a character: most begin no word
        for at, pair in enumerate(map("".join, zip(text, f"{text[1:]}\n", strict=False))):
            if pair not in lengths and not (single and pair[0] in single):
                continue
            for long in sorted(lengths.get(pair, ()), reverse=True):
                word = by_name.get(text[at : at + long])
                if word and _is_whole(text, at, at + long):
                    yield FoundWord(at, word)
            if pair[0] in single and _is_whole(text, at, at + 1):
                yield FoundWord(at, by_name[pair[0]])


@lru_cache(maxsize=2)
def index_of(words: HouseWords) -> HouseWordIndex:
    """Return the index of a list, which is made again only for another list."""
    return HouseWordIndex(words)


def longest(found: list[FoundWord]) -> list[FoundWord]:
    """Return those that no longer one overlaps, in order; of equally long ones the first."""
    taken: set[int] = set()
    kept = []
    for one in sorted(found, key=lambda one: (-len(one.word.name), one.start)):
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept)


def _right(word: HouseWord) -> Iterator[str]:
    """Yield the texts in which a word is right: also those that are to be written for it."""
    yield from word.exceptions
    yield from (one for one in word.instead if word.name in one)


def _is_right(found: FoundWord, exception: str, text: str, quoted: dict[str, list[tuple[int, int]]]) -> bool:
    """Return whether a found word stands in an exception."""
    if exception in quoted:
        return any(start < found.start and found.end < end for start, end in quoted[exception])
    name = found.word.name
    inside = exception.find(name)
    while inside >= 0:
        if text.startswith(exception, found.start - inside) and inside <= found.start:
            return True
        inside = exception.find(name, inside + 1)
    return False


def _between(text: str, marks: str) -> list[tuple[int, int]]:
    """Return where each text between two marks begins and ends, marks included."""
    return [match.span() for match in re.finditer(f"{marks[0]}[^{marks}\n]*{marks[1]}", text)]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether no Latin word or number goes on over an end: AI is not in CHAIR, 5G not in 15G."""
    return not (_goes_on(text[start - 1 : start + 1] if start else "") or _goes_on(text[end - 1 : end + 1]))


def _goes_on(pair: str) -> bool:
    return len(pair) == 2 and bool(_LATIN.match(pair[0]) and _LATIN.match(pair[1]))
