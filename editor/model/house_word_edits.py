"""Pure changes of house words. UserError says in Chinese why a word cannot be."""

import re
from collections.abc import Iterable
from dataclasses import replace

from editor.model.errors import UserError
from editor.model.house_words import QUOTED_EXCEPTIONS, HouseWord, HouseWords
from editor.model.language import tr

LONGEST, LONGEST_NOTE = 80, 500
APART = "、;；|｜"
"""What parts several words in a cell: a word of such a cell has none of it."""
# what people write where nothing is to be written instead
_NONE = ("禁用", "不用")
_APART = re.compile(f"[{APART}\n]+")


def split_cell(text: str) -> tuple[str, ...]:
    """Return the words of a cell, each once."""
    return tuple(dict.fromkeys(word for part in _APART.split(text) if (word := " ".join(part.split()))))


def joined_cell(words: Iterable[str]) -> str:
    """Return words as a cell holds them."""
    return "、".join(words)


def checked_house_word(word: HouseWord) -> HouseWord:
    """Return a word as it is kept, its cells without blanks at the ends. Raises UserError where it cannot be."""
    name = _line(word.name)
    if not name:
        raise UserError(tr("没有写用语，请写上要查的词。"))
    made = replace(
        word,
        name=_within(name, LONGEST),
        instead=tuple(one for one in _words(word.instead) if one not in _NONE),
        sections=_words(word.sections),
        exceptions=_words(word.exceptions),
        reason=_within(_line(word.reason), LONGEST_NOTE),
        source=_within(_line(word.source), LONGEST_NOTE),
    )
    if name in made.instead:
        raise UserError(tr("“{name}”的建议与它自己相同，请改写或留空。", name=name))
    wrong = next((one for one in made.exceptions if not _is_exception(one, name)), None)
    if wrong is not None:
        words = tr("例外“{wrong}”里没有“{name}”：例外写含有它的更长的说法，或写《》、“”。", wrong=wrong, name=name)
        raise UserError(words)
    # a word that is as it is kept stays the same object
    return word if made == word else made


def put_house_words(known: HouseWords, words: Iterable[HouseWord]) -> HouseWords:
    """Return the list with words added, each in place of the one of its identity.

    Raises UserError for a name that another one has.
    """
    by_uid = {one.uid: one for one in known.words}
    by_name = {one.name: one.uid for one in known.words}
    for new in words:
        name = _line(new.name)
        if by_name.get(name, new.uid) != new.uid:
            raise UserError(tr("用语表里已经有“{name}”了，请直接改那一条。", name=name))
        word = checked_house_word(new)
        before = by_uid.get(word.uid)
        if before:
            del by_name[before.name]
        by_uid[word.uid], by_name[word.name] = word, word.uid
    return HouseWords(by_uid.values())


def drop_house_words(known: HouseWords, uids: Iterable[str]) -> HouseWords:
    """Return the list without some of its words."""
    gone = frozenset(uids)
    return HouseWords(one for one in known.words if one.uid not in gone)


def _is_exception(text: str, name: str) -> bool:
    return text in QUOTED_EXCEPTIONS or (name in text and text != name)


def _words(words: Iterable[str]) -> tuple[str, ...]:
    made = tuple(dict.fromkeys(line for word in words if (line := _line(word))))
    for word in made:
        if any(mark in word for mark in APART):
            raise UserError(tr("“{word}”里有顿号、分号或竖线，它们用来分开几个词，请去掉。", word=word))
    return tuple(_within(word, LONGEST) for word in made)


def _line(text: str) -> str:
    """Return a text as one line without blanks at its ends."""
    return " ".join(text.split())


def _within(text: str, most: int) -> str:
    if len(text) > most:
        raise UserError(tr("“{text}…”超过 {n} 个字，请写短一些。", text=text[:10], n=most))
    return text
