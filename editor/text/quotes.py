"""Chinese quotation marks: straight ones paired within a paragraph, titles within titles (GB/T 15834 4.8, 4.15)."""

import re
from collections.abc import Iterator

from editor.text.characters import full_width

Mark = tuple[int, str]

_NEUTRAL = " \t\"'"
_OPENING = {'"': "“", "'": "‘"}
_CLOSING = {'"': "”", "'": "’"}
# an apostrophe comes inside or right after a Latin word: it's, O'Neill, users'
_LATIN = r"[0-9A-Za-z\u00c0-\u024f]"
_APOSTROPHE = re.compile(rf"(?<={_LATIN})'(?={_LATIN})")
_AFTER_WORD = re.compile(rf"{_LATIN}\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\"<>“”，。；）]+")


def curly(before: str, typed: str) -> str:
    """Return the mark that a typed " or ' becomes after this text of its paragraph; other characters stay.

    It closes an open quote, else it opens one. A ' after a Latin word stays straight where no ‘ is open.
    """
    if typed not in _OPENING:
        return typed
    if _is_open(before, typed):
        return _CLOSING[typed]
    if typed == "'" and _AFTER_WORD.search(before):
        return typed
    return _OPENING[typed]


def within_title(title: str) -> str:
    """Return a title for use between 《 and 》: its own 《》 become 〈〉 (GB/T 15834 4.15)."""
    return title.replace("《", "〈").replace("》", "〉")


def quotes_to_pair(text: str) -> Iterator[tuple[Mark, Mark]]:
    """Yield the places of straight marks that quote Chinese, in pairs, each with the curly mark that it becomes.

    They are paired line by line. Lines with an odd number, or in which one would open behind a digit (5"), keep theirs;
    so do Latin words, apostrophes and addresses.
    """
    start = 0
    for line in text.split("\n"):
        for mark in _OPENING if '"' in line or "'" in line else ():
            for opening, closing in _pairs(line, mark):
                yield (start + opening, _OPENING[mark]), (start + closing, _CLOSING[mark])
        start += len(line) + 1


def _is_open(before: str, mark: str) -> bool:
    opened = False
    kept = _kept(before)
    for place, char in enumerate(before):
        if char == _OPENING[mark]:
            opened = True
        elif char == _CLOSING[mark] and not _is_apostrophe(before, place):
            opened = False
        elif char == mark and place not in kept:
            opened = not opened
    return opened


def _is_apostrophe(text: str, place: int) -> bool:
    """Return whether a ’ there is the apostrophe that Word types: between two Latin letters."""
    return text[place] == "’" and _APOSTROPHE.match(text.replace("’", "'"), place) is not None


def _pairs(line: str, mark: str) -> Iterator[tuple[int, int]]:
    kept = _kept(line)
    places = [place for place, char in enumerate(line) if char == mark and place not in kept]
    pairs = list(zip(places[::2], places[1::2], strict=False))
    if len(places) % 2 or any(line[opening - 1 : opening].isdigit() for opening, _ in pairs):
        return
    yield from (pair for pair in pairs if _quotes_chinese(line, *pair))


def _quotes_chinese(line: str, start: int, end: int) -> bool:
    beside = line[:start].rstrip(_NEUTRAL)[-1:] + line[end + 1 :].lstrip(_NEUTRAL)[:1]
    return full_width().search(line, start + 1, end) is not None or full_width().search(beside) is not None


def _kept(line: str) -> set[int]:
    """Return the places that are no quotation marks: apostrophes and everything in addresses."""
    addresses = {place for match in _ADDRESS.finditer(line) for place in range(*match.span())}
    return addresses | {match.start() for match in _APOSTROPHE.finditer(line)}
