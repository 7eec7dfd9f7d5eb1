"""Finds the place in a text that is printed at a point of a page."""

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from editor.model.page_facts import Spot

_MICROMETRES = 25400 / 72
# how many characters one text may have more before both agree again (footnotes, page foot and head, a list's number),
# and how many must agree then
_STRAY, _SURE = 400, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A character on a page; edges in µm from the page's upper left corner."""

    char: str
    sheet: int
    left: float
    right: float
    top: float
    bottom: float


def printed_between(document: pypdfium2.PdfDocument, start: Spot, end: Spot) -> list[Printed]:
    """Return what is printed from one spot to another, in the order in which it was set, without blanks."""
    found = [one for sheet in range(start.sheet, end.sheet + 1) for one in printed_on(document, sheet)]
    return [one for one in found if start <= Spot(sheet=one.sheet, y=round((one.top + one.bottom) / 2)) < end]


def nearest(printed: list[Printed], spot: Spot, x: int, *, reach: int = 0) -> tuple[int, bool] | None:
    """Return the index of the character nearest to a point, and whether the point is in its right half.

    x: µm from the page's left edge; reach: µm that the point may be above or below a line. None where no line is near.
    """
    beside = {
        at: max(one.top - spot.y, spot.y - one.bottom, 0) for at, one in enumerate(printed) if one.sheet == spot.sheet
    }
    least = min(beside.values(), default=reach + 1)
    if least > reach:
        return None
    # outside a line, its characters differ a little in distance, since their heights differ
    line = [at for at, distance in beside.items() if distance <= (least + reach / 10 if least else 0)]
    at = min(line, key=lambda at: max(printed[at].left - x, x - printed[at].right, 0))
    return at, x > (printed[at].left + printed[at].right) / 2


def place_in(text: str, printed: str, at: int, *, after: bool = False) -> int | None:
    """Return the place in a text of character `at` of its printed form, or its end (after); None if they do not agree.

    Both are compared from their beginnings, so that of a repeated word the right one is found. printed: without blanks.
    For a character that only the page has, such as a list's number: the place of the next character.
    """
    kept = [place for place, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[place] for place in kept)
    here, there = 0, 0
    while here <= at and there < len(bare):
        if printed[here] == bare[there]:
            if here == at:
                return kept[there] + int(after)
            here, there = here + 1, there + 1
        else:
            step = _meeting(printed[here:], bare[there:])
            if step is None:
                return None
            here, there = here + step[0], there + step[1]
    return kept[there] if there < len(bare) else None


def _meeting(printed: str, bare: str) -> tuple[int, int] | None:
    """Return how many characters to skip in either text until both agree again, the fewest together."""
    for both in range(1, _STRAY):
        for one in range(both + 1):
            ahead = bare[both - one : both - one + _SURE]
            if ahead and printed.startswith(ahead, one):
                return one, both - one
    return None


def aligned(text: str, printed: str) -> list[int | None]:
    """Return for every character of a text which of its printed form it is, None where it is not found.

    Both are compared from their beginnings. printed: without blanks.
    """
    kept = [place for place, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[place] for place in kept)
    found: list[int | None] = [None] * len(text)
    here, there = 0, 0
    while here < len(printed) and there < len(bare):
        if printed[here] == bare[there]:
            found[kept[there]] = here
            here, there = here + 1, there + 1
        else:
            step = _meeting(printed[here:], bare[there:])
            if step is None:
                break
            here, there = here + step[0], there + step[1]
    return found


def printed_on(document: pypdfium2.PdfDocument, sheet: int) -> list[Printed]:
    """Return what is printed on a sheet in the order in which it was set, without blanks. sheet: from 1."""
    page = document[sheet - 1]
    words = page.get_textpage()
    try:
        height = page.get_height()
        chars = [chr(pdfium.FPDFText_GetUnicode(words.raw, at)) for at in range(words.count_chars())]
        seen = [at for at, char in enumerate(chars) if not char.isspace() and char > " "]
        return [_character(words, at, chars[at], sheet=sheet, height=height) for at in seen]
    finally:
        words.close()
        page.close()


def _character(words: pypdfium2.PdfTextPage, at: int, char: str, *, sheet: int, height: float) -> Printed:
    left, bottom, right, top = words.get_charbox(at, loose=True)
    return Printed(
        char=char,
        sheet=sheet,
        left=left * _MICROMETRES,
        right=right * _MICROMETRES,
        top=(height - top) * _MICROMETRES,
        bottom=(height - bottom) * _MICROMETRES,
    )
