"""Guessed fields of an article: a guess counts while the field says what was guessed, so any edit of it ends one."""

from collections.abc import Iterable
from dataclasses import replace

from editor.model.article import Article
from editor.model.origin import Guess, ManuscriptField


def field_text(article: Article, field: ManuscriptField) -> str:
    """Return what a field says; tags joined by 、."""
    archive = article.archive
    texts = {
        ManuscriptField.TITLE: article.title.text,
        ManuscriptField.SUBTITLE: article.subtitle,
        ManuscriptField.SOURCE: article.source,
        ManuscriptField.LINK: article.link,
        ManuscriptField.PUBLISHED: archive.published.isoformat() if archive.published else "",
        ManuscriptField.TAGS: "、".join(archive.tags),
        ManuscriptField.EDITOR: archive.editor,
    }
    return texts[field]


def guessed(article: Article, fields: Iterable[ManuscriptField]) -> Article:
    """Return the article with these fields marked as guessed, besides those that are; empty ones are no guess."""
    known = {one.field: one for one in article.archive.guesses}
    made = {field: Guess(field=field, text=field_text(article, field)) for field in fields}
    kept = {field: one for field, one in (known | made).items() if one.text}
    guesses = tuple(kept[field] for field in ManuscriptField if field in kept)
    return replace(article, archive=replace(article.archive, guesses=guesses))


def open_guesses(article: Article) -> tuple[ManuscriptField, ...]:
    """Return the fields that still say what was guessed."""
    return tuple(one.field for one in article.archive.guesses if field_text(article, one.field) == one.text)


def accepted(article: Article, fields: Iterable[ManuscriptField]) -> Article:
    """Return the article with these guesses taken for true."""
    done = frozenset(fields)
    guesses = tuple(one for one in article.archive.guesses if one.field not in done)
    if guesses == article.archive.guesses:
        return article
    return replace(article, archive=replace(article.archive, guesses=guesses))
