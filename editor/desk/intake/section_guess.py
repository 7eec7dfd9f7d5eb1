"""The section of a piece, guessed from where earlier issues put its source and titles with the same words.

Naive Bayes over the source and the pairs of characters of the title; a pair counts a quarter, since neighbours say the
same. Of the model only counts are kept.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

_PRIOR, _SOURCES, _PAIR = 0.3, 10, 0.25


@dataclass(frozen=True, slots=True)
class Placed:
    """An article of an earlier issue. section: its name."""

    section: str
    source: str
    title: str


@dataclass(frozen=True, slots=True)
class SectionGuesses:
    """Counts over earlier issues: articles by section, in each of them by source and by pair of the title."""

    articles: Counter[str] = field(default_factory=Counter)
    sources: dict[str, Counter[str]] = field(default_factory=dict)
    pairs: dict[str, Counter[str]] = field(default_factory=dict)

    def guess(self, source: str, title: str) -> str:
        """Return the section that is likeliest, empty where neither source nor title has been seen before."""
        pairs = [pair for pair in _pairs(title) if any(counts[pair] for counts in self.pairs.values())]
        known = source if any(source in counts for counts in self.sources.values()) else ""
        if not (known or pairs):
            return ""
        return max(self.articles, key=lambda one: (self._score(one, known, pairs), one))

    def _score(self, section: str, source: str, pairs: Iterable[str]) -> float:
        many = self.articles[section]
        said = math.log((self.sources[section][source] + _PRIOR) / (many + _PRIOR * _SOURCES)) if source else 0.0
        words = sum(math.log((self.pairs[section][pair] + _PRIOR) / (many + 2 * _PRIOR)) for pair in pairs)
        return math.log(many) + said + _PAIR * words


def section_guesses(placed: Iterable[Placed]) -> SectionGuesses:
    """Return what is learnt from articles of earlier issues."""
    articles = Counter[str]()
    sources: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in placed:
        articles[one.section] += 1
        sources[one.section].update((one.source,) if one.source else ())
        pairs[one.section].update(_pairs(one.title))
    return SectionGuesses(articles=articles, sources=dict(sources), pairs=dict(pairs))


def _pairs(title: str) -> frozenset[str]:
    return frozenset(f"{one}{other}" for one, other in pairwise(title) if one.isalnum() and other.isalnum())
