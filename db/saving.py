"""Writes what differs between two values of a workspace, and the revisions that follow from it.

Every change of what an issue prints is written by `save_workspace`, so that none is missing among the revisions, by
which a second pair of eyes is required. Issues are otherwise only added (`arriving`) or repaired (`mending`).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db import rows
from db.checks import CHECKS, checksum
from db.closed import refuse_issue, stored_issue
from db.engine import plain
from db.fronts import front_differs, note_front, order_of
from db.tables import ArticleRow, DrawerRow, IssueRow
from db.versions import Occasion, note_arrival, note_change
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import IssueState
from editor.model.language import tr
from editor.model.revision import Reason
from editor.model.workspace import Drawer, Workspace


def save_workspace(session: Session, before: Workspace, after: Workspace, *, author: str, at: dt.datetime) -> None:
    """Write what differs. before: what the library holds; at: UTC. Raises UserError where the issue is gone."""
    if before.issue is not after.issue:
        refuse_issue(session, after.issue)
        front = front_differs(before.issue, after.issue)
        if front or order_of(before.issue) != order_of(after.issue):
            note_front(session, before.issue, after.issue, author=author, at=at)
        _save_issue(session, before.issue, after.issue, front=front)
    if before.drawer != after.drawer:
        _save_drawer(session, before.drawer, after.drawer, after.issue.publication)
    known = {article.uid: article for article in before.articles()}
    for article in after.articles():
        old = known.get(article.uid)
        if old is None:
            note_arrival(session, article, Occasion(reason=Reason.CREATED, author=author, at=at))
        elif old is not article:
            note_change(session, old, article, author=author, at=at)


def save_issue(session: Session, issue: Issue, *, author: str, at: dt.datetime) -> None:
    """Replace the library's value of an issue. at: UTC. Raises UserError where it is gone or damaged."""
    before = Workspace(issue=stored_issue(session, issue.uid))
    save_workspace(session, before, Workspace(issue=issue), author=author, at=at)


def save_state(session: Session, issue: Issue, state: IssueState) -> None:
    """Write an issue's state after a step of the review, and nothing else. issue: the library's value."""
    session.merge(rows.issue_row(replace(issue, archive=replace(issue.archive, state=state))))


@dataclass(frozen=True, slots=True)
class _PlacedArticle:
    article: Article
    section: str
    position: int


def _save_issue(session: Session, before: Issue, after: Issue, *, front: bool) -> None:
    old, new = _placed(before), _placed(after)
    if front or len(old) != len(new):
        _expect(session, after.uid)
        session.merge(rows.issue_row(after))
    gone = old.keys() - new.keys()
    if gone:
        session.execute(delete(ArticleRow).where(ArticleRow.issue == after.uid, ArticleRow.uid.in_(gone)))
    for uid, placed in new.items():
        _save_placed(session, after.uid, old.get(uid), placed)


def _save_placed(session: Session, issue: str, before: _PlacedArticle | None, after: _PlacedArticle) -> None:
    """Write an article that differs; one UPDATE where its row exists, at half the cost of session.merge."""
    if before == after:
        return
    values: dict[str, str | int] = {"section": after.section, "position": after.position}
    if before is None or before.article != after.article:
        values |= rows.article_columns(after.article, before.article if before else None)
    values |= _checks({"issue": issue, "uid": after.article.uid, **values})
    setting = ", ".join(f"{name} = ?" for name in values)
    query = f"UPDATE articles SET {setting} WHERE issue = ? AND uid = ?"  # noqa: S608 - nothing of it is input
    if not plain(session)(query, *values.values(), issue, after.article.uid).rowcount:
        _expect(session, issue)
        session.add(rows.article_row(after.article, issue=issue, section=after.section, position=after.position))


def _checks(values: Mapping[str, object]) -> dict[str, int]:
    """Return the checksums of those parts of a row whose columns are all among these values."""
    parts = CHECKS[ArticleRow.__tablename__].items()
    return {check: checksum(*(values[name] for name in names)) for check, names in parts if values.keys() >= set(names)}


def _expect(session: Session, issue: str) -> None:
    if session.scalar(select(IssueRow.uid).where(IssueRow.uid == issue)) is None:
        raise UserError(tr("刊库里没有这一期了，可能在别处被删除。请把它导出为期刊包，以免丢失。"))


def _save_drawer(session: Session, before: Drawer, after: Drawer, publication: str) -> None:
    old = {row.uid: row for row in rows.drawer_rows(before, publication=publication)}
    new = {row.uid: row for row in rows.drawer_rows(after, publication=publication)}
    gone = old.keys() - new.keys()
    if gone:
        session.execute(delete(DrawerRow).where(DrawerRow.publication == publication, DrawerRow.uid.in_(gone)))
    for uid, row in new.items():
        if uid not in old or _values(old[uid]) != _values(row):
            session.merge(row)


def _values(row: DrawerRow) -> tuple[object, ...]:
    return tuple(getattr(row, column.key) for column in DrawerRow.__table__.columns)


def _placed(issue: Issue) -> dict[str, _PlacedArticle]:
    return {
        article.uid: _PlacedArticle(article, section.uid, position)
        for section in issue.sections
        for position, article in enumerate(section.articles)
    }
