"""Going from hit to hit, and names of replacements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.desk.replacing.hits import SearchHit
from editor.model.article import Article
from editor.model.article_texts import article_texts
from editor.model.block_texts import TextField, TextLocation
from editor.model.language import tr

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class SearchPosition:
    """A position from which a search continues. at: code points in the text."""

    article: str
    location: TextLocation
    at: int = 0


def first_from(hits: Sequence[SearchHit], spot: SearchPosition, articles: Iterable[Article]) -> int:
    """Return the index of the first hit at or after a position, 0 where none follows, -1 without hits.

    articles: those searched, in printed order.
    """
    order = {("", TextLocation(TextField.HEADLINE)): -1}
    for article in articles:
        for location, _ in article_texts(article):
            order[article.uid, location] = len(order)
    here = (order.get((spot.article, spot.location), -1), spot.at)
    places = enumerate((order[hit.article, hit.location], hit.start) for hit in hits)
    return next((number for number, place in places if place >= here), 0 if hits else -1)


def replacement_name(hits: Iterable[SearchHit], query: str, replacement: str) -> str:
    """Return a name for replacing these hits, e.g. 替换 12 处“甲”为“乙”; hits equal to the replacement do not count."""
    many = sum(hit.found != replacement for hit in hits)
    return tr("替换 {n} 处“{cut}”为“{cut2}”", n=many, cut=_cut(query), cut2=_cut(replacement))


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
