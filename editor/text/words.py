"""Words as a double click selects them. There is no dictionary: Chinese between two marks is one word."""

import re

_WORD = re.compile(
    r"""
    [A-Za-z0-9\u00c0-\u024f]+ (?:[.,:/@'’_%+-]+ [A-Za-z0-9\u00c0-\u024f]+)* %?
    | [\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+
    | \s+
    | .
    """,
    re.VERBOSE,
)


def word_at(text: str, place: int) -> tuple[int, int]:
    """Return start and end (code points) of the word that the character at a place belongs to."""
    for found in _WORD.finditer(text):
        if found.start() <= place < found.end():
            return found.span()
    return place, place
