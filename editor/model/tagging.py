"""Pure changes of the tags of several articles."""

from collections.abc import Collection
from dataclasses import replace

from editor.model.article import Article
from editor.model.edits import put_article
from editor.model.workspace import Workspace


def tag_articles(
    space: Workspace, uids: Collection[str], *, add: Collection[str] = (), remove: Collection[str] = ()
) -> Workspace:
    """Return the workspace with tags of these articles removed, and others added after those that they have."""
    for article in tuple(space.articles()):
        if article.uid in uids:
            tags = tuple(dict.fromkeys((*article.archive.tags, *add)))
            space = _tagged(space, article, tuple(tag for tag in tags if tag not in remove))
    return space


def _tagged(space: Workspace, article: Article, tags: tuple[str, ...]) -> Workspace:
    if tags == article.archive.tags:
        return space
    return put_article(space, replace(article, archive=replace(article.archive, tags=tags)))
