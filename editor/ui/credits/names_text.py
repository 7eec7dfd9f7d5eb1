"""Names as they are typed or pasted."""

import re

from editor.model.credits import NameKind
from editor.text.characters import is_han
from editor.text.sanitise import sanitise

_MARKS = re.compile(r"[、，,；;\n\t]+")


def typed_names(text: str, kind: NameKind) -> tuple[str, ...]:
    """Return the names that a text lists, without typed blanks: 杨　婷 is one person, 张三 李四 are two."""
    parts = (part for piece in _MARKS.split(sanitise(text)) for part in _people_in(piece, kind))
    return tuple(part for part in parts if part)


def _people_in(piece: str, kind: NameKind) -> tuple[str, ...]:
    words = piece.split()
    if kind is NameKind.ORGANISATION or not all(is_han(char) or char == "·" for word in words for char in word):
        return (" ".join(words),)
    if any(len(word) == 1 for word in words):
        return ("".join(words),)
    return tuple(words)
