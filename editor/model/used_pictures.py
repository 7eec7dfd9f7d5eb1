"""The pictures that an issue or a publication prints, or would print after a tracked change is rejected.

Stored pictures are these and the drawings that they were made from.
"""

from collections.abc import Iterable, Iterator

from editor.model.article import Article
from editor.model.block_kinds import drawing_of, pictures_of
from editor.model.body import Block
from editor.model.issue import Issue
from editor.model.picture import Picture, StoredPicture, VectorPicture
from editor.model.publication import Contact, Profile, Publication


def used_pictures(issue: Issue) -> tuple[Picture, ...]:
    """Return every picture that the issue prints, once each, in printed order."""
    return _once(_of_issue(issue))


def publication_pictures(publication: Publication) -> tuple[Picture, ...]:
    """Return every picture of a publication's profile and contacts, once each."""
    return _once(_of_front(publication.profile, publication.contacts))


def article_pictures(articles: Iterable[Article]) -> tuple[Picture, ...]:
    """Return every picture in the bodies of articles, once each."""
    blocks = (block for article in articles for block in _blocks(article))
    return _once(picture for block in blocks for picture in pictures_of(block))


def stored_pictures(issue: Issue, publication: Publication | None = None) -> tuple[StoredPicture, ...]:
    """Return every picture and kept drawing of an issue, and of a publication, once each."""
    own = publication_pictures(publication) if publication else ()
    return _each_once((*used_pictures(issue), *own, *_drawings(issue.articles())))


def stored_article_pictures(articles: Iterable[Article]) -> tuple[StoredPicture, ...]:
    """Return every picture and kept drawing in the bodies of articles, once each."""
    known = tuple(articles)
    return _each_once((*article_pictures(known), *_drawings(known)))


def _drawings(articles: Iterable[Article]) -> Iterator[VectorPicture]:
    return filter(None, (drawing_of(block) for article in articles for block in _blocks(article)))


def _each_once(pictures: Iterable[StoredPicture]) -> tuple[StoredPicture, ...]:
    return tuple({picture.sha256: picture for picture in pictures}.values())


def _blocks(article: Article) -> Iterator[Block]:
    yield from article.blocks
    if article.archive.tracking and article.archive.tracking.base:
        yield from article.archive.tracking.base.blocks


def _of_issue(issue: Issue) -> Iterator[Picture | None]:
    yield issue.cover_picture
    yield from _of_front(issue.profile, issue.contacts)
    yield from article_pictures(issue.articles())


def _of_front(profile: Profile, contacts: tuple[Contact, ...]) -> Iterator[Picture | None]:
    yield profile.masthead_picture
    yield from (contact.picture for contact in contacts)
    for publisher in profile.publishers:
        yield from (publisher.logo, publisher.dark_logo)


def _once(pictures: Iterable[Picture | None]) -> tuple[Picture, ...]:
    return tuple({picture.sha256: picture for picture in pictures if picture is not None}.values())
