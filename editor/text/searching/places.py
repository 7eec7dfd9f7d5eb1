"""Where searched words stand in a text, and the piece of it that is shown."""

import re
from collections.abc import Iterable, Sequence

_BEFORE, _LONGEST = 24, 92
Spans = tuple[tuple[int, int], ...]


def pattern_of(terms: Iterable[tuple[str, bool]]) -> re.Pattern[str] | None:
    """Return what finds terms in a text as it was written; None for no terms. Each term with whether it is a beginning.

    A Latin word stands by itself; full-width letters of the text are found too.
    """
    known = sorted({term: begins for term, begins in terms if term}.items(), key=lambda one: -len(one[0]))
    found = [_pattern(term, begins=begins) for term, begins in known]
    return re.compile("|".join(found), re.IGNORECASE) if found else None


def places(pattern: re.Pattern[str] | None, text: str) -> Spans:
    """Return start and end of each place, ascending."""
    return tuple(match.span() for match in pattern.finditer(text)) if pattern else ()


def snippet(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, Spans]:
    """Return a piece of a text of about two lines that begins shortly before the first place, and the places in it."""
    first = spans[0][0] if spans else 0
    start = 0 if first <= _BEFORE * 2 else first - _BEFORE
    end = min(len(text), start + _LONGEST)
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(head) - start
    inside = tuple((at + shift, min(to, end) + shift) for at, to in spans if start <= at < end)
    return head + text[start:end].replace("\n", " ") + tail, inside


def _pattern(term: str, *, begins: bool) -> str:
    written = "".join(_either(char) for char in term)
    before = r"(?<![^\W_\u3400-\u9fff])" if term[0].isascii() and term[0].isalnum() else ""
    after = r"(?![^\W_\u3400-\u9fff])" if term[-1].isascii() and term[-1].isalnum() and not begins else ""
    return before + written + after


def _either(char: str) -> str:
    """Return what finds a character in half and in full width."""
    if char.isspace():
        return r"\s*"
    wide = chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char
    return re.escape(char) if wide == char else f"[{re.escape(char)}{wide}]"
