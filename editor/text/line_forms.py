"""What a line is by its form: a heading, an item of a list, the rest of the line before."""

import re
from itertools import pairwise

from editor.text.characters import ends_sentence, is_han
from editor.text.joining import Whole

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_HEADINGS = (
    re.compile(rf"{_NUMERAL}、\s*\S.{{0,28}}"),
    re.compile(rf"[（(]{_NUMERAL}[）)]\s*\S.{{0,28}}"),
    re.compile(r"\d{1,2}(?:[.．](?!\d)|、)\s*\S.{0,28}"),
)
_BULLET = re.compile(r"(?:[•●■◆▪‣◦]\s*|[-*·]\s+)(?=\S)")
_COUNTED = re.compile(r"(\d{1,3})(?:[.．)）](?!\d)|、)\s*(?=\S)")
_INSIDE = re.compile("[。；！？]")
_BROKEN_LENGTH = 30
_LONGEST_ROW, _FEWEST_CELLS, _LONGEST_LABEL = 80, 3, 10
_MARKS = "，。；：！？、,;:"
# characters, with number, marks of bold text and blanks
_LONGEST_HEADING = 200


def heading_level(line: str) -> int:
    """Return the level of a typed heading: 1 to 3 for 一、 （一） 1. with up to 29 characters, 0 for other lines."""
    level = next((level for level, form in enumerate(_HEADINGS, 1) if form.fullmatch(line)), 0)
    return 0 if level and (ends_sentence(line) or _INSIDE.search(line)) else level


def bullet(line: str) -> int | None:
    """Return where the text of a bulleted line begins, blanks at its start left out; None for other lines."""
    found = _BULLET.match(line.strip())
    return found.end() if found else None


def typed_number(line: str) -> tuple[int, int]:
    """Return the number that a line begins with, 1. 1) 1、, and where its text begins; 0 and 0 for other lines."""
    found = _COUNTED.match(line.strip())
    return (int(found[1]), found.end()) if found else (0, 0)


def is_row(line: str) -> bool:
    """Return whether a line is the row of a table whose cells became words between blanks: 东山区 12 35.6 48%.

    Blanks between hanzi and numbers alone are only a style; at least one parts hanzi from hanzi, or numbers.
    """
    bare = line.strip()
    if len(bare) > _LONGEST_ROW or _INSIDE.search(bare):
        return False
    fields = bare.split()
    alike = sum(_kind(left[-1]) == _kind(right[0]) != "" for left, right in pairwise(fields))
    return len(fields) >= _FEWEST_CELLS and alike >= (_FEWEST_CELLS if "，" in bare else 1)


def _kind(char: str) -> str:
    """Return whether a character is a hanzi or part of a number; empty for Latin letters, whose words have blanks."""
    return "hanzi" if is_han(char) else "number" if char in "0123456789.%％-—+" else ""


def is_label(line: str) -> bool:
    """Return whether a line is so short, and without a mark at its end, that it labels something: a cell, a place."""
    bare = line.strip()
    return 0 < len(bare) <= _LONGEST_LABEL and is_han(bare[-1]) and not any(char in bare for char in _MARKS)


def continues(before: Whole, line: str) -> bool:
    """Return whether a line goes on with the text before, which a page or a mail broke.

    It does where that has 30 characters or more without an end of sentence, or leaves a bracket open.
    """
    if before.ends_sentence or "\t" in line or is_row(line) or is_row(before.tail):
        return False
    if is_label(line) and not before.is_open:
        return False
    if before.length <= _LONGEST_HEADING and heading_level(str(before).strip().replace("**", "")):
        return False
    begins = bullet(line) is not None or typed_number(line)[0] or heading_level(line.strip().replace("**", ""))
    return not begins and (before.length >= _BROKEN_LENGTH or before.is_open)
