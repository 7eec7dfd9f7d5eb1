"""The reader of typing errors: characters that stand badly with their neighbours, where another one fits.

It is slower than the rules (some milliseconds a paragraph) and runs beside typing, see editor/checks/doubted.py.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from heapq import nlargest
from math import log1p
from typing import NamedTuple

from editor.text.characters import is_han
from editor.text.segments import words_of
from editor.text.typing.changes import doubled, is_plain, is_word, sounded, swapped
from editor.text.typing.confusable import taken_for
from editor.text.typing.idioms import near_idioms
from editor.text.typing.left_out import left_out
from editor.text.typing.line import MARGIN, PAIRED, STANDS, STOOD, WORDS, Line, line_of
from editor.text.typing.model import model
from editor.text.typing.names import name_spans, places_named
from resources import resource

# how much likelier the other character has to be, in about natural logs; measured by bench_typos
DOUBTFUL = 20.0
# from here on it is said loudly: of 3,680 clean sentences none came near (bench_typos)
CERTAIN = 30.0
# where the scale of the others begins
_SCALE = DOUBTFUL
# a character that fits its neighbours at least so well is not looked at; another one has to fit so much better
_FITS, _BETTER = -11.0, 3.0
# two characters that stood together no more often are none; what it counts when they become a word, and how often that
# stood for one more
_BROKEN, _WORD_MENDED, _OFTEN = 2, 2.0, 100
# how often the other character must have stood in the same pair
_PAIRS = 5
# of swapped characters, words of the same sound and doubled ones: from which weight on one is doubtful, and certain
_SWAPPED, _SOUNDED, _DOUBLED = (14.5, 19.5), (16.5, 21.0), (11.5, 17.0)
_LEFT_OUT = (13.5, 24.0)
# of so many characters that fit best the words are compared
_TRIED = 3
# what stands so often in the same neighbourhood is meant
_USUAL = 3
# provinces and cities by one character stand beside anything
_ABBREVIATIONS = frozenset("京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀黔滇陕甘陇青台蒙桂藏宁新港澳穗深甬蓉")
# elements and substances stand alone, and are no slip of the pen for what sounds like them
_SUBSTANCES = frozenset(
    "氢氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩钾钙钪钛钒铬锰铁钴镍铜锌镓锗砷硒溴氪铷锶钇锆铌钼钯银镉铟锡锑碲碘铯钡镧铈镨钕钐铕铽镝钬铒镱钨铂金汞铊铅铋铀钍氨苯烷烯炔醇醛酮酸酯酚醚碱"
)
# words of speech, which laws hardly have
_SPOKEN = frozenset("它她他你我您这那也都还就又很太怕吗呢吧啊")
_BESIDE = 2


class Doubt(NamedTuple):
    """Characters that may be others. at, size: where they stand; becomes: the others; weight: how much likelier."""

    at: int
    becomes: str
    weight: float
    size: int = 1

    @property
    def end(self) -> int:
        """The place behind the characters."""
        return self.at + self.size


@lru_cache(maxsize=4096)
def doubts(text: str) -> tuple[Doubt, ...]:
    """Return the doubtful characters of a text, of those that stand together the most doubtful one."""
    line, alone = line_of(text, model()), _alone(text)
    found = [one for one in (*_found(line, alone), *_changes(line, alone), *_idioms(text)) if one.weight >= DOUBTFUL]
    return tuple(
        one for one in found if not any(other.weight > one.weight and _are_beside(one, other) for other in found)
    )


def _are_beside(one: Doubt, other: Doubt) -> bool:
    return one.at - _BESIDE < other.end and other.at < one.end + _BESIDE


def _changes(line: Line, alone: set[int]) -> Iterator[Doubt]:
    """Yield doubts about more than one character, their weights on the scale of those about one."""
    kinds = (
        (swapped(line), _SWAPPED),
        (sounded(line), _SOUNDED),
        (doubled(line), _DOUBLED),
        (left_out(line, alone), _LEFT_OUT),
    )
    for found, (doubtful, certain) in kinds:
        for one in found:
            weight = _SCALE + (one.weight - doubtful) * (CERTAIN - _SCALE) / (certain - doubtful)
            yield Doubt(one.start, one.becomes, weight, one.end - one.start)


def _idioms(text: str) -> Iterator[Doubt]:
    """Yield what is nearly an idiom: doubtful, since some have two forms."""
    for one in near_idioms(text):
        yield Doubt(one.start, one.right, CERTAIN - 1, len(one.wrong))


def unusual(text: str, around: str) -> tuple[Doubt, ...]:
    """Return the doubtful characters of a text that are usual neither around it nor in words and names.

    around: the issue, and what the office has printed.
    """
    found = doubts(text)
    if not found:
        return ()
    known = (*name_spans(text), *_known_words(text), *_places(text, around))
    return tuple(
        one
        for one in found
        if not any(start < one.end and one.at < end for start, end in known)
        and around.count(text[max(0, one.at - 1) : one.end + 1]) < _USUAL
    )


def _known_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a text has words that are newer than the texts of the model."""
    yield from (match.span() for match in _new_words().finditer(text))


