"""Tags renamed, merged or taken away in every article: archive metadata, so closed issues are changed too."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db import registers
from db.tables import ArticleRow, CheckpointTagsRow, DrawerRow, IssueRow
from editor.interchange.codec import decode, encode
from editor.model.errors import UserError
from editor.model.registers import Registers

_HAVING = """
    SELECT a.{place}, a.uid FROM {table} AS a, json_each(a.data, '$.archive.tags') AS tag
    WHERE tag.value IN (SELECT value FROM json_each(:names))
"""
_PLACES = {"articles": "issue", "drawer": "publication"}
_Row = ArticleRow | DrawerRow


def retag(session: Session, checkpoint: int, names: Mapping[str, str]) -> int:
    """Write tags by their new names, taking away those with an empty one. Return how many issues were changed."""
    issues = set()
    for place, row in _having(session, frozenset(names)):
        before = _tags(row)
        after = [made for made in dict.fromkeys(names.get(tag, tag) for tag in before) if made]
        if after == before:
            continue
        _write(row, after)
        session.add(_note(checkpoint, place, row.uid, before, after))
        issues |= {place} if isinstance(row, ArticleRow) else set()
    return len(issues)


def note_registers(session: Session, checkpoint: int, before: Registers, after: Registers) -> None:
    """Note how the registers were changed together with the articles' tags."""
    row = CheckpointTagsRow(checkpoint=checkpoint, place="", article="", before=_json(before), after=_json(after))
    session.add(row)


def take_back(session: Session, checkpoint: int, *, author: str, at: dt.datetime) -> None:
    """Put tags back as they were, and the registers. Raises UserError where either was changed since."""
    changed = 0
    for note in session.scalars(select(CheckpointTagsRow).where(CheckpointTagsRow.checkpoint == checkpoint)):
        if note.place:
            changed += not _put_back(session, note)
        else:
            _registers_back(session, note, author=author, at=at)
    if changed:
        raise UserError(f"没有撤销：有 {changed} 篇文章的标签在这之后又改过，或者已经移走。其他的也都没有动。")


def counted(session: Session) -> Counter[int]:
    """Return how many issues each checkpoint changed tags in."""
    changed = (
        select(CheckpointTagsRow.checkpoint, CheckpointTagsRow.place)
        .join(IssueRow, IssueRow.uid == CheckpointTagsRow.place)
        .distinct()
    )
    return Counter(checkpoint for checkpoint, _ in session.execute(changed))


def _having(session: Session, names: frozenset[str]) -> Iterator[tuple[str, _Row]]:
    wanted = {"names": json.dumps(sorted(names))}
    for table, place in _PLACES.items():
        found = session.execute(text(_HAVING.format(table=table, place=place)), wanted).fetchall()
        for where, uid in dict.fromkeys(map(tuple, found)):
            row = _row(session, where, uid)
            if row is not None:
                yield where, row


def _row(session: Session, place: str, uid: str) -> _Row | None:
    return session.get(ArticleRow, (place, uid)) or session.get(DrawerRow, (place, uid))


def _put_back(session: Session, note: CheckpointTagsRow) -> bool:
    """Return whether it could be; what was put back by hand stays so."""
    row = _row(session, note.place, note.article)
    before, after = json.loads(note.before), json.loads(note.after)
    if row is None or _tags(row) not in (before, after):
        return False
    _write(row, before)
    return True


def _registers_back(session: Session, note: CheckpointTagsRow, *, author: str, at: dt.datetime) -> None:
    before, after = (decode(Registers, data.encode()) for data in (note.before, note.after))
    now = registers.stored(session)
    if now.tags != after.tags:
        raise UserError("没有撤销：标签表在这之后又改过。")
    registers.save(session, now, replace(now, tags=before.tags), author=author, at=at)


def _tags(row: _Row) -> list[str]:
    tags: list[str] = json.loads(row.data)["archive"]["tags"]
    return tags


def _write(row: _Row, tags: list[str]) -> None:
    data = json.loads(row.data)
    data["archive"]["tags"] = tags
    row.data = _json(data)


def _note(checkpoint: int, place: str, article: str, before: list[str], after: list[str]) -> CheckpointTagsRow:
    return CheckpointTagsRow(
        checkpoint=checkpoint, place=place, article=article, before=json.dumps(before), after=json.dumps(after)
    )


def _json(value: object) -> str:
    return encode(value).decode()
