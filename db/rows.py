"""Rows and model values, in both directions."""

import datetime as dt
from dataclasses import replace
from functools import partial

from db.checks import Column
from db.tables import ArticleRow, DrawerRow, FontRow, IssueRow, PictureRow, PublicationRow
from db.values import Body, article_value, drawer_value, issue_value, publication_value
from editor.interchange.codec import encode_sound
from editor.model.block_texts import block_texts
from editor.model.damage import DamageError
from editor.model.font import FontFile
from editor.model.issue import Article, Issue
from editor.model.picture import Picture
from editor.model.publication import Publication
from editor.model.workspace import Discarded, Drawer


def columns_of(row: object) -> Column:
    """Return a row of the mapping as what checks and values are read from."""
    return partial(getattr, row)


def publication_row(publication: Publication) -> PublicationRow:
    """Return the row of a publication."""
    return PublicationRow(uid=publication.uid, masthead=publication.profile.masthead, data=_json(publication))


def publication_of(row: PublicationRow) -> Publication:
    """Return the publication of a row."""
    return publication_value(columns_of(row))


def issue_row(issue: Issue) -> IssueRow:
    """Return the row of an issue; its articles have rows of their own."""
    hollow = replace(issue, sections=tuple(replace(section, articles=()) for section in issue.sections))
    return IssueRow(
        uid=issue.uid,
        publication=issue.publication,
        masthead=issue.profile.masthead,
        date=issue.date.isoformat(),
        number=_json(issue.number),
        state=issue.archive.state,
        articles=sum(len(section.articles) for section in issue.sections),
        data=_json(hollow),
    )


def issue_of(row: IssueRow, articles: list[ArticleRow]) -> Issue:
    """Return the issue of a row and its articles' rows (in order)."""
    return issue_value(columns_of(row), (columns_of(one) for one in articles))


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


def drawer_of(found: list[DrawerRow]) -> Drawer:
    """Return the drawer of its rows (in order); damaged ones wait in the library until they are mended."""
    pending, trash = [], []
    for row in found:
        try:
            article = article_of(row)
            if row.discarded:
                trash.append(
                    Discarded(article=article, at=dt.datetime.fromisoformat(row.discarded), section=row.section)
                )
            else:
                pending.append(article)
        except (DamageError, ValueError):
            continue
    return Drawer(pending=tuple(pending), trash=tuple(trash))


def article_columns(article: Article, before: Article | None = None) -> dict[str, str]:
    """Return what a row says of an article itself; of one that a row holds already, what is other than before."""
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


def picture_row(picture: Picture, data: bytes) -> PictureRow:
    """Return the row of a picture."""
    return PictureRow(
        sha256=picture.sha256,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        data=data,
    )
