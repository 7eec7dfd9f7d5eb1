"""From hit to hit, and what a replacement is called."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.desk.replacing.hits import Hit
from editor.desk.replacing.places import Field, Place, texts
from editor.model.body import Block, ItemList, plain
from editor.model.issue import Article
from editor.model.language import tr

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a search goes on from. at: code points in the text."""

    article: str
    place: Place
    at: int = 0


def first_from(hits: Sequence[Hit], spot: Spot, articles: Iterable[Article]) -> int:
    """Return which hit is the first at or after a spot, the first of all where none is; -1 without hits.

    articles: those searched, in printed order.
    """
    order = {("", Place(Field.HEADLINE)): -1}
    for article in articles:
        for place, _ in texts(article):
            order[article.uid, place] = len(order)
    here = (order.get((spot.article, spot.place), -1), spot.at)
    places = enumerate((order[hit.article, hit.place], hit.start) for hit in hits)
    return next((number for number, place in places if place >= here), 0 if hits else -1)


def offset_in(block: Block, place: Place) -> int:
    """Return where a text begins among the block's printed strings joined by line feeds; 0 but for items of a list."""
    if not isinstance(block, ItemList):
        return 0
    return sum(len(plain(item)) + 1 for item in block.items[: place.part])


def replacement_name(hits: Iterable[Hit], query: str, replacement: str) -> str:
    """Return the name of replacing these hits, e.g. 替换 12 处“甲”为“乙”; those that already read so do not count."""
    many = sum(hit.found != replacement for hit in hits)
    return tr("替换 {n} 处“{cut}”为“{cut2}”", n=many, cut=_cut(query), cut2=_cut(replacement))


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
