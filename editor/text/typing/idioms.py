"""Idioms of four characters with one that only sounds or looks like theirs, or with two that changed places."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from editor.text.typing.confusable import are_alike
from editor.text.typing.forms import lies_across
from resources import resource

_SIZE = 4


class NearIdiom(NamedTuple):
    """What is nearly an idiom. start: its place; wrong: what stands there; right: the idiom."""

    start: int
    wrong: str
    right: str

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + _SIZE


@lru_cache(maxsize=512)
def near_idioms(text: str) -> tuple[NearIdiom, ...]:
    """Return what is nearly an idiom, in order."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[NearIdiom]:
    known, halves = _idioms(), _halves()
    for at in range(len(text) - 1):
        half = text[at : at + 2]
        for shift, right in halves.get(half, ()):
            start = at - shift
            wrong = text[start : start + _SIZE] if start >= 0 else ""
            if len(wrong) == _SIZE and wrong not in known and _is_near(wrong, right) and _stands(text, start):
                yield NearIdiom(start, wrong, right)


def _is_near(wrong: str, right: str) -> bool:
    """Return whether one character is another one that is alike, or two beside each other changed places."""
    differ = [at for at in range(_SIZE) if wrong[at] != right[at]]
    if len(differ) == 1:
        return are_alike(wrong[differ[0]], right[differ[0]])
    first, last = differ[0], differ[-1]
    return len(differ) == last - first + 1 == 2 and wrong[first] == right[last] and wrong[last] == right[first]


def _stands(text: str, start: int) -> bool:
    return not lies_across(text, start, start + _SIZE)


@cache
def _idioms() -> frozenset[str]:
    return frozenset(resource("typing/idioms.txt").read_text(encoding="utf-8").split())


@cache
def _halves() -> dict[str, tuple[tuple[int, str], ...]]:
    """Return idioms by their first and by their last two characters, with where these stand; one of both is intact."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for idiom in sorted(_idioms()):
        found[idiom[:2]].append((0, idiom))
        found[idiom[2:]].append((2, idiom))
    return {half: tuple(rows) for half, rows in found.items()}
