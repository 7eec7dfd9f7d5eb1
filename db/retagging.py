"""Renames, merges or removes tags in every article. Tags are archive metadata, so closed issues are changed too."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db import registers
from db.checks import CHECKS, checksum, spoilt
from db.engine import rows_of
from db.register_reader import stored
from db.rows import columns_of
from db.tables import CheckpointTagsRow, IssueRow
from editor.interchange.codec import decode, encode_sound
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.registers import Registers

# only tags are read and written: a body is 100 times as long
_HAVING = """
    SELECT a.{place}, a.uid, json_extract(a.data, '$.archive.tags') FROM {table} AS a
    WHERE json_valid(a.data) AND EXISTS (
        SELECT 1 FROM json_each(a.data, '$.archive.tags') AS tag
        WHERE tag.value IN (SELECT value FROM json_each(:names))
    )
"""
_WRITE = """
    UPDATE {table} SET data = json_set(data, '$.archive.tags', json(:tags)) WHERE {place} = :place AND uid = :article
"""
_STAMP = "UPDATE {table} SET {check} = :value WHERE {place} = :place AND uid = :article"
_NOTED = """
    SELECT note.place, note.article, note.before, note.after, json_extract(a.data, '$.archive.tags')
    FROM checkpoint_tags AS note JOIN {table} AS a ON a.{place} = note.place AND a.uid = note.article
    WHERE note.checkpoint = :checkpoint AND json_valid(a.data)
"""
_TABLES = {"articles": "issue", "drawer": "publication"}
_Tags = list[str]


def retag(session: Session, checkpoint: int, names: Mapping[str, str]) -> int:
    """Write tags by their new names; an empty name removes the tag. Return how many issues were changed."""
    issues = 0
    for table in _TABLES:
        changes = tuple(_changes(session, table, names))
        _write(session, table, [(place, article, after) for place, article, _, after in changes])
        session.add_all(_note(checkpoint, *change) for change in changes)
        issues += len({place for place, *_ in changes}) if table == "articles" else 0
    return issues


def note_registers(session: Session, checkpoint: int, before: Registers, after: Registers) -> None:
    """Record the change of the registers that belongs to the change of tags."""
    row = CheckpointTagsRow(checkpoint=checkpoint, place="", article="", before=_json(before), after=_json(after))
    session.add(row)


def take_back(session: Session, checkpoint: int, *, author: str, at: dt.datetime) -> None:
    """Restore tags and registers. Raises UserError where either was changed since."""
    notes = session.scalars(select(CheckpointTagsRow).where(CheckpointTagsRow.checkpoint == checkpoint)).all()
    for note in notes:
        if not note.place:
            _registers_back(session, note, author=author, at=at)
    left = sum(bool(note.place) for note in notes) - sum(_put_back(session, table, checkpoint) for table in _TABLES)
    if left:
        raise UserError(tr("没有撤销：有 {n} 篇文章的标签在这之后又改过，或者已经移走。其他的也都没有动。", n=left))


def counted(session: Session) -> Counter[int]:
    """Return how many issues each checkpoint changed tags in."""
    changed = (
        select(CheckpointTagsRow.checkpoint, CheckpointTagsRow.place)
        .join(IssueRow, IssueRow.uid == CheckpointTagsRow.place)
        .distinct()
    )
    return Counter(checkpoint for checkpoint, _ in session.execute(changed))


def _changes(session: Session, table: str, names: Mapping[str, str]) -> Iterator[tuple[str, str, _Tags, _Tags]]:
    """Yield place, article, tags before and after of those that change."""
    query = text(_HAVING.format(table=table, place=_TABLES[table]))
    for place, article, tags in session.execute(query, {"names": json.dumps(list(names))}):
        before = json.loads(tags)
        after = [made for made in dict.fromkeys(names.get(tag, tag) for tag in before) if made]
        if after != before:
            yield place, article, before, after


def _write(session: Session, table: str, wanted: list[tuple[str, str, _Tags]]) -> None:
    """Write tags with the checksum of the columns that hold them; damaged rows are left unchanged."""
    check = next(name for name, columns in CHECKS[table].items() if "data" in columns)
    row = f"FROM {table} WHERE {_TABLES[table]} = :place AND uid = :article"
    columns = text(f"SELECT {', '.join(CHECKS[table][check])}, {check} {row}")
    write, stamp = (
        text(_WRITE.format(table=table, place=_TABLES[table])),
        text(_STAMP.format(table=table, place=_TABLES[table], check=check)),
    )
    for place, uid, tags in wanted:
        which = {"place": place, "article": uid}
        *values, kept = session.execute(columns, which).one()
        if kept in (None, checksum(*values)):
            session.execute(write, which | {"tags": _json(tags)})
            *values, _ = session.execute(columns, which).one()
            session.execute(stamp, which | {"value": checksum(*values)})


def _put_back(session: Session, table: str, checkpoint: int) -> int:
    """Restore tags and return of how many articles; what is restored already stays."""
    query = text(_NOTED.format(table=table, place=_TABLES[table]))
    found = []
    for place, article, *texts in session.execute(query, {"checkpoint": checkpoint}):
        before, after, now = map(json.loads, texts)
        if now in (before, after):
            found.append((place, article, before))
    _write(session, table, found)
    return len(found)


def _registers_back(session: Session, note: CheckpointTagsRow, *, author: str, at: dt.datetime) -> None:
    if spoilt(note.__tablename__, columns_of(note)):
        raise UserError(tr("没有撤销：这次改动的记录已损坏。"))
    before, after = (decode(Registers, data.encode()) for data in (note.before, note.after))
    now = stored(rows_of(session))
    if now.tags != after.tags:
        raise UserError(tr("没有撤销：标签表在这之后又改过。"))
    registers.save(session, now, replace(now, tags=before.tags), author=author, at=at)


def _note(checkpoint: int, place: str, article: str, before: _Tags, after: _Tags) -> CheckpointTagsRow:
    return CheckpointTagsRow(
        checkpoint=checkpoint, place=place, article=article, before=_json(before), after=_json(after)
    )


def _json(value: object) -> str:
    return encode_sound(value).decode()
