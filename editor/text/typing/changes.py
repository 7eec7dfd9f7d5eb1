"""Typing errors of more than one character: two that changed places, a word for another of its sound, one too many."""

from collections.abc import Iterator
from typing import NamedTuple

from editor.text.segments import words_of
from editor.text.typing.homophones import homophones
from editor.text.typing.line import MARGIN, Line

# characters that fit their neighbours at least so well are not looked at
_SWAPPED_FITS, _SOUNDED_FITS, _DOUBLED_FITS = -15.0, -14.0, -7.0
# other characters have to fit so much better
_SWAPPED_BETTER, _SOUNDED_BETTER, _DOUBLED_BETTER = 8.0, 4.0, 3.0
# how often the other pair must have stood
_PAIRS = 20
# words of one character that follow a word
_FREE = frozenset("的地得了和与及等在为是将把对以并要")


class Change(NamedTuple):
    """Characters that may be others. start, end: their places in the text; weight: how much likelier the others are."""

    start: int
    end: int
    becomes: str
    weight: float


def swapped(line: Line) -> Iterator[Change]:
    """Yield pairs of characters that stand better the other way round: 展发."""
    text, fits = line.text, line.fits
    for at in range(2, len(text) - 3):
        if sum(fits[at : at + 4]) > _SWAPPED_FITS:
            continue
        first, second = text[at], text[at + 1]
        if first == second or not (is_plain(first) and is_plain(second)):
            continue
        if line.counts.pair_count(line.counts.pair(second, first)) >= _PAIRS:
            yield from _change(line, at, at + 2, second + first, _SWAPPED_BETTER)


def sounded(line: Line) -> Iterator[Change]:
    """Yield words that were typed for others of the same sound: 组织事实."""
    text, fits, words = line.text, line.fits, homophones()
    for at in range(2, len(text) - 3):
        others = words.get(text[at : at + 2], ())
        if not others or sum(fits[at : at + 4]) > _SOUNDED_FITS:
            continue
        usual = (one for one in others if line.counts.pair_count(line.counts.pair(one[0], one[1])) >= _PAIRS)
        found = [change for one in usual for change in _change(line, at, at + 2, one, _SOUNDED_BETTER)]
        if found:
            yield max(found, key=lambda one: one.weight)


def doubled(line: Line) -> Iterator[Change]:
    """Yield a character of a word of two that stands once more before or behind it: 领导领."""
    text, fits = line.text, line.fits
    for at in range(2, len(text) - 2):
        char = text[at]
        if not (char in text[at - 2 : at] or char in text[at + 1 : at + 3]) or not is_plain(char):
            continue
        if sum(fits[at : at + 3]) <= _DOUBLED_FITS and _is_one_more(line, at):
            yield from _change(line, at, at + 1, "", _DOUBLED_BETTER)


def _is_one_more(line: Line, at: int) -> bool:
    """Return whether a character is also one of the word beside it, and belongs to no word on its other side.

    Behind a word another word or a mark has to follow: of 问责问效 and 千人千面 nothing is left out.
    """
    text = line.text
    before, behind, last, following = text[at - 2 : at], text[at + 1 : at + 3], text[at - 1], text[at + 1]
    if text[at] in before and is_word(before):
        is_over = not is_plain(following) or is_word(behind) or following in _FREE
        return (is_over and not line.begins(at)) or (last == text[at] and line.is_seen(before + following))
    return text[at] == following and is_word(behind) and (not line.ends(at) or line.is_seen(last + behind))


def is_plain(char: str) -> bool:
    """Return whether a character is a hanzi that words are made of."""
    return "\u4e00" <= char <= "\u9fff"


def is_word(text: str) -> bool:
    """Return whether two characters are a word of the list."""
    return len(text) > 1 and words_of(text) == (text,)


def _change(line: Line, start: int, end: int, other: str, least: float) -> Iterator[Change]:
    gain = line.gain(start, end, other, least)
    if gain >= least:
        yield Change(start - len(MARGIN), end - len(MARGIN), other, line.weight(start, end, other, gain))
