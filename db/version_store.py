"""Revisions and versions of articles in an open library."""

from collections.abc import Iterable

from db import clock, queries, versions
from db.engine import Opened, rows_of
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.revision import Reason, Revision, Version


class VersionStore:
    """The part of an open library that remembers what articles were."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take how sessions of the library are opened."""
        self._reading, self._writing = reading, writing

    def revisions(self, article: str) -> tuple[Revision, ...]:
        """Return the revisions of an article, oldest first."""
        with self._reading() as session:
            return queries.revisions(rows_of(session), article)

    def listed(self, article: str) -> tuple[Version, ...]:
        """Return the versions of an article, the newest first; one with key 0 still stands."""
        with self._reading() as session:
            return versions.listed(session, article)

    def article(self, key: int) -> Article:
        """Return a version's article. Raises UserError when it is not there."""
        with self._reading() as session:
            article = versions.words_of(session, key)
        if article is None:
            raise UserError(tr("刊库里没有这个版本了，请关闭后重新打开版本列表。"))
        return article

    def keep(self, articles: Iterable[str], reason: Reason, *, author: str, name: str = "") -> None:
        """Keep articles as they stand in the library, before something is done to them or under the user's name."""
        occasion = versions.Occasion(reason=reason, author=author, at=clock.utc_now(), name=name)
        with self._writing() as session:
            for uid in articles:
                versions.keep_version(session, uid, occasion)
