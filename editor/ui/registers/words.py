"""Several words in one field: shown and read with 顿号 between them."""

import re

from editor.model.language import tr

_BREAK = re.compile(r"[、，,；;\n]+")


def joined_words(words: tuple[str, ...]) -> str:
    """Return words as a field shows them."""
    return tr("、").join(words)


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a field."""
    return tuple(word for part in _BREAK.split(text) if (word := part.strip()))
