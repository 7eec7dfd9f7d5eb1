"""Every saved page, by name."""

from collections.abc import Iterator

from tests.saved_pages import government, media, others
from tests.saved_pages.page import SavedPage


def all_pages() -> Iterator[SavedPage]:
    """Yield the pages, made anew."""
    for module in (government, media, others):
        yield from module.pages()
