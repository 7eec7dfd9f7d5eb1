"""The reader of typing errors: characters that stand badly with their neighbours, where another one fits.

It is slower than the rules (some milliseconds a paragraph) and runs beside typing, see editor/checks/doubted.py.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from editor.text.characters import is_han
from editor.text.segments import words_of
from editor.text.typing.confusable import taken_for
from editor.text.typing.model import Model, model
from editor.text.typing.names import name_spans
from resources import resource

# how much likelier the other character has to be, as a natural log; measured by bench_typos
DOUBTFUL = 13.0
# a character that fits its neighbours at least so well, or that stood so often between them, is not looked at
_FITS, _STOOD = -15.0, 8
# how often the other character must have stood in the same pair, and in the same triple
_PAIRS, _TRIPLES = 5, 2
_MARGIN = "\n\n"
_DIGIT, _LATIN = re.compile("[0-9０-９]"), re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
# what stands so often in the same neighbourhood is meant
_USUAL = 3
# provinces and cities by one character stand beside anything
_ABBREVIATIONS = frozenset("京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀黔滇陕甘陇青台蒙桂藏宁新港澳穗深甬蓉")
# words of speech, which laws hardly have
_SPOKEN = frozenset("它她他你我您这那也都还就又很太怕吗呢吧啊")
_BESIDE = 2


class Doubt(NamedTuple):
    """A character that may be another. at: its place; becomes: the other; weight: how much likelier that is."""

    at: int
    becomes: str
    weight: float


@lru_cache(maxsize=4096)
def doubts(text: str) -> tuple[Doubt, ...]:
    """Return the doubtful characters of a text, of those that stand together the most doubtful one."""
    found = [one for one in _found(text, model()) if one.weight >= DOUBTFUL]
    return tuple(
        one
        for one in found
        if not any(other.weight > one.weight and abs(other.at - one.at) <= _BESIDE for other in found)
    )


def unusual(text: str, around: str) -> tuple[Doubt, ...]:
    """Return the doubtful characters of a text that are usual neither around it nor in words and names.

    around: the issue, and what the office has printed.
    """
    found = doubts(text)
    if not found:
        return ()
    known = (*name_spans(text), *_known_words(text))
    return tuple(
        one
        for one in found
        if not any(start <= one.at < end for start, end in known)
        and around.count(text[max(0, one.at - 1) : one.at + 2]) < _USUAL
    )


def _known_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a text has words of two or more characters of the lists of words."""
    yield from (match.span() for match in _new_words().finditer(text))
    at = 0
    for word in words_of(text):
        if len(word) > 1:
            yield at, at + len(word)
        at += len(word)


@cache
def _new_words() -> re.Pattern[str]:
    """Return the words that came up later than the texts that the model was made from."""
    words = resource("typing/new_words.txt").read_text(encoding="utf-8").split()
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def stretch(text: str, doubt: Doubt) -> tuple[str, str]:
    """Return the words around a doubtful character as they stand, and with the other one."""
    start, end = max(0, doubt.at - 1), doubt.at + 2
    while start < doubt.at and not is_han(text[start]):
        start += 1
    while end > doubt.at + 1 and not is_han(text[end - 1 : end]):
        end -= 1
    return text[start:end], text[start : doubt.at] + doubt.becomes + text[doubt.at + 1 : end]


def _found(text: str, counts: Model) -> Iterator[Doubt]:
    line = f"{_MARGIN}{_LATIN.sub('A', _DIGIT.sub('0', text))}{_MARGIN}"
    pairs = [-1, *(counts.pair(line[at - 1], line[at]) for at in range(1, len(line)))]
    fits = [0.0, 0.0]
    fits += [counts.fit(pairs[at - 1], line[at - 1], pairs[at], line[at]) for at in range(2, len(line))]
    for at in range(2, len(line) - 2):
        if fits[at] + fits[at + 1] + fits[at + 2] <= _FITS and _is_doubtful(line, at, pairs, counts):
            doubt = _better(line, at, pairs, sum(fits[at : at + 3]), counts)
            if doubt:
                yield doubt


def _is_doubtful(line: str, at: int, pairs: list[int], counts: Model) -> bool:
    """Return whether a character is a hanzi that seldom stood between its neighbours."""
    char = line[at]
    return (
        "\u4e00" <= char <= "\u9fff"
        and char not in _ABBREVIATIONS
        and char not in _SPOKEN
        and (is_han(line[at - 1]) or is_han(line[at + 1]))
        and counts.triple_count(pairs[at - 1], char) < _STOOD
        and counts.triple_count(pairs[at], line[at + 1]) < _STOOD
        and counts.triple_count(pairs[at + 1], line[at + 2]) < _STOOD
    )


def _better(line: str, at: int, pairs: list[int], base: float, counts: Model) -> Doubt | None:
    """Return the character that fits best in place of one, None where none is known to stand there."""
    last, following, next_one = line[at - 1], line[at + 1], line[at + 2]
    best: Doubt | None = None
    for char in taken_for(line[at]):
        left, right = counts.pair(last, char), counts.pair(char, following)
        if max(counts.pair_count(left), counts.pair_count(right)) < _PAIRS:
            continue
        before, after = pairs[at - 1], pairs[at + 2]
        stood = max(
            counts.triple_count(before, char),
            counts.triple_count(left, following),
            counts.triple_count(right, next_one),
        )
        if stood < _TRIPLES:
            continue
        weight = (
            counts.fit(before, last, left, char)
            + counts.fit(left, char, right, following)
            + counts.fit(right, following, after, next_one)
            - base
        )
        if best is None or weight > best.weight:
            best = Doubt(at - len(_MARGIN), char, weight)
    return best
