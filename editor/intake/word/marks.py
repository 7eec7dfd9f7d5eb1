"""Where comments begin and end, as invisible marks in the text while it is read: so they move with it.

The marks are noncharacters, which cleaning takes out of every text that comes in, so that none is mistaken for one.
"""

import re

_BEGIN, _END, _POINT = "\ufde0", "\ufde1", "\ufde2"
_DIGITS = "".join(map(chr, range(0xFDD0, 0xFDE0)))
MARK = re.compile("([\ufde0-\ufde2])([\ufdd0-\ufddf]{4})")


def begin_mark(number: int) -> str:
    """Return the mark of a comment's beginning. number: of the comment, below 65,536."""
    return _mark(_BEGIN, number)


def end_mark(number: int) -> str:
    """Return the mark of a comment's end."""
    return _mark(_END, number)


def point_mark(number: int) -> str:
    """Return the mark of where a comment's sign stands, for one without a beginning and an end."""
    return _mark(_POINT, number)


def bare(text: str) -> str:
    """Return text without marks."""
    return MARK.sub("", text) if _BEGIN in text or _END in text or _POINT in text else text


def marks_in(text: str) -> list[tuple[str, int, int]]:
    """Return kind (begin, end, point), comment and place of every mark; places count without the marks."""
    made, taken = [], 0
    for match in MARK.finditer(text):
        number = int("".join(f"{ord(digit) - 0xFDD0:x}" for digit in match[2]), 16)
        made.append((_KINDS[match[1]], number, match.start() - taken))
        taken += len(match[0])
    return made


_KINDS = {_BEGIN: "begin", _END: "end", _POINT: "point"}


def _mark(kind: str, number: int) -> str:
    return kind + "".join(_DIGITS[int(digit, 16)] for digit in f"{number:04x}")
