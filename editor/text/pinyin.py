"""Pinyin of names and terms: finding by what is typed, and the order of lists.

pypinyin is imported on first use: it takes 0.5 s with its tables (`prepare`).
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator

from editor.text.characters import fold, is_han

Spans = tuple[tuple[int, int], ...]
# surnames read otherwise than the character's first reading; 现代汉语词典 gives them as 姓
_READ = (
    "单:shan 曾:zeng 解:xie 仇:qiu 朴:piao 查:zha 区:ou 盖:ge 翟:zhai 缪:miao 繁:po 员:yun 折:she 召:shao 种:chong "
    "秘:bi 乐:yue 洗:xian 覃:qin 郇:xun 祭:zhai 隗:wei 句:gou 都:du 薄:bo 阚:kan 卜:bu 黑:he 能:nai 那:na "
    "尉迟:yuchi 万俟:moqi 长孙:zhangsun 单于:chanyu 乐正:yuezheng"
)
_SURNAMES = {name: syllables for name, _, syllables in (pair.partition(":") for pair in _READ.split())}
# a reading in fewer words than this is known to few: 王 yu, 方 wang
_LIVING = 2
_DIGRAPHS = ("zh", "ch", "sh")
_LETTERS = re.compile("[a-z]")


def matches(typed: str, text: str) -> Spans | None:
    """Return where text has what was typed, None where it has not.

    typed: characters, full pinyin, initials or a mix of them, without regard to case, width, blanks and ’; ü as v or u.
    A character matches by any reading in use. Marks of the text are passed over. An empty typed is found nowhere.
    """
    wanted = fold(typed).replace("'", "").replace("’", "").replace("ü", "v")
    if not wanted:
        return None
    literal = text.casefold().find(typed.strip().casefold())
    if literal >= 0 and len(text.casefold()) == len(text):
        return ((literal, literal + len(typed.strip())),)
    for start, first in enumerate(_firsts(text, read=bool(_LETTERS.search(wanted)))):
        found = _match(wanted, text, start) if wanted[0] in first else None
        if found is not None:
            return _spans(found)
    return None


def sort_key(text: str, *, person: bool = False) -> tuple[str, str]:
    """Return what to sort by: syllables, then characters. person: begins with a surname, which has its own reading."""
    surname = _surname(text) if person else ""
    read = [_SURNAMES[surname]] if surname else []
    return " ".join((*read, *_syllables(text[len(surname) :]))).casefold(), text


def reading(text: str, *, person: bool = False) -> str:
    """Return the pinyin without tones, a syllable a word: chen bei."""
    return sort_key(text, person=person)[0]


def prepare() -> None:
    """Read the tables, so that the first match is quick."""
    readings("字")


@functools.lru_cache(maxsize=1 << 14)
def _firsts(text: str, *, read: bool) -> tuple[str, ...]:
    """Return what each character may begin with, nothing for marks. read: by its readings as well."""
    return tuple(_first(char, read=read) if _is_letter(char) else "" for char in text)


def _first(char: str, *, read: bool) -> str:
    syllables = readings(char) if read and is_han(char) else ()
    return "".join((fold(char)[:1], *(one[0] for one in syllables)))


def _match(wanted: str, text: str, start: int) -> tuple[int, ...] | None:
    """Return the places of the characters that take up what is wanted, the first at start."""
    stack: list[tuple[str, int, tuple[int, ...]]] = [(wanted, start, ())]
    while stack:
        rest, at, taken = stack.pop()
        if not rest:
            return taken
        if at == len(text):
            continue
        if taken and not _is_letter(text[at]):
            stack.append((rest, at + 1, taken))
        # the longest piece is tried first
        stack.extend((rest[length:], at + 1, (*taken, at)) for length in sorted(set(_lengths(rest, text[at]))))
    return None


def _lengths(rest: str, char: str) -> Iterator[int]:
    """Yield how much of the rest a character may take."""
    own = fold(char)
    if own and rest.startswith(own):
        yield len(own)
    if not is_han(char) or not _LETTERS.match(rest):
        return
    for syllable in readings(char):
        if rest.startswith(syllable):
            yield len(syllable)
        elif syllable.startswith(rest):
            yield len(rest)
        if rest[:2] == syllable[:2] and rest[:2] in _DIGRAPHS:
            yield 2
        if rest[0] == syllable[0]:
            yield 1


def _is_letter(char: str) -> bool:
    return char.isalnum()


def _spans(places: tuple[int, ...]) -> Spans:
    spans: list[tuple[int, int]] = []
    for at in places:
        if spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return tuple(spans)


@functools.cache
def readings(char: str) -> tuple[str, ...]:
    """Return a character's readings in use, without tones, the commonest first; ü as v, and once more as u."""
    from pypinyin import Style, pinyin
    from pypinyin.contrib.tone_convert import to_normal

    found = pinyin(char, style=Style.TONE, heteronym=True, errors="ignore")
    read = [syllable for syllables in found for syllable in syllables]
    words = _words_by_reading()
    living = (syllable for syllable in read if syllable is read[0] or words[char, syllable] >= _LIVING)
    plain = dict.fromkeys((*map(to_normal, living), *filter(None, (_SURNAMES.get(char, ""),))))
    return tuple(dict.fromkeys((*plain, *(one.replace("v", "u") for one in plain))))


@functools.cache
def _words_by_reading() -> Counter[tuple[str, str]]:
    """Return in how many words of pypinyin's list a character has a reading."""
    from pypinyin.constants import PHRASES_DICT

    return Counter(
        (char, syllables[0])
        for word, read in PHRASES_DICT.items()
        if len(word) == len(read)
        for char, syllables in zip(word, read, strict=True)
    )


def _syllables(text: str) -> list[str]:
    from pypinyin import lazy_pinyin

    read: list[str] = lazy_pinyin(text)
    return read


def _surname(text: str) -> str:
    return next((name for name in (text[:2], text[:1]) if name in _SURNAMES), "")
