"""A title whose blanks mark the ends of its printed lines."""

import unicodedata

from editor.model.article import Title
from editor.text.characters import is_full_width


def broken_title(text: str, *, spaced: str = "") -> Title:
    """Return the title of a line whose blanks mark line breaks, or of lines.

    A blank between Chinese characters or marks is a break, unless `spaced`, the title in the contents, has it at the
    same place.
    """
    breaks, kept = [], ""
    own = _blanks(spaced)
    for at, char in enumerate(text):
        if not char.isspace():
            kept += char
        elif kept and at < len(text) - 1:
            place = sum(not one.isspace() for one in kept)
            if _is_break(text, at) and (place not in own or char == "\n"):
                breaks.append(len(kept))
            elif not kept[-1].isspace():
                kept += " " if char == "\n" else char
    return Title(text=kept, breaks=tuple(sorted({place for place in breaks if 0 < place < len(kept)})))


def _blanks(text: str) -> frozenset[int]:
    """Return how many characters stand before each blank."""
    places, count = set[int](), 0
    for char in text:
        if char.isspace():
            places.add(count)
        else:
            count += 1
    return frozenset(places)


def _is_break(text: str, at: int) -> bool:
    """Return whether a blank stands where no text has one of its own: beside Chinese, between lines not in Latin."""
    before, after = text[:at].rstrip()[-1:], text[at + 1 :].lstrip()[:1]
    if not before or not after:
        return False
    if text[at] == "\n":
        return is_full_width(before) or is_full_width(after)
    if before == ".":
        return False
    sides = (before, after)
    return any(map(is_full_width, sides)) and all(
        is_full_width(side) or unicodedata.category(side).startswith("P") for side in sides
    )
