"""Quotation marks and apostrophes that belong to Latin text: they are narrow, while Chinese ones take a square."""

import re
from functools import lru_cache

from editor.text.characters import is_full_width

_MARKS = "‘’“”"
_PAIRS = {"“": "”", "‘": "’"}
_LETTER = re.compile(r"[0-9A-Za-z\u00c0-\u024f]")
# nothing of either script: the neighbour behind it decides
_NEUTRAL = frozenset("‘’“” \u00a0'\"()[]")


def latin_runs(text: str) -> tuple[tuple[str, bool], ...]:
    """Return text in runs with whether each consists of marks that belong to Latin; joined they are the text.

    An apostrophe does inside or right after a Latin word (Moody’s), quotation marks where there is only Latin between
    and around them.
    """
    runs: list[tuple[str, bool]] = []
    at = 0
    for start, end in latin_marks(text):
        runs += [(text[at:start], False)] if start > at else []
        runs.append((text[start:end], True))
        at = end
    return (*runs, (text[at:], False)) if at < len(text) else tuple(runs)


@lru_cache(maxsize=4096)
def latin_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Return where marks that belong to Latin stand, in order."""
    if not any(mark in text for mark in _MARKS):
        return ()
    places: set[int] = set()
    opened: list[int] = []
    for place, char in enumerate(text):
        if char in _PAIRS:
            opened.append(place)
        elif char == "’" and not (opened and text[opened[-1]] == "‘") and _is_apostrophe(text, place):
            places.add(place)
        elif opened and char == _PAIRS[text[opened[-1]]]:
            places |= _pair(text, opened.pop(), place)
    return tuple((place, place + 1) for place in sorted(places))


def _is_apostrophe(text: str, place: int) -> bool:
    return place > 0 and _LETTER.match(text[place - 1]) is not None


def _pair(text: str, start: int, end: int) -> set[int]:
    """Return both places of a pair that belongs to Latin, else none but an apostrophe that looks like the end."""
    inside = [char for char in text[start + 1 : end] if char not in _MARKS]
    if any(map(is_full_width, inside)):
        return set()
    around = (_neighbour(text, range(start - 1, -1, -1)), _neighbour(text, range(end + 1, len(text))))
    return set() if any(is_full_width(char) for char in around if char) else {start, end}


def _neighbour(text: str, places: range) -> str:
    """Return the first character that tells the script, empty where the text ends before."""
    return next((text[place] for place in places if text[place] not in _NEUTRAL), "")
