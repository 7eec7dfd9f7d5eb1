"""Rows from model values, and articles from rows."""

from dataclasses import replace
from functools import partial

from db.checks import Column
from db.tables import ArticleRow, DrawerRow, FontRow, IssueRow, PublicationRow
from db.values import Body, article_value, drawer_value
from editor.interchange.codec import encode_sound
from editor.model.article import Article
from editor.model.block_texts import block_texts
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.model.workspace import Drawer


def columns_of(row: object) -> Column:
    """Return a function that gives a mapped row's value by column name, for checks and values."""
    return partial(getattr, row)


def publication_row(publication: Publication) -> PublicationRow:
    """Return the row of a publication."""
    return PublicationRow(uid=publication.uid, masthead=publication.profile.masthead, data=_json(publication))


def issue_row(issue: Issue) -> IssueRow:
    """Return the row of an issue; its articles have rows of their own."""
    return IssueRow(
        uid=issue.uid,
        publication=issue.publication,
        masthead=issue.profile.masthead,
        date=issue.date.isoformat(),
        number=_json(issue.number),
        state=issue.archive.state,
        articles=sum(len(section.articles) for section in issue.sections),
        data=_json(issue.without_articles()),
    )


def article_rows(issue: Issue) -> list[ArticleRow]:
    """Return the rows of an issue's articles."""
    return [
        article_row(article, issue=issue.uid, section=section.uid, position=position)
        for section in issue.sections
        for position, article in enumerate(section.articles)
    ]


def article_row(article: Article, *, issue: str, section: str, position: int) -> ArticleRow:
    """Return the row of an article at its place."""
    return ArticleRow(issue=issue, uid=article.uid, section=section, position=position, **article_columns(article))


def drawer_rows(drawer: Drawer, *, publication: str) -> list[DrawerRow]:
    """Return the rows of a publication's drawer."""
    pending = (("", "", article) for article in drawer.pending)
    trash = ((one.at.isoformat(), one.section, one.article) for one in drawer.trash)
    return [
        DrawerRow(
            publication=publication,
            uid=article.uid,
            position=position,
            discarded=at,
            section=section,
            **article_columns(article),
        )
        for group in (pending, trash)
        for position, (at, section, article) in enumerate(group)
    ]


def article_columns(article: Article, before: Article | None = None) -> dict[str, str]:
    """Return the columns of an article without its place; given the value before, only those that differ."""
    columns: dict[str, str] = {}
    if before is None or before.blocks is not article.blocks:
        columns["plain"] = "\n".join(text for block in article.blocks for text in block_texts(block))
        columns["body"] = _json(Body(v=1, blocks=article.blocks))
    if before is None or replace(before, blocks=()) != replace(article, blocks=()):
        columns["title"] = article.title.text
        columns["data"] = _json(replace(article, blocks=()))
    return columns


def article_of(row: ArticleRow | DrawerRow) -> Article:
    """Return the article of a row. Raises DamageError."""
    value = drawer_value if isinstance(row, DrawerRow) else article_value
    return value(columns_of(row))


def font_row(file: FontFile) -> FontRow:
    """Return the row of a font file."""
    return FontRow(sha256=file.font.sha256, name=file.font.name, about=_json(file.font), data=file.data)


def _json(value: object) -> str:
    return encode_sound(value).decode()
