"""Characters left out of a word: one that seldom is a word stands alone, and reads on where it is made one again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from editor.text.typing.changes import Change
from editor.text.typing.line import MARGIN, Line
from editor.text.typing.model import Model, model
from resources import resource

# how often a word must have stood, and three characters across its edges
_USUAL, _ACROSS = 150, 2
# what it counts that a character seldom stands alone, by how seldom
_ALONE = {"0.01": 5.0, "0.04": 3.5, "0.12": 2.3}
_NONE = -99.0
# short forms of words that are usual in themselves
_SHORT = frozenset("应或可须可若如按依经由据")


def left_out(line: Line, alone: set[int]) -> Iterator[Change]:
    """Yield places of a line where a character of a word is missing: 人民政|要求. alone: see reader."""
    text, seldom = line.text, _seldom_alone()
    for place in sorted(alone):
        at = place + len(MARGIN)
        char = text[at]
        if char not in seldom or line.is_seen(text[at - 1 : at + 2], 1):
            continue
        found = [one for one in (_whole(line, at, word) for word in _words().get(char, ())) if one]
        if found:
            best = max(found, key=lambda one: one.weight)
            yield best._replace(weight=best.weight + seldom[char])


def _whole(line: Line, at: int, word: str) -> Change | None:
    """Return the change that makes a character a word again, None where such a word was never seen there."""
    if not (line.is_seen(line.text[at - 1] + word, _ACROSS) and line.is_seen(word + line.text[at + 1], _ACROSS)):
        return None
    gain = line.gain(at, at + 1, word, _NONE)
    start = at - len(MARGIN)
    return Change(start, start + 1, word, line.weight(at, at + 1, word, gain))


@cache
def _seldom_alone() -> Mapping[str, float]:
    rows = (line.split("\t") for line in resource("typing/seldom_alone.txt").read_text(encoding="utf-8").splitlines())
    return {char: _ALONE[share] for share, chars in rows for char in chars if char not in _SHORT}


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Return the usual words of two characters by each of them."""
    counts: Model = model()
    found: dict[str, list[str]] = defaultdict(list)
    for row in resource("words/words.txt").read_text(encoding="utf-8").splitlines():
        for rest in row[1:].split(" "):
            word = row[0] + rest[:-1]
            if len(word) == len("两字") and counts.pair_count(counts.pair(word[0], word[1])) >= _USUAL:
                for char in set(word):
                    found[char].append(word)
    return {char: tuple(words) for char, words in found.items()}
