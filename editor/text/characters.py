"""Classes of characters and comparison without regard to width and blanks."""

import functools
import re
import unicodedata

TERMINAL = "。！？；：…”）!?;:"
_CURLY = frozenset("“”‘’…—·")
PAIRS = {"（": "）", "《": "》", "“": "”", "【": "】", "〈": "〉", "(": ")"}


def is_han(char: str) -> bool:
    """Return whether char is an ideograph, the extensions included; false for an empty string."""
    code = ord(char) if char else 0
    return (
        0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF
    )


def is_full_width(char: str) -> bool:
    """Return whether char takes a square in Chinese text: an ideograph, a full-width or a curly mark."""
    code = ord(char)
    return is_han(char) or char in _CURLY or 0x3001 <= code <= 0x303F or 0xFF01 <= code <= 0xFF60


@functools.cache
def full_width() -> re.Pattern[str]:
    """Return what matches a character of is_full_width, for whole texts. Compiled when asked for: it takes 3 ms."""
    return re.compile("[\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff“”‘’…—·]")


def fold(text: str) -> str:
    """Return text for comparison: full and half width alike, no blanks, lower case."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if not char.isspace()).casefold()


def ends_sentence(text: str) -> bool:
    """Return whether the text ends like a sentence."""
    return text.rstrip()[-1:] in TERMINAL


def join(left: str, right: str) -> str:
    """Return two parts of a broken line joined, with a blank only between Latin words."""
    latin = left[-1:].isascii() and left[-1:].isalnum() and right[:1].isascii() and right[:1].isalnum()
    return f"{left} {right}" if latin else left + right
