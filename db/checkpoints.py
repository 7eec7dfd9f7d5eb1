"""Changes of several issues: written together, kept under a name, and undone as a whole."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from db import retagging, rows
from db.archive_values import checkpoint_value
from db.checks import spoilt
from db.engine import rows_of
from db.queries import issue_if_there
from db.registers import save as save_registers
from db.row_damage import sound
from db.saving import save_workspace
from db.tables import CheckpointChangeRow, CheckpointRow
from db.versions import Occasion, keep_version
from editor.desk.ports import Checkpoint, Shares
from editor.interchange.codec import decode, encode_sound
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import EDITABLE, STATE_NAMES
from editor.model.language import tr, tr_marked
from editor.model.registers import Registers
from editor.model.revision import Reason
from editor.model.saying import said_number
from editor.model.uid import new_uid
from editor.model.workspace import Workspace

KEPT = 20
"""Older checkpoints are deleted, since each holds what it changed before and after."""

_Pair = tuple[Issue, Issue]
_Value = TypeVar("_Value", Issue, Article)


class Writer:
    """Writes checkpoints in a session. at: UTC; progress: issues done, issues in all; may raise to stop."""

    def __init__(self, session: Session, *, author: str, at: dt.datetime, progress: Shares | None) -> None:
        """Take the author and time that are written with the changes."""
        self._session, self._author, self._at = session, author, at
        self._progress = progress or (lambda _done, _total: None)

    def save(self, name: str, changes: tuple[_Pair, ...]) -> Checkpoint:
        """Write changes. Raises UserError where the library holds another value, or an issue is closed."""
        row = self._begin(name)
        for done, (before, after) in enumerate(changes):
            self._progress(done, len(changes))
            self._check(before)
            self._keep(name, before, after)
            self._save(before, after)
            self._session.add_all(_change_rows(row.id, before, after))
        self._forget_old()
        return checkpoint_value(rows.columns_of(row), len(changes))

    def retag(self, name: str, names: Mapping[str, str], registers: tuple[Registers, Registers]) -> Checkpoint:
        """Write registers (before, after), and their tags' new names in every article."""
        row = self._begin(name)
        save_registers(self._session, *registers, author=self._author, at=self._at)
        retagging.note_registers(self._session, row.id, *registers)
        issues = retagging.retag(self._session, row.id, names)
        self._forget_old()
        return checkpoint_value(rows.columns_of(row), issues)

    def undo(self, uid: str) -> None:
        """Undo a checkpoint. Raises UserError where it is gone, or where what it changed was changed since."""
        row = self._session.scalars(select(CheckpointRow).where(CheckpointRow.uid == uid)).first()
        if row is None:
            raise UserError(tr("这一次替换已经撤销过，或者太久以前，记录已经不在了。"))
        changed = self._changed(row.id)
        refused = []
        for done, (issue, group) in enumerate(changed.items()):
            self._progress(done, len(changed))
            now = issue_if_there(rows_of(self._session), issue)
            back = _taken_back(now, group) if now else None
            if now and back:
                self._save(now, back)
            else:
                refused.append(_words(now) if now else tr("已经删除的一期"))
        if refused:
            raise UserError(
                tr(
                    "没有撤销：{refused} 在这次替换之后又改过，或者已经送审、签发。其他各期也都没有动。",
                    refused=tr("、").join(refused),
                )
            )
        retagging.take_back(self._session, row.id, author=self._author, at=self._at)
        self._session.delete(row)

    def _begin(self, name: str) -> CheckpointRow:
        row = CheckpointRow(uid=new_uid(), name=name, author=self._author, at=self._at.isoformat())
        self._session.add(row)
        self._session.flush()
        return row

    def _check(self, before: Issue) -> None:
        if before.archive.state not in EDITABLE:
            state = tr_marked(STATE_NAMES[before.archive.state])
            raise UserError(tr("没有写进刊库：{value} {state}，现在不能改。", value=_words(before), state=state))
        if issue_if_there(rows_of(self._session), before.uid) != before:
            raise UserError(
                tr("没有写进刊库：{value} 在查找之后又改过。请重新查找，再替换一次。", value=_words(before))
            )

    def _save(self, before: Issue, after: Issue) -> None:
        spaces = Workspace(issue=before), Workspace(issue=after)
        save_workspace(self._session, *spaces, author=self._author, at=self._at)

    def _keep(self, name: str, before: Issue, after: Issue) -> None:
        occasion = Occasion(reason=Reason.REPLACING, author=self._author, at=self._at, name=name)
        for article, _, _ in _changes(before, after):
            keep_version(self._session, article, occasion)

    def _changed(self, checkpoint: int) -> dict[str, list[CheckpointChangeRow]]:
        query = select(CheckpointChangeRow).where(CheckpointChangeRow.checkpoint == checkpoint)
        changed: dict[str, list[CheckpointChangeRow]] = defaultdict(list)
        for one in self._session.scalars(query):
            if spoilt(one.__tablename__, rows.columns_of(one)):
                raise UserError(tr("没有撤销：这次改动的记录已损坏。"))
            changed[one.issue].append(one)
        return changed

    def _forget_old(self) -> None:
        newest = select(CheckpointRow.id).order_by(CheckpointRow.id.desc()).limit(KEPT)
        self._session.execute(delete(CheckpointRow).where(CheckpointRow.id.not_in(newest)))


