"""Writing the registers' rows."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields

from sqlalchemy import delete
from sqlalchemy.orm import Session

from db.engine import rows_of
from db.register_reader import stored
from db.tables import RegisterRow
from editor.interchange.codec import encode_sound
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.registers import Person, Registers, Tag, Term


def save(session: Session, before: Registers, after: Registers, *, author: str, at: dt.datetime) -> None:
    """Write what differs from before. at: UTC. Raises UserError where the library holds another value."""
    if stored(rows_of(session)) != before:
        raise UserError(tr("名录在别处改过，没有存上。请关闭这个窗口再打开，重做刚才的修改。"))
    known, wanted = (dict(_placed(registers)) for registers in (before, after))
    for register, uid in known.keys() - wanted.keys():
        session.execute(delete(RegisterRow).where(RegisterRow.register == register, RegisterRow.uid == uid))
    for (register, uid), placed in wanted.items():
        if known.get((register, uid)) != placed:
            session.merge(_row(register, placed, author=author, at=at))


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
