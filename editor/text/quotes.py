"""Chinese quotation marks: straight ones paired within a paragraph, titles within titles (GB/T 15834 4.8, 4.15)."""

import re

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


def pair_quotes(text: str) -> str:
    """Return text with straight marks made curly in pairs, paragraph by paragraph; an odd number stays.

    Apostrophes and addresses stay as they are.
    """
    return "\n".join(_paired(_paired(line, '"'), "'") for line in text.split("\n"))


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


def _paired(line: str, mark: str) -> str:
    kept = _kept(line)
    places = [place for place, char in enumerate(line) if char == mark and place not in kept]
    if len(places) % 2:
        return line
    made = list(line)
    for number, place in enumerate(places):
        made[place] = _CLOSING[mark] if number % 2 else _OPENING[mark]
    return "".join(made)


def _kept(line: str) -> set[int]:
    """Return the places that are no quotation marks: apostrophes and everything in addresses."""
    addresses = {place for match in _ADDRESS.finditer(line) for place in range(*match.span())}
    return addresses | {match.start() for match in _APOSTROPHE.finditer(line)}
