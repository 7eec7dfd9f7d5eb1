"""Who changed what an issue prints besides its articles: revisions under the issue's own identity, without words."""

import datetime as dt
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.checks import spoilt
from db.rows import columns_of
from db.tables import RevisionRow
from editor.interchange.canonical import content_hash
from editor.model.issue import Issue
from editor.model.revision import Reason


def note_front(session: Session, before: Issue, after: Issue, *, author: str, at: dt.datetime) -> None:
    """Note a revision where covers, credits, sections, profile or look changed; an author's last one moves on."""
    one, other = before.without_articles(), after.without_articles()
    digest = content_hash(other)
    if digest == content_hash(one):
        return
    query = select(RevisionRow).where(RevisionRow.article == after.uid).order_by(RevisionRow.id.desc()).limit(1)
    last = session.scalars(query).first()
    if last and last.author == author and not spoilt(last.__tablename__, columns_of(last)):
        last.hash, last.at = digest, at.isoformat()
        return
    made = RevisionRow(article=after.uid, hash=digest, parents=last.hash if last else content_hash(one), author=author)
    made.at, made.reason, made.name = at.isoformat(), Reason.WRITTEN.value, ""
    session.add(made)


def front_differs(before: Issue, after: Issue) -> bool:
    """Return whether anything differs besides articles; a section that is the same object is not looked into."""
    if len(before.sections) != len(after.sections) or replace(before, sections=()) != replace(after, sections=()):
        return True
    pairs = zip(before.sections, after.sections, strict=True)
    return any(one is not other and replace(one, articles=()) != replace(other, articles=()) for one, other in pairs)
