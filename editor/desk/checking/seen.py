"""似已刊 for the checks: the articles of an open issue asked of its library, those that changed alone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from editor.desk.archive.seen_before import seen_before, telling_of
from editor.desk.ports import Library
from editor.model.article import Article

if TYPE_CHECKING:
    from editor.checks.rules.archive import Sighting
    from editor.checks.seen import SeenBefore


def read_seen(library: Library, articles: Iterable[Article], before: "SeenBefore | None" = None) -> "SeenBefore":
    """Return what the library tells of articles: 20 ms for one that changed, nothing for the others.

    before: reused for articles that say the same.
    """
    from editor.checks.seen import SeenBefore

    known = before or SeenBefore()
    results = {}
    for article in articles:
        same = known.same(article)
        results[article.uid] = article, _sightings(library, article) if same is None else same
    return SeenBefore(results=results)


def read_library_on(library: Library, most: int | None = None) -> bool:
    """Let a library read articles that it has not read; return whether some are left. most: of now, None for all."""
    if library.read_only:
        return False
    library.likeness.read_on(most=most)
    return library.likeness.unread() > 0


def _sightings(library: Library, article: Article) -> "tuple[Sighting, ...]":
    from editor.checks.rules.archive import Sighting

    found = seen_before(telling_of(article), library.likeness, but=article.uid)
    return tuple(
        Sighting(article=one.kept.article, place=one.place, title=one.kept.telling.title, reason=one.reason)
        for one in found
    )
