"""Counts the Chinese way: 字数 as Word counts it."""

import re

from editor.model.body import ANCHOR
from editor.text.characters import full_width

_WORD = re.compile(r"\S+")


def count_characters(text: str) -> int:
    """Return the 字数: Han characters, full-width and curly marks one each, other runs of non-blanks one each.

    Anchors of footnotes are no characters; their words count where they stand.
    """
    spaced, squares = full_width().subn(" ", text.replace(ANCHOR, ""))
    return squares + len(_WORD.findall(spaced))
