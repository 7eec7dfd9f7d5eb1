"""An article's sampled shingles: some of its runs of eight characters, as numbers that a library can look up.

A sixteenth of the runs is kept, by a hash: two articles that share a run both keep it or both don't.
"""

import re
import zlib

LENGTH = 8
"""Characters of a shingle."""
COMMON = 5
"""A shingle in more articles than this is a set phrase and says nothing."""
_SAMPLED = 16
_LETTERS = re.compile(r"[^\W_]+")


def letters(text: str) -> str:
    """Return the letters and digits of a text, Latin in lower case: marks and blanks differ between outlets."""
    return "".join(_LETTERS.findall(text)).lower()


def lettered(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the same with the place of each letter in the text."""
    words, places = list[str](), list[int]()
    for match in _LETTERS.finditer(text):
        word = match[0]
        small = word.lower()
        # where a small form is longer than its capital, places would shift: such a word keeps its capitals
        words.append(small if len(small) == len(word) else word)
        places += range(*match.span())
    return "".join(words), tuple(places)


def shingles(text: str) -> frozenset[int]:
    """Return the sampled shingles of a text, unsigned of 32 bits."""
    data = letters(text)
    runs = {data[at : at + LENGTH] for at in range(len(data) - LENGTH + 1)}
    hashed = (zlib.crc32(run.encode(errors="surrogatepass")) for run in runs)
    return frozenset(one for one in hashed if one % _SAMPLED == 0)
