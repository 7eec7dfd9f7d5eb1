"""The registers' rows, and where their entries are used."""

import datetime as dt
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from db.archive_values import REGISTERS, register_value
from db.row_damage import sound
from db.rows import columns_of
from db.tables import RegisterRow
from editor.desk.registers.usage import EDITOR_ROLE, NameUse, Usage
from editor.desk.used_words import UsedWords
from editor.interchange.codec import decode, encode_sound
from editor.model.credits import Name, NameKind
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.number import Number
from editor.model.registers import Person, Registers, Tag, Term

# articles of issues and of 待编, without the trash
_ARTICLES = """(
    SELECT data FROM articles WHERE json_valid(data)
    UNION ALL SELECT data FROM drawer WHERE discarded = '' AND json_valid(data)
)"""
_SOURCES = f"SELECT json_extract(data, '$.source') AS word FROM {_ARTICLES}"  # noqa: S608 - nothing of it is input
_TAGS = f"SELECT tag.value AS word FROM {_ARTICLES} AS a, json_each(a.data, '$.archive.tags') AS tag"  # noqa: S608
_EDITORS = f"SELECT json_extract(data, '$.archive.editor') AS word FROM {_ARTICLES}"  # noqa: S608
_CREDITED = """
    SELECT json_extract(name.value, '$.text') AS word
    FROM issues, json_each(CASE WHEN json_valid(issues.data) THEN issues.data ELSE '{{}}' END, '$.credits') AS credit,
        json_each(credit.value, '$.names') AS name
    WHERE json_extract(credit.value, '$.kind') = '{kind}'
"""
_NAMES = """
    SELECT issues.uid, issues.number, json_extract(credit.value, '$.role'), json_extract(credit.value, '$.kind'),
        json_extract(name.value, '$.text'), json_extract(name.value, '$.person')
    FROM issues, json_each(CASE WHEN json_valid(issues.data) THEN issues.data ELSE '{}' END, '$.credits') AS credit,
        json_each(credit.value, '$.names') AS name
    ORDER BY issues.date DESC, issues.uid, credit.key, name.key
"""
_EDITED = """
    SELECT DISTINCT issues.uid, issues.number, json_extract(articles.data, '$.archive.editor') AS editor
    FROM issues JOIN articles ON articles.issue = issues.uid WHERE json_valid(articles.data) AND editor <> ''
    ORDER BY issues.date DESC, issues.uid
"""


def stored(session: Session) -> Registers:
    """Return the registers, without entries that are damaged."""
    found: dict[str, list[object]] = {register: [] for register in REGISTERS}
    for row in session.scalars(select(RegisterRow).order_by(RegisterRow.register, RegisterRow.position)):
        # damaged entries are left out; saving does not touch their rows
        for entry in sound(register_value, [columns_of(row)]):
            found[row.register].append(entry)
    return Registers(**{register: tuple(entries) for register, entries in found.items()})  # type: ignore[arg-type]


def save(session: Session, before: Registers, after: Registers, *, author: str, at: dt.datetime) -> None:
    """Write what differs from before. at: UTC. Raises UserError where the library holds another value."""
    if stored(session) != before:
        raise UserError(tr("名录在别处改过，没有存上。请关闭这个窗口再打开，重做刚才的修改。"))
    known, wanted = (dict(_placed(registers)) for registers in (before, after))
    for register, uid in known.keys() - wanted.keys():
        session.execute(delete(RegisterRow).where(RegisterRow.register == register, RegisterRow.uid == uid))
    for (register, uid), placed in wanted.items():
        if known.get((register, uid)) != placed:
            session.merge(_row(register, placed, author=author, at=at))


def used_words(session: Session) -> UsedWords:
    """Return what articles and credits use, the most used first."""
    persons, organisations = (_CREDITED.format(kind=kind) for kind in NameKind)
    return UsedWords(
        sources=tuple(_counted(session, _SOURCES)),
        editors=tuple(_counted(session, _EDITORS)),
        tags=tuple(_counted(session, _TAGS)),
        people=tuple(_counted(session, persons)),
        organisations=tuple(_counted(session, organisations)),
    )


def usage(session: Session) -> Usage:
    """Return where names, tags and sources are used."""
    return Usage(
        names=(*_credited(session), *_edited(session)),
        tags=_counted(session, _TAGS),
        sources=_counted(session, _SOURCES),
    )


@dataclass(frozen=True, slots=True)
class _PlacedEntry:
    position: int
    entry: Person | Tag | Term


def _placed(registers: Registers) -> Iterator[tuple[tuple[str, str], _PlacedEntry]]:
    for field in fields(registers):
        for position, entry in enumerate(getattr(registers, field.name)):
            yield (field.name, entry.uid), _PlacedEntry(position, entry)


def _row(register: str, placed: _PlacedEntry, *, author: str, at: dt.datetime) -> RegisterRow:
    entry = placed.entry
    return RegisterRow(
        register=register,
        uid=entry.uid,
        position=placed.position,
        name=entry.name,
        author=author,
        at=at.isoformat(),
        data=encode_sound(entry).decode(),
    )


def _counted(session: Session, words: str) -> Mapping[str, int]:
    query = f"SELECT word, count(*) FROM ({words}) WHERE word <> '' GROUP BY word ORDER BY count(*) DESC, word"  # noqa: S608
    return {str(word): int(many) for word, many in session.execute(text(query))}


def _credited(session: Session) -> Iterator[NameUse]:
    for issue, number, role, kind, name, person in session.execute(text(_NAMES)):
        if kind in set(NameKind) and (known := _number(number)):
            yield NameUse(
                issue=issue, number=known, role=role, kind=NameKind(kind), name=Name(text=name, person=person)
            )


def _edited(session: Session) -> Iterator[NameUse]:
    for issue, number, editor in session.execute(text(_EDITED)):
        if known := _number(number):
            yield NameUse(issue=issue, number=known, role=EDITOR_ROLE, kind=NameKind.PERSON, name=Name(text=editor))


@functools.lru_cache(maxsize=1 << 12)
def _number(data: str) -> Number | None:
    """Return the number in its column, None for a damaged one, which the list of issues reports."""
    try:
        return decode(Number, data.encode())
    except UserError:
        return None
