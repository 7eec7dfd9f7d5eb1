"""Which articles the cover names besides its headline."""

from editor.model.article import Article
from editor.model.issue import Issue

_MOST_BY_ITSELF = 4


def cover_articles(issue: Issue) -> tuple[Article, ...]:
    """Return the articles whose titles stand under the headline, in order, more than fit perhaps.

    Those chosen by the editor that are still in the issue, else the first one of each other section.
    """
    by_uid = {article.uid: article for article in issue.articles()}
    chosen = tuple(by_uid[uid] for uid in dict.fromkeys(issue.cover_articles or ()) if uid in by_uid)
    return chosen if chosen or issue.cover_articles == () else first_of_sections(issue)


def first_of_sections(issue: Issue) -> tuple[Article, ...]:
    """Return the first article of each section after the first, at most four."""
    filled = [section for section in issue.sections if section.articles]
    return tuple(section.articles[0] for section in filled[1 : 1 + _MOST_BY_ITSELF])