def _places(text: str, around: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a text has the name of a place of those around it."""
    for name in places_named(around):
        if name in text:
            yield from (match.span() for match in re.finditer(name, text))


@cache
def _new_words() -> re.Pattern[str]:
    """Return the words that came up later than the texts that the model was made from."""
    words = resource("typing/new_words.txt").read_text(encoding="utf-8").split()
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def stretch(text: str, doubt: Doubt) -> tuple[str, str]:
    """Return the words around doubtful characters as they stand, and with the others."""
    start, end = max(0, doubt.at - 1), doubt.end + 1
    while start < doubt.at and not is_han(text[start]):
        start += 1
    while end > doubt.end and not is_han(text[end - 1 : end]):
        end -= 1
    return text[start:end], text[start : doubt.at] + doubt.becomes + text[doubt.end : end]


def _found(line: Line, alone: set[int]) -> Iterator[Doubt]:
    for at in range(2, len(line.text) - 2):
        if at - len(MARGIN) in alone and _is_open(line.text, at):
            base = sum(line.fits[at : at + 3])
            doubt = _better(line, at, base) if base <= _FITS else None
            if doubt:
                yield doubt._replace(weight=doubt.weight + _mended(line, alone, doubt))


def _mended(line: Line, alone: set[int], doubt: Doubt) -> float:
    """Return what it counts that two characters of no word, which hardly ever stand together, become a word."""
    at, text, most = doubt.at + len(MARGIN), line.text, 0.0
    for left in (at - 1, at):
        if not {left - len(MARGIN), left + 1 - len(MARGIN)} <= alone:
            continue
        word = text[left:at] + doubt.becomes + text[at + 1 : left + 2]
        if line.counts.pair_count(line.pairs[left + 1]) <= _BROKEN and is_word(word):
            often = line.counts.pair_count(line.counts.pair(word[0], word[1])) >= _OFTEN
            most = max(most, _WORD_MENDED + often)
    return most


def _alone(text: str) -> set[int]:
    """Return the places of the hanzi that belong to no word of two or more."""
    found, at = set(), 0
    for word in words_of(text):
        if len(word) == 1:
            found.add(at)
        at += len(word)
    return found


def _is_open(line: str, at: int) -> bool:
    """Return whether a character is a hanzi beside another one, and none that stands beside anything."""
    char = line[at]
    return (
        is_plain(char)
        and char not in _ABBREVIATIONS
        and char not in _SPOKEN
        and char not in _SUBSTANCES
        and (is_han(line[at - 1]) or is_han(line[at + 1]))
    )


def _better(line: Line, at: int, base: float) -> Doubt | None:
    """Return the character that fits best in place of one, None where none is known to stand there.

    It counts how much better its neighbours like it, how much more usual the words around become, and how often either
    has stood there.
    """
    text, pairs, counts = line.text, line.pairs, line.counts
    last, following, next_one = text[at - 1], text[at + 1], text[at + 2]
    before, after = pairs[at - 1], pairs[at + 2]
    stood = max(
        counts.triple_count(before, text[at]),
        counts.triple_count(pairs[at], following),
        counts.triple_count(pairs[at + 1], next_one),
    )
    paired = min(counts.pair_count(pairs[at]), counts.pair_count(pairs[at + 1]))
    against = base + STOOD * log1p(stood) + PAIRED * log1p(paired)
    found: list[tuple[float, str]] = []
    for char in taken_for(text[at]):
        left, right = counts.pair(last, char), counts.pair(char, following)
        if (left < 0 and right < 0) or max(counts.pair_count(left), counts.pair_count(right)) < _PAIRS:
            continue
        # none of the logs is above 0: what falls behind early stays there
        weight = counts.fit(before, last, left, char)
        if weight - base >= _BETTER:
            weight += counts.fit(left, char, right, following)
        if weight - base >= _BETTER:
            weight += counts.fit(right, following, after, next_one)
        if weight - base >= _BETTER:
            stands = max(
                counts.triple_count(before, char),
                counts.triple_count(left, following),
                counts.triple_count(right, next_one),
            )
            found.append((weight - against + STANDS * log1p(stands), char))
    return _by_words(line, at, nlargest(_TRIED, found))


def _by_words(line: Line, at: int, found: list[tuple[float, str]]) -> Doubt | None:
    """Return the best of characters when the words around count too."""
    if not found:
        return None
    weight, char = max((weight + WORDS * line.cheaper(at, at + 1, char), char) for weight, char in found)
    return Doubt(at - len(MARGIN), char, weight)
