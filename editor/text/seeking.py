"""Finding names by their characters, their pinyin or its initials, in any mixture."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from editor.text.pinyin import readings

_MOST_LETTERS = 64
_LETTERS = re.compile("[a-z]")
_LEFT_OUT = str.maketrans({"'": None, "’": None, "ü": "v"})
_DOUBLE = ("zh", "ch", "sh")
_SMALL = frozenset("与和及或的了之里")
Readings = Callable[[str], tuple[str, ...]]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A name prepared for search. whole: spellings of each character; pieces: what each may be typed as, longest first.

    firsts: the first letters of each; small: whether the name has small words such as 与.
    """

    plain: str
    whole: tuple[tuple[str, ...], ...]
    pieces: tuple[tuple[str, ...], ...]
    firsts: tuple[str, ...]
    small: bool


def matches(typed: str, text: str) -> Spans | None:
    """Return the spans of a name that match what was typed (blanks do not count), None where it does not match.

    Punctuation, blanks and small words of the name may be left out (rydw finds 人员与单位), and the end of the last
    reading: daoch finds 导出. ü is typed as v or u, ’ may be left out. An empty input matches nothing. Pinyin is
    looked up only where letters were typed.
    """
    word = "".join(_folded(typed).translate(_LEFT_OUT).split())[:_MOST_LETTERS]
    if not word:
        return None
    places = _seek(word, _spell(text, readings if _LETTERS.search(word) else _unread))
    return _spans(places) if places else None


@lru_cache(maxsize=20_000)
def _spell(text: str, read: Readings) -> _Spelled:
    whole = tuple(_spellings(char, read) for char in text)
    plain = "".join(spellings[0] for spellings in whole)
    small = not _SMALL.isdisjoint(text)
    return _Spelled(plain, whole, tuple(map(_pieces, whole)), tuple(map(_firsts, whole)), small)


def _seek(word: str, name: _Spelled) -> tuple[int, ...] | None:
    return _walk(word, name, small=False) or (_walk(word, name, small=True) if name.small else None)


def _walk(word: str, name: _Spelled, *, small: bool) -> tuple[int, ...] | None:
    """Return the first places that match. small: small words may be skipped."""
    dead: set[tuple[int, str]] = set()
    starts = [at for at, letters in enumerate(name.firsts) if word[0] in letters]
    # matches of the character itself come before matches of its pinyin
    for at in sorted(starts, key=lambda at: name.whole[at][0][:1] != word[:1]) if word in name.plain else starts:
        places = _from(at, word, name, dead, small=small)
        if places:
            return places
    return None


def _from(at: int, word: str, name: _Spelled, dead: set[tuple[int, str]], *, small: bool) -> tuple[int, ...]:
    """Return the places of a word that begins here, empty for none. dead: places and rests already tried in vain."""
    if at == len(name.whole) or (at, word) in dead:
        return ()
    if any(spelling.startswith(word) for spelling in name.whole[at]):
        return (at,)
    for piece in name.pieces[at]:
        rest = word.removeprefix(piece)
        if rest == word:
            continue
        for after in _nexts(at, rest, name, small=small):
            places = _from(after, rest, name, dead, small=small)
            if places:
                return (at, *places)
    dead.add((at, word))
    return ()


def _nexts(at: int, rest: str, name: _Spelled, *, small: bool) -> Iterator[int]:
    """Yield the places where the match may go on: marks and blanks are skipped unless typed, small words if small."""
    at += 1
    while at < len(name.whole):
        char = name.whole[at][0][:1]
        if char.isalnum() or char == rest[:1]:
            yield at
            if not small or char not in _SMALL:
                return
        at += 1


@cache
def _spellings(char: str, read: Readings) -> tuple[str, ...]:
    return _folded(char), *read(char)


@cache
def _firsts(spellings: tuple[str, ...]) -> str:
    return "".join(one[:1] for one in spellings)


@cache
def _pieces(spellings: tuple[str, ...]) -> tuple[str, ...]:
    char, *read = spellings
    initials = [one[:1] for one in read] + [one[:2] for one in read if one.startswith(_DOUBLE)]
    return tuple(sorted({char, *read, *initials}, key=lambda one: (-len(one), one)))


def _folded(text: str) -> str:
    """Return text without regard to width and case; blanks stay."""
    return unicodedata.normalize("NFKC", text).casefold()


def _unread(_char: str) -> tuple[str, ...]:
    return ()


def _spans(places: tuple[int, ...]) -> Spans:
    spans: list[tuple[int, int]] = []
    for at in places:
        if spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return tuple(spans)
