"""What the index keeps of a text: its characters, pairs of characters, and Latin words.

Chinese words have two characters mostly. A longer one stands where all its pairs stand, and is looked for in the text.
"""

import re
import unicodedata
from collections import Counter
from operator import add

from editor.text.characters import is_han

VERSION = "1"
"""Goes up with every change of what is kept: an index of another version is built anew."""
TITLE, OFTEN = "\ue000", "\ue001"
"""Before a gram: it stands in the title; it stands in the text OFTEN_FROM times or more."""
OFTEN_FROM = 3
_LONGEST_WORD = 40
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_NO_HAN, _LATIN = re.compile(rf"[^{_HAN}]+"), re.compile(rf"[^\W_{_HAN}\ue000-\uf8ff]+")
# anything but ASCII, kana, ideographs and the marks of Chinese text may have another normal form
_ODD = re.compile("[^\x00-\x7e\u3001-\u3017\u3041-\u30fe\u3400-\u9fff，。；：！？（）“”‘’…—·]")
_RUN = re.compile(rf"[{_HAN}]+|{_LATIN.pattern}")


def normal(text: str) -> str:
    """Return text for comparison: full and half width alike, lower case; blanks stay."""
    # looking for what is not normal costs a tenth of making it so; marks are never searched by themselves
    known = unicodedata.normalize("NFKC", text) if _ODD.search(text) else text
    return known.casefold()


def indexed_words(title: str, text: str) -> str:
    """Return the grams of an article between blanks, most of them once. text: all that is searched, with the title."""
    titled, known = _grams(normal(title)), _grams(normal(text))
    often = [OFTEN + gram for gram, count in known.items() if count >= OFTEN_FROM]
    return " ".join((*known, *titled, *(TITLE + gram for gram in titled), *often))


def asked_grams(term: str) -> tuple[str, ...]:
    """Return the grams that a text has which has a term; none for a term without letters."""
    found: list[str] = []
    for run in _RUN.findall(normal(term)):
        if _LATIN.fullmatch(run):
            found.append(run[:_LONGEST_WORD])
        else:
            found.extend(map(add, run, run[1:]) if len(run) > 1 else run)
    return tuple(dict.fromkeys(found))


def inner_grams(part: str) -> tuple[str, ...]:
    """Return the grams that a text has which has this anywhere, also inside of a Latin word."""
    return tuple(gram for gram in asked_grams(part) if is_han(gram[0]))


def is_one_gram(term: str) -> bool:
    """Return whether a text has a term just because it has the term's grams: one or two characters, or a Latin word."""
    known = normal(term)
    return asked_grams(known) == (known,)


def _grams(text: str) -> dict[str, int]:
    """Return how often each gram stands in a normal text; single characters are not counted.

    Pairs with the blank that stands for what is no ideograph are single characters once they are split.
    """
    han = _NO_HAN.sub(" ", text)
    found = dict.fromkeys(han, 1)
    found.update(Counter(map(add, han, han[1:])))
    found.update(Counter(word[:_LONGEST_WORD] for word in _LATIN.findall(text)))
    return found
