"""Writes revisions: one row per sitting. Its content is the article itself until the next sitting begins.

So saving stays cheap, and the content of a version is stored by the first change after its sitting.
"""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import rows
from db.checks import checks_of, spoilt
from db.contents import content_of, put_content
from db.engine import plain
from db.tables import ArticleRow, DrawerRow, RevisionRow
from editor.interchange.canonical import content_hash, printed_article
from editor.model.article import Article
from editor.model.language import mark_tr
from editor.model.revision import Reason, Version

SITTING = dt.timedelta(minutes=15)
"""Changes by one author within this time of each other and on one day are one revision."""

_AUTOMATIC = (Reason.WRITTEN, Reason.DAILY)


class _Last(NamedTuple):
    """The row of an article's last revision."""

    id: int
    article: str
    hash: str
    parents: str
    author: str
    at: str
    reason: str
    name: str
    content: str | None
    checksum: int | None


_LAST = f"SELECT {', '.join(_Last._fields)} FROM revisions WHERE article = ? ORDER BY id DESC LIMIT 1"  # noqa: S608
_MOVE_ON = "UPDATE revisions SET hash = ?, at = ?, checksum = ? WHERE id = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Why a version is kept. at: UTC; name: the user's, or that of the change that follows."""

    reason: Reason
    author: str
    at: dt.datetime
    name: str = ""


def note_change(session: Session, before: Article, after: Article, *, author: str, at: dt.datetime) -> None:
    """Record a revision where the printed content changed, or update the last one within its author's sitting."""
    if printed_article(before) == printed_article(after):
        return
    last = _last(session, after.uid)
    if last and last.content is None and last.author == author and _same_sitting(_instant(last.at), at):
        moved = last._replace(hash=content_hash(after), at=at.isoformat())
        checks = checks_of(RevisionRow.__tablename__, rows.columns_of(moved))
        plain(session)(_MOVE_ON, moved.hash, moved.at, *checks.values(), last.id)
        return
    if last is None:
        first = Occasion(reason=Reason.FIRST, author="", at=at)
        _add(session, before, first, content=put_content(session, before))
    elif last.content is None:
        past_day = last.reason == Reason.WRITTEN and not _same_day(_instant(last.at), at)
        _set(session, last.id, content=put_content(session, before), reason=Reason.DAILY if past_day else last.reason)
    parents = last.hash if last and last.content else content_hash(before)
    _add(session, after, Occasion(reason=Reason.WRITTEN, author=author, at=at), parents=parents)


def note_arrival(session: Session, article: Article, occasion: Occasion) -> None:
    """Record the first revision of an article; one that returns to the library has it already."""
    if _last(session, article.uid) is None:
        _add(session, article, occasion)


def keep_version(session: Session, uid: str, occasion: Occasion) -> None:
    """Keep a version of an article as the library has it; one with this content only gets the new reason and name."""
    article = _standing(session, uid)
    if article is None:
        return
    last, named = _last(session, uid), occasion.reason is Reason.NAMED
    if last and last.content is None and last.reason == Reason.IMPORTED and not named:
        # not changed since the import: the first change will keep this version
        return
    content = put_content(session, article)
    known = last is not None and last.content in (None, content)
    if last and last.content is None:
        _set(session, last.id, content=content, hash=content_hash(article))
    if last and known and last.reason in _AUTOMATIC and (named or last.content is None):
        _set(session, last.id, reason=occasion.reason, name=occasion.name)
    elif not known or named:
        _add(session, article, occasion, content=content, parents=last.hash if last else "")


def note_mending(session: Session, before: Article | None, after: Article, *, author: str, at: dt.datetime) -> None:
    """Keep a damaged article, as far as it could be read, and its repaired state as versions."""
    name = mark_tr("修复")
    for article, reason in ((before, Reason.RESTORING), (after, Reason.RESTORED)):
        if article:
            occasion = Occasion(reason=reason, author=author, at=at, name=name)
            _add(session, article, occasion, content=put_content(session, article))


def listed(session: Session, article: str) -> tuple[Version, ...]:
    """Return the versions of an article, the newest first; key 0 is its present state."""
    query = select(RevisionRow).where(RevisionRow.article == article).order_by(RevisionRow.id.desc())
    found = [row for row in session.scalars(query) if not spoilt(RevisionRow.__tablename__, rows.columns_of(row))]
    # revisions from before contents were kept are left out
    return tuple(_version(row) for place, row in enumerate(found) if row.content or not place)


def words_of(session: Session, key: int) -> Article | None:
    """Return a version's article, None where it is not there."""
    row = session.get(RevisionRow, key)
    return content_of(session, row.content) if row and row.content else None


def _last(session: Session, article: str) -> _Last | None:
    """Return an article's last revision; None for a damaged one, which is left unchanged."""
    found = plain(session)(_LAST, article).fetchone()
    last = _Last(*found) if found else None
    return None if last is None or spoilt(RevisionRow.__tablename__, rows.columns_of(last)) else last


def _add(
    session: Session, article: Article, occasion: Occasion, *, content: str | None = None, parents: str = ""
) -> None:
    session.add(
        RevisionRow(
            article=article.uid,
            hash=content_hash(article),
            parents=parents,
            author=occasion.author,
            at=occasion.at.isoformat(),
            reason=occasion.reason.value,
            name=occasion.name,
            content=content,
        )
    )
    session.flush()


def _set(session: Session, which: int, **values: str) -> None:
    row = session.get_one(RevisionRow, which, populate_existing=True)
    for name, value in values.items():
        setattr(row, name, value)
    session.flush()


def _standing(session: Session, uid: str) -> Article | None:
    """Return an article as the library holds it: in an issue, in 待编 or in the trash."""
    placed = session.scalars(select(ArticleRow).where(ArticleRow.uid == uid)).first()
    row = placed or session.scalars(select(DrawerRow).where(DrawerRow.uid == uid)).first()
    return rows.article_of(row) if row else None


def _version(row: RevisionRow) -> Version:
    return Version(
        key=row.id if row.content else 0,
        author=row.author,
        at=_instant(row.at),
        reason=Reason(row.reason),
        name=row.name,
    )


def _same_sitting(before: dt.datetime, now: dt.datetime) -> bool:
    # abs: a clock set back by more ends a sitting; else it would last until the clock catches up
    return abs(now - before) < SITTING and _same_day(before, now)


def _same_day(before: dt.datetime, now: dt.datetime) -> bool:
    """Return whether two instants lie on one day where this program runs."""
    return before.astimezone().date() == now.astimezone().date()


def _instant(at: str) -> dt.datetime:
    return dt.datetime.fromisoformat(at)
