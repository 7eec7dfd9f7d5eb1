"""Pairs the blocks of two versions."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain

Known = list[tuple[str, str]]
"""Identity and words of every block, in order."""

# shares of common text: below, paragraphs share only common words; the same identity needs less
_ALIKE, _SAME_IDENTITY = 0.5, 0.3
_CANDIDATES = 5


def pair(before: Known, after: Known) -> dict[int, int]:
    """Return places in the later version by places in the earlier; every block has at most one partner."""
    made: dict[int, int] = {}
    for found in (_identical(before, after), _kept(before, after), _repeated(before, after, made)):
        _take(made, found)
    _take(made, _alike(before, after, made))
    return made


def _take(made: dict[int, int], found: Iterator[tuple[int, int]]) -> None:
    taken = set(made.values())
    for earlier, later in found:
        if earlier not in made and later not in taken:
            made[earlier] = later
            taken.add(later)


def _identical(before: Known, after: Known) -> Iterator[tuple[int, int]]:
    places = {known: place for place, known in enumerate(after)}
    return ((earlier, places[known]) for earlier, known in enumerate(before) if known in places)


def _kept(before: Known, after: Known) -> Iterator[tuple[int, int]]:
    """Yield blocks with the same identity, if they share enough words or have none."""
    places = {uid: place for place, (uid, _) in enumerate(after)}
    for earlier, (uid, text) in enumerate(before):
        later = places.get(uid)
        if later is not None and (not text or not after[later][1] or _likeness(text, after[later][1]) > _SAME_IDENTITY):
            yield earlier, later


def _repeated(before: Known, after: Known, made: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield blocks with the same words, in order: an article imported again has other identities."""
    places: dict[str, list[int]] = defaultdict(list)
    taken = set(made.values())
    for later in reversed(range(len(after))):
        if later not in taken:
            places[after[later][1]].append(later)
    for earlier, (_, text) in enumerate(before):
        if earlier not in made and text and places[text]:
            yield earlier, places[text].pop()


def _alike(before: Known, after: Known, made: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield blocks that share most of their words, the most alike first, then the nearest."""
    taken = set(made.values())
    left = {place: text for place, (_, text) in enumerate(before) if place not in made}
    right = {place: text for place, (_, text) in enumerate(after) if place not in taken}
    scored = ((_likeness(left[one], right[other]), one, other) for one, other in _candidates(left, right))
    close = [(-score, abs(one - other), one, other) for score, one, other in scored if score > _ALIKE]
    return ((one, other) for _, _, one, other in sorted(close))


def _candidates(left: dict[int, str], right: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Yield for every text the few that share most pairs of characters with it: comparing all with all is slow."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, text in right.items():
        for letters in _shingles(text):
            having[letters].append(place)
    for place, text in left.items():
        shared = Counter(chain.from_iterable(having.get(letters, ()) for letters in _shingles(text)))
        yield from ((place, other) for other, _ in shared.most_common(_CANDIDATES))


def _shingles(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(max(len(text) - 1, 1))}


def _likeness(one: str, other: str) -> float:
    """Return the similarity of two texts from 0 to 1, 0 below the threshold."""
    # imported with the first comparison, to keep the start short
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other, score_cutoff=_SAME_IDENTITY)
