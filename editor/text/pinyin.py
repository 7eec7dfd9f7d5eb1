"""Pinyin of names and terms: readings of characters, and the order of lists.

pypinyin is imported on first use: it takes 0.5 s with its tables (`prepare`).
"""

import functools
from collections import Counter

# surnames with another reading than the character's first one; 现代汉语词典 marks them as 姓
_READ = (
    "单:shan 曾:zeng 解:xie 仇:qiu 朴:piao 查:zha 区:ou 盖:ge 翟:zhai 缪:miao 繁:po 员:yun 折:she 召:shao 种:chong "
    "秘:bi 乐:yue 洗:xian 覃:qin 郇:xun 祭:zhai 隗:wei 句:gou 都:du 薄:bo 阚:kan 卜:bu 黑:he 能:nai 那:na "
    "尉迟:yuchi 万俟:moqi 长孙:zhangsun 单于:chanyu 乐正:yuezheng"
)
_SURNAMES = {name: syllables for name, _, syllables in (pair.partition(":") for pair in _READ.split())}
# a reading that occurs in fewer words is rare (王 yu, 方 wang) and is not offered
_LIVING = 2


@functools.lru_cache(maxsize=1 << 14)
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
