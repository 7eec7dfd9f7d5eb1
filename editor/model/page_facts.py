"""What the typesetter knows of the finished pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePages:
    """Pages of an article. first, last: folios as printed, from 1; free_lines: body lines left on the last page."""

    article: str
    first: int
    last: int
    free_lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """Facts of one rendering. front: unnumbered pages before folio 1; sheets: all pages of the file."""

    front: int
    sheets: int
    articles: tuple[ArticlePages, ...] = ()

    def folio(self, article: str) -> int | None:
        """Return the first folio of an article, None where it is not in the rendering."""
        return next((pages.first for pages in self.articles if pages.article == article), None)
