"""The files that articles were read from, as the library keeps them."""

from collections.abc import Iterable

from editor.desk.ports import FileReader
from editor.model.article import Article


def article_originals(articles: Iterable[Article], files: FileReader) -> tuple[tuple[str, bytes], ...]:
    """Return name and bytes of the originals of articles, once each; those that are not there are left out."""
    origins = {one.archive.origin.sha256: one.archive.origin for one in articles if one.archive.origin}
    found = files.originals(origins)
    return tuple((origin.name, found[digest][1]) for digest, origin in origins.items() if digest in found)