def listed(session: Session) -> tuple[Checkpoint, ...]:
    """Return the checkpoints, the newest first."""
    many = func.count(CheckpointChangeRow.issue.distinct())
    query = (
        select(CheckpointRow, many)
        .outerjoin(CheckpointChangeRow, CheckpointChangeRow.checkpoint == CheckpointRow.id)
        .group_by(CheckpointRow.id)
        .order_by(CheckpointRow.id.desc())
    )
    retagged = retagging.counted(session)
    found = [(row, issues + retagged[row.id]) for row, issues in session.execute(query)]
    return tuple(
        one for row, many in found for one in sound(partial(checkpoint_value, issues=many), [rows.columns_of(row)])
    )


def _taken_back(now: Issue, changes: list[CheckpointChangeRow]) -> Issue | None:
    """Return the issue with the changes undone; what is undone already stays. None where it cannot be undone."""
    if now.archive.state not in EDITABLE:
        return None
    articles = {article.uid: article for article in now.articles()}
    made: dict[str, Article] = {}
    hollow = now.without_articles()
    for change in changes:
        if not change.article:
            if hollow not in _both(Issue, change):
                return None
            hollow = decode(Issue, change.before.encode())
        elif articles.get(change.article) in _both(Article, change):
            made[change.article] = decode(Article, change.before.encode())
        else:
            return None
    placed = {section.uid: section.articles for section in now.sections if section.articles}
    if placed.keys() - {section.uid for section in hollow.sections}:
        return None
    return replace(
        hollow,
        sections=tuple(
            replace(section, articles=tuple(made.get(one.uid, one) for one in placed.get(section.uid, ())))
            for section in hollow.sections
        ),
    )


def _both(kind: type[_Value], change: CheckpointChangeRow) -> tuple[_Value, _Value]:
    return decode(kind, change.before.encode()), decode(kind, change.after.encode())


def _change_rows(checkpoint: int, before: Issue, after: Issue) -> Iterator[CheckpointChangeRow]:
    for article, one, other in _changes(before, after):
        yield CheckpointChangeRow(
            checkpoint=checkpoint, issue=after.uid, article=article, before=_json(one), after=_json(other)
        )


def _changes(before: Issue, after: Issue) -> Iterator[tuple[str, object, object]]:
    if before.without_articles() != after.without_articles():
        yield "", before.without_articles(), after.without_articles()
    new = {article.uid: article for article in after.articles()}
    for article in before.articles():
        if new[article.uid] != article:
            yield article.uid, article, new[article.uid]


def _words(issue: Issue) -> str:
    return " ".join(said_number(issue.number))


def _json(value: object) -> str:
    return encode_sound(value).decode()
