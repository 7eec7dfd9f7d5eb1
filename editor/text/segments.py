"""Chinese text as words, by a list of words with their costs: the cheapest way through a text (see resources/words).

The list is read on first use (a millisecond); the words of a first character when one is met.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from editor.text.characters import is_han
from resources import resource

# letters of the list are steps of five, from thirty on
_LETTER, _STEP, _FIRST = ord("a"), 5, 6
_UNKNOWN = 150
# what holds together whatever the list says: numbers with the word that counts, Latin words, addresses
_COUNTED = (
    "年度|季度|个月|部门|万元|亿元|小时|公里|部委|单位"
    "|[年月日号期批次届个项条件家只名人种类章节级岁倍元吨米亩天周轮辑版所]"
)
_WHOLE = re.compile(
    rf"第[一二三四五六七八九十百千万\d]+(?:{_COUNTED})?|[一二三四五六七八九十百千万亿两]+(?:{_COUNTED})"
    rf"|\d+(?:[.．,，]\d+)*(?:[—–～~-]+\d+)*(?:[％%‰]|[万亿](?:{_COUNTED})?|{_COUNTED})?"
    r"|[!-~]*[0-9A-Za-z\u00c0-\u024f][!-~\u00c0-\u024f]*"
)


class Way(NamedTuple):
    """A text of hanzi as words. cost: the sum of theirs, the lower the more usual."""

    cost: int
    words: tuple[str, ...]


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """Return text cut into words; joined they are the text again."""
    parts: list[str] = []
    at = 0
    for match in _WHOLE.finditer(text):
        parts.extend(_plain_words(text[at : match.start()]))
        parts.append(match.group())
        at = match.end()
    return *parts, *_plain_words(text[at:])


def word_ends(text: str) -> frozenset[int]:
    """Return the places (code points) between two words of a text."""
    ends, at = [], 0
    for word in words_of(text):
        at += len(word)
        ends.append(at)
    return frozenset(ends[:-1])


def _plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without numbers and Latin words."""
    return way_through(text).words


def way_through(text: str) -> Way:
    """Return the words of a text without numbers and Latin words, by the lowest sum of costs."""
    size = len(text)
    costs, came = [0] + [_UNKNOWN * size + 1] * size, [0] * (size + 1)
    for start, first in enumerate(text):
        cost, (words, lengths) = costs[start], _words(first)
        # what no list has goes character by character
        for length in lengths:
            end = start + length
            if end > size:
                break
            known = words.get(text[start + 1 : end], _UNKNOWN if length == 1 else None)
            if known is not None and cost + known < costs[end]:
                costs[end], came[end] = cost + known, start
    found, end = [], size
    while end:
        found.append(text[came[end] : end])
        end = came[end]
    return Way(costs[-1], tuple(found[::-1]))


@cache
def _words(first: str) -> tuple[dict[str, int], tuple[int, ...]]:
    """Return what may follow a first character in a word, with its cost; and the lengths of words, one included."""
    row = _rows().get(first, "") if is_han(first) else ""
    words = {entry[:-1]: (ord(entry[-1]) - _LETTER + _FIRST) * _STEP for entry in row.split(" ") if entry}
    return words, tuple(sorted({1, *(len(rest) + 1 for rest in words)}))


@cache
def _rows() -> dict[str, str]:
    lines = resource("words/words.txt").read_text(encoding="utf-8").splitlines()
    return {line[0]: line[1:] for line in lines}
