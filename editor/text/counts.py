"""Counts the Chinese way: 字数 as Word counts it."""

import re

from editor.text.characters import is_han

_CURLY = frozenset("“”‘’…—·")
_WORD = re.compile(r"\S+")


def count_characters(text: str) -> int:
    """Return the 字数: Han characters, full-width and curly marks one each, other runs of non-blanks one each."""
    spaced = "".join(" " if _counts_alone(char) else char for char in text)
    return sum(map(_counts_alone, text)) + len(_WORD.findall(spaced))


def _counts_alone(char: str) -> bool:
    code = ord(char)
    return is_han(char) or char in _CURLY or 0x3001 <= code <= 0x303F or 0xFF01 <= code <= 0xFF60
