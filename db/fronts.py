"""Who changed what an issue prints besides its articles: revisions under the issue's uid, without content."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.checks import spoilt
from db.rows import columns_of
from db.tables import RevisionRow
from db.versions import Occasion
from editor.interchange.canonical import content_hash
from editor.model.issue import Issue
from editor.model.revision import Reason


def note_front(session: Session, before: Issue, after: Issue, *, author: str, at: dt.datetime) -> None:
    """Record a revision where cover, credits, sections, profile, look or the order of articles changed.

    Where the last revision is by the same author, it is updated instead.
    """
    one, other = before.without_articles(), after.without_articles()
    digest = content_hash(other)
    if digest == content_hash(one) and order_of(before) == order_of(after):
        return
    query = select(RevisionRow).where(RevisionRow.article == after.uid).order_by(RevisionRow.id.desc()).limit(1)
    last = session.scalars(query).first()
    if last and last.author == author and not spoilt(last.__tablename__, columns_of(last)):
        last.hash, last.at = digest, at.isoformat()
        return
    parents = last.hash if last else content_hash(one)
    _add(session, after.uid, digest, Occasion(reason=Reason.WRITTEN, author=author, at=at), parents=parents)


def order_of(issue: Issue) -> tuple[tuple[str, ...], ...]:
    """Return which articles stand in which section, in order."""
    return tuple((section.uid, *(article.uid for article in section.articles)) for section in issue.sections)


def note_front_made(session: Session, issue: Issue, occasion: Occasion) -> None:
    """Record an author for what an issue prints besides its articles: it is new, or was repaired by judgement."""
    _add(session, issue.uid, content_hash(issue.without_articles()), occasion)


def front_differs(before: Issue, after: Issue) -> bool:
    """Return whether anything differs besides articles; sections that are the same object are not compared."""
    if len(before.sections) != len(after.sections) or replace(before, sections=()) != replace(after, sections=()):
        return True
    pairs = zip(before.sections, after.sections, strict=True)
    return any(one is not other and replace(one, articles=()) != replace(other, articles=()) for one, other in pairs)


def _add(session: Session, issue: str, digest: str, occasion: Occasion, *, parents: str = "") -> None:
    made = RevisionRow(article=issue, hash=digest, parents=parents, author=occasion.author)
    made.at, made.reason, made.name = occasion.at.isoformat(), occasion.reason.value, occasion.name
    session.add(made)
