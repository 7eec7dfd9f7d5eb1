"""What a library tells of articles that were printed before: it is read beside typing, and joins the next run."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.checks.finding import Finding
from editor.checks.rules.archive import SEEN_BEFORE, Sighting, hits_of
from editor.model.article import Article
from editor.model.issue import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBefore:
    """What told the same as each article, as it was when it was read."""

    results: Mapping[str, tuple[Article, tuple[Sighting, ...]]] = field(default_factory=dict)

    def findings(self, issue: Issue) -> tuple[Finding, ...]:
        """Return the findings of an issue; those of a changed article stand until it is read again."""
        return tuple(
            finding
            for article in issue.articles()
            if article.uid in self.results
            for finding in SEEN_BEFORE.signed(hits_of(article.uid, self.results[article.uid][1]))
        )

    def same(self, article: Article) -> tuple[Sighting, ...] | None:
        """Return what is known of an article, None where it was not read, or says something else now."""
        known, found = self.results.get(article.uid, (None, ()))
        return found if known is not None and _telling(known) == _telling(article) else None


def _telling(article: Article) -> tuple[object, ...]:
    # blocks by identity: to compare their values takes longer than a question is worth
    return article.title.text, article.link, id(article.blocks)
