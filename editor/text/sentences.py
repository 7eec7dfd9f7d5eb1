"""Where the sentences of a paragraph end, for abridging: the parts, joined, are the paragraph again.

A sentence ends behind 。！？；…… with what closes there: quotation marks, brackets, the anchor of a footnote, blanks.
What stands between quotation marks, in brackets or between 《》 is not cut (GB/T 15834 4.1 to 4.3, 4.8).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from editor.model.body import ANCHOR
from editor.text.characters import is_full_width
from editor.text.links import mask_links
from editor.text.quotes import quotes_to_pair

_ENDS, _HALF_ENDS = "。！？；…\n\u2028", "!?;"
_PAIRS = dict(zip("“‘（《「『【〔〈([", "”’）》」』】〕〉)]", strict=True))
_CLOSINGS = frozenset(_PAIRS.values())
_GOES_ON = "，、：；。！？…,:;·—”’）》」』】〕〉)"
# a question or a cry that is quoted ends its sentence where it is told as speech: 他问：“去吗？”
_STOPS, _CRIES = "。\n", "！？…!?"
_QUOTES = "“‘「『"
# not between digits: 3,615
_PAUSES = re.compile(r"[，、：；—]+|(?<=[^\d\s]),")
_MARKS = re.compile("[。！？；…!?;\n\u2028]")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph in order; none of an empty one."""
    ends = sentence_ends(text)
    return tuple(text[start:end] for start, end in pairwise((0, *ends)))


def clause_ends(sentence: str) -> tuple[int, ...]:
    """Return where the clauses of a sentence end, behind ，、：； and the like; the last one is its length."""
    ends = [match.end() for match in _PAUSES.finditer(mask_links(sentence))]
    return (*(end for end in ends if end < len(sentence)), len(sentence)) if sentence else ()


def sentence_ends(text: str) -> tuple[int, ...]:
    """Return where the sentences of a paragraph end, code points; the last one is its length."""
    if not text:
        return ()
    ends = dict.fromkeys(_ends(mask_links(text))) if _MARKS.search(text) else {}
    return (*(end for end in ends if end < len(text)), len(text))


def _ends(text: str) -> Iterator[int]:
    partner = _partners(text)
    at = 0
    while at < len(text):
        if at in partner:
            close = partner[at]
            if _quotation_ends(text, at, close):
                end = _behind(text, close + 1)
                if not _goes_on(text, end):
                    yield end
                at = end
            else:
                at = close + 1
            continue
        at += 1
        if _is_end(text, at - 1):
            end = _behind(text, at)
            if text[end - 1] == "\n" or not _goes_on(text, end):
                yield end
            at = end


def _is_end(text: str, at: int) -> bool:
    """Return whether a mark ends a sentence; a half-width one does behind Chinese."""
    return text[at] in _ENDS or (text[at] in _HALF_ENDS and at > 0 and is_full_width(text[at - 1]))


def _behind(text: str, at: int) -> int:
    """Return where what closes a sentence ends: more end marks, what closes, anchors, blanks."""
    while at < len(text) and (text[at] in _CLOSINGS or text[at] == ANCHOR or _is_end(text, at)):
        at += 1
    while at < len(text) and text[at] in " \t\u3000":
        at += 1
    return at


def _goes_on(text: str, at: int) -> bool:
    return text[at : at + 1] in _GOES_ON and at < len(text)


def _quotation_ends(text: str, start: int, close: int) -> bool:
    """Return whether a sentence ends with what stands in brackets or quotation marks, its full stop inside."""
    last = text[start + 1 : close].rstrip("”’」』）》)" + ANCHOR)[-1:]
    if not last:
        return False
    spoken = text[start] in _QUOTES and text[max(start - 1, 0) : start] in ("：", ":")
    return last in _STOPS or (spoken and last in _CRIES)


def _partners(text: str) -> dict[int, int]:
    """Return the place of each closing mark by that of its opening one; what has no partner in the text is left out."""
    found: dict[int, int] = {first: last for (first, _), (last, _) in quotes_to_pair(text)}
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in _PAIRS:
            opened.append(at)
        elif char in _CLOSINGS:
            match = next((place for place in reversed(opened) if _PAIRS[text[place]] == char), None)
            if match is not None:
                found[match] = at
                del opened[opened.index(match) :]
    return found
